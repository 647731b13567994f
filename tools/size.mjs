// Sums what a browser loads until the application can be used, compressed as a host sends it: size.mjs FOLDER LIMIT_KIB.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [folder, limit] = process.argv.slice(2);

// The page names all of them: Trunk also lists there what the program itself loads.
const page = readFileSync(join(folder, "index.html"), "utf8");
const named = page.matchAll(/\b(?:href|src|data-js|data-wasm)="\.\/([^"]+)"/g);
const files = new Set(["index.html", ...Array.from(named, ([, name]) => name)]);
for (const kind of [".css", ".js", ".mjs", ".wasm"]) {
  if (![...files].some((name) => name.endsWith(kind))) throw new Error(`the page names no ${kind} file: has it changed its form?`);
}

function compressed(name) {
  const bytes = readFileSync(join(folder, name));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return { name, whole: bytes.length, sent: brotliCompressSync(bytes, { params }).length };
}

const rows = Array.from(files, compressed).sort((a, b) => b.sent - a.sent);
const sum = (column) => rows.reduce((total, row) => total + row[column], 0);
const all = { name: "in all", whole: sum("whole"), sent: sum("sent") };
for (const { name, whole, sent } of [...rows, all]) {
  console.log(`${String(whole).padStart(9)} ${String(sent).padStart(9)} with brotli  ${name}`);
}

const kib = all.sent / 1024;
console.log(`${kib.toFixed(1)} KiB of ${limit} KiB`);
if (kib > Number(limit)) {
  console.error("The page has become too large to load.");
  process.exitCode = 1;
}
