// Sums what a browser loads until the lists can be used, compressed as a host sends it: size.mjs FOLDER LIMIT_KIB.
// What it fetches afterwards by itself is shown too, and has no limit.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [folder, limit] = process.argv.slice(2);
const read = (name) => readFileSync(join(folder, name), "utf8");
const names = (text, pattern) => Array.from(text.matchAll(pattern), ([, name]) => name);

// At first: what the page names (the program too, by Trunk) and, from script to script, what these import.
const first = new Set(["index.html", ...names(read("index.html"), /\b(?:href|src|data-js|data-wasm)="\.\/([^"]+)"/g)]);
// Afterwards: what a script fetches by an address of its own.
const later = new Set();
for (const name of first) {
  if (!/\.js$/.test(name)) continue;
  for (const imported of names(read(name), /\b(?:from|import) *["']\.\/([^"']+)["']/g)) first.add(imported);
  for (const fetched of names(read(name), /\bnew URL\(["']\.\/([^"']+)["']/g)) later.add(fetched);
}
for (const name of first) later.delete(name);

// Never, unless the user goes there: the pages beside it.
const beside = readdirSync(folder).filter((name) => name.endsWith(".html") && name !== "index.html");
const apart = new Set(beside.flatMap((page) => names(read(page), /\b(?:href|src)="\.\/([^"]+)"/g)));

for (const kind of [".css", ".js", ".wasm"]) {
  if (![...first].some((name) => name.endsWith(kind))) throw new Error(`the page names no ${kind} file: has it changed its form?`);
}
const code = readdirSync(folder).filter((name) => /\.(css|js|wasm)$/.test(name));
const lost = code.filter((name) => !first.has(name) && !later.has(name) && !apart.has(name));
if (lost.length > 0) throw new Error(`nothing loads ${lost.join(", ")}, or not in a way that is known here`);

function compressed(name) {
  const bytes = readFileSync(join(folder, name));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return { name, whole: bytes.length, sent: brotliCompressSync(bytes, { params }).length };
}

function print({ name, whole, sent }) {
  console.log(`${String(whole).padStart(9)} ${String(sent).padStart(9)} with brotli  ${name}`);
}

function sum(name, rows) {
  const total = (column) => rows.reduce((total, row) => total + row[column], 0);
  return { name, whole: total("whole"), sent: total("sent") };
}

const [rows, laterRows] = [first, later].map((files) => Array.from(files, compressed).sort((a, b) => b.sent - a.sent));
const atFirst = sum("until the lists can be used", rows);
[...rows, atFirst].forEach(print);
console.log();
[...laterRows, sum("in all", [...rows, ...laterRows])].forEach(print);

const kib = atFirst.sent / 1024;
console.log(`\n${kib.toFixed(1)} KiB of ${limit} KiB`);
if (kib > Number(limit)) {
  console.error("The page has become too large to load.");
  process.exitCode = 1;
}
