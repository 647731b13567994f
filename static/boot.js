// Starts the application, and stands in for it when it cannot run.
// Theme and language come first: the page's first paint waits for this module (blocking="render").
import { applyPreferences, download } from "./stored.js";

let glue;

async function start({ js, wasm }) {
  glue = await import(new URL(js, document.baseURI));
  await glue.default({ module_or_path: new URL(wasm, document.baseURI) });
  document.getElementById("loading").remove();
}

const panel = document.getElementById("failure");

/** Opens the panel. A panic also rejects the start-up and the calls after it: the first report is the true one. */
function fail(cause, detail) {
  if (panel.open) return;
  stopWriting();

  for (const text of panel.querySelectorAll("[data-cause]")) text.hidden = text.dataset.cause !== cause;
  panel.querySelector("code").textContent = String(detail);
  panel.addEventListener("click", ({ target }) => {
    const act = target.closest("[data-act]")?.dataset.act;
    if (act === "reload") location.reload();
    if (act === "download") handOut();
    // No link: the first one in the page is the application's, which skips to its content.
    if (act === "rescue") location.assign("rescue.html");
  });

  // Nothing behind the panel works any more. Esc can be refused once only, so a closed panel opens again.
  panel.addEventListener("cancel", (event) => event.preventDefault());
  panel.addEventListener("close", () => panel.showModal());
  panel.showModal();
  document.getElementById("failure-title").focus();
}

/** A program that broke off knows no longer what it holds, and listeners of it may still run. */
function stopWriting() {
  try {
    glue.stop_writing();
  } catch {
    // It was never there to write.
  }
}

function handOut() {
  const blocked = panel.querySelector("[role=alert]");
  try {
    download();
    blocked.hidden = true;
  } catch {
    blocked.hidden = false;
  }
}

/** An exception that ran through the program has broken it as a panic does. Those of the browser's extensions are not ours. */
function failIfOurs(error) {
  const [, ...places] = String(error?.stack).split(new URL("./", import.meta.url).href);
  if (places.some((place) => /^[\w./-]+\.(js|wasm)\b/.test(place))) fail("panic", error);
}

applyPreferences();
addEventListener("tutup:panic", (event) => fail("panic", event.detail));
addEventListener("error", (event) => failIfOurs(event.error));
addEventListener("unhandledrejection", (event) => failIfOurs(event.reason));
start(document.querySelector("script[data-wasm]").dataset).catch((error) => fail("load", error));
