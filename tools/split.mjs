// Cuts the program that Trunk has built in two.
//
// What Trunk's own wasm-bindgen made of it is one piece. Here it is made anew from what cargo built: wasm-split-cli cuts it
// where src/ui/screens says so, then wasm-bindgen binds the first part, then wasm-opt makes both small. Four files come of
// it, which only go together: they share a hash of all that is in them.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const NAME = "tutup";
const TARGET = "wasm32-unknown-unknown";

// In the order of their names, functions of one kind stand beside each other, which compresses better. So does what is inlined
// less: -Oz makes the file smaller, and what comes of it by brotli larger.
const SMALL = ["-Os", "--one-caller-inline-max-function-size=8", "--reorder-functions-by-name", "--strip-debug", "--strip-producers"];

// What the tools call each file, and what it is called in dist/ behind the hash.
const FILES = new Map([
  [`${NAME}.js`, ".js"],
  [`${NAME}_bg.wasm`, "_bg.wasm"],
  ["__wasm_split.js", "_split.js"],
  ["split_screens.wasm", "_screens.wasm"],
]);

/** Does so to what was built with this profile, in this folder. */
export function split(folder, profile) {
  const work = mkdtempSync(join(tmpdir(), "tutup-split-"));
  try {
    cut(work, profile);
    put(folder, Array.from(FILES.keys(), (name) => ({ name, content: readFileSync(join(work, name)) })));
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** Leaves the four files in the folder. */
function cut(work, profile) {
  const whole = join(targetDirectory(), TARGET, profile, `${NAME}.wasm`);
  run("wasm-split-cli", "--target", "web", "--out-name", NAME, whole, work);
  // The exports that only a linker needs are what the second part is hung on.
  const keep = ["--no-typescript", "--keep-lld-exports"];
  run("wasm-bindgen", "--target", "web", ...keep, "--out-dir", work, "--out-name", NAME, join(work, `${NAME}.wasm`));
  if (profile !== "release") return;

  for (const name of [...FILES.keys()].filter((name) => name.endsWith(".wasm"))) {
    run("wasm-opt", ...SMALL, "--output", join(work, name), join(work, name));
  }
}

function targetDirectory() {
  const metadata = execFileSync("cargo", ["metadata", "--no-deps", "--offline", "--format-version", "1"], { encoding: "utf8" });
  return JSON.parse(metadata).target_directory;
}

function run(program, ...options) {
  execFileSync(program, options, { stdio: ["ignore", "inherit", "inherit"] });
}

/** Puts the files in the place of Trunk's own, under names that the page and they themselves refer to. */
function put(folder, files) {
  const hash = createHash("sha256");
  for (const { content } of files) hash.update(content);
  const stem = `${NAME}-${hash.digest("hex").slice(0, 16)}`;

  const pageFile = join(folder, "index.html");
  const page = readFileSync(pageFile, "utf8");
  const [, old] = page.match(/data-js="\.\/([^"]+)\.js"/) ?? fail("the page does not name the program");
  for (const ending of [".js", "_bg.wasm"]) rmSync(join(folder, old + ending));

  for (const { name, content } of files) {
    const text = name.endsWith(".js") ? Buffer.from(tightened(renamed(content.toString("utf8"), stem))) : content;
    writeFileSync(join(folder, stem + FILES.get(name)), text);
  }

  // The browser need not have read the first script to know of the second.
  const first = `<link rel="modulepreload" href="./${stem}.js" crossorigin="anonymous">`;
  const named = page.replaceAll(`./${old}`, `./${stem}`);
  if (!named.includes(first)) fail("the page does not preload the program");
  writeFileSync(pageFile, named.replace(first, `${first}${first.replace(".js", "_split.js")}`));
}

/** A script with the names of the others as they are in dist/. The name by which wasm asks for one stays. */
function renamed(script, stem) {
  const reference = /(\bfrom |\bnew URL\()(["'])(?:\.\/)?([^"']+)\2/g;
  return script.replace(reference, (_, before, quote, name) => {
    const ending = FILES.get(name) ?? fail(`a script refers to ${name}, which is unknown here`);
    return `${before}${quote}./${stem}${ending}${quote}`;
  });
}

/** Without the documentation and the indentation that wasm-bindgen writes for people. */
function tightened(script) {
  return script.replace(/\/\*\*[^]*?\*\//g, "").replace(/^\s*(\/\/.*)?\n/gm, "").replace(/^[ \t]+/gm, "");
}

function fail(why) {
  throw new Error(`the program cannot be cut in two: ${why}`);
}
