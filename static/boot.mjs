// Starts the application, and stands in for it when it cannot run.
// Theme and language come first: the page's first paint waits for this module (blocking="render").

const RECORD = /^[0-9a-f]{8}\|\d+\|\d+\|(.*)$/s;

function applyPreferences() {
  try {
    const [, json] = RECORD.exec(localStorage.getItem("tutup:prefs"));
    const { th, la } = JSON.parse(json);
    const root = document.documentElement;
    if (th === "light" || th === "dark") root.dataset.theme = th;
    if (la === "en" || la === "ms") root.lang = la;
  } catch {
    // No storage, no record or a damaged one: the page keeps its defaults, the application says what it found.
  }
}

async function start({ js, wasm }) {
  const glue = await import(new URL(js, document.baseURI));
  await glue.default({ module_or_path: new URL(wasm, document.baseURI) });
}

const panel = document.getElementById("failure");

/** Opens the panel. A panic also rejects the start-up and the calls after it: the first report is the true one. */
function fail(cause, detail) {
  if (panel.open) return;

  for (const text of panel.querySelectorAll("[data-cause]")) text.hidden = text.dataset.cause !== cause;
  panel.querySelector("code").textContent = String(detail);
  panel.addEventListener("click", ({ target }) => {
    const act = target.closest("[data-act]")?.dataset.act;
    if (act === "reload") location.reload();
    if (act === "download") download();
  });

  // Nothing behind the panel works any more. Esc can be refused once only, so a closed panel opens again.
  panel.addEventListener("cancel", (event) => event.preventDefault());
  panel.addEventListener("close", () => panel.showModal());
  panel.showModal();
  document.getElementById("failure-title").focus();
}

/** Every value as the browser has it. `JSON.stringify` writes a lone surrogate as \udXXX, so none is lost in UTF-8. */
function rawData() {
  const data = {};
  for (let i = 0; i < localStorage.length; i++) {
    const key = localStorage.key(i);
    if (key.startsWith("tutup:")) data[key] = localStorage.getItem(key);
  }
  return JSON.stringify(data, null, 1);
}

function download() {
  const blocked = panel.querySelector("[role=alert]");
  try {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([rawData()], { type: "application/json" }));
    link.download = `tutup-data-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
    blocked.hidden = true;
  } catch {
    blocked.hidden = false;
  }
}

applyPreferences();
addEventListener("tutup:panic", (event) => fail("panic", event.detail));
start(document.querySelector("script[data-wasm]").dataset).catch((error) => fail("load", error));
