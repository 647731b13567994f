// Writes static/notices.txt: the crates in the program, grouped by the text of their licence. Called by tools/notices.
//
// In the program is what Cargo links into it: the normal dependencies for wasm32, without macros and build scripts. Of
// licences to choose from, the first one in TEXTS is taken. Its text is the package's own; packages that carry none get
// the standard text in tools/licences/, and their authors beside their name.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const FILE = "static/notices.txt";
const TARGET = "wasm32-unknown-unknown";
const RULE = "-".repeat(80);

// What each licence is recognised by, the preferred one first.
const TEXTS = new Map([
  ["MIT", /Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated/],
  ["Zlib", /This software is provided 'as-is', without any express or implied warranty/],
  ["BSL-1.0", /Boost Software License - Version 1\.0/],
  ["Unicode-3.0", /UNICODE LICENSE V3/],
  ["Apache-2.0", /Apache License Version 2\.0/],
]);

// Cargo does not list what comes with the compiler.
const WITH_THE_COMPILER = [
  { name: "The Rust standard library", version: "", licence: "MIT OR Apache-2.0", authors: "The Rust Project Contributors" },
];

function main() {
  const [mode] = process.argv.slice(2);
  const text = notices([...linked(), ...WITH_THE_COMPILER]);
  if (mode === undefined) {
    writeFileSync(FILE, text);
  } else if (mode !== "--check") {
    fail(`there is no ${mode}: tools/notices [--check]`);
  } else if (!existsSync(FILE) || readFileSync(FILE, "utf8") !== text) {
    fail(`${FILE} does not name the crates in the program: run tools/notices and keep what it writes.`);
  }
}

function linked() {
  const tree = cargo("tree", "--edges", "normal,no-proc-macro", "--target", TARGET, "--prefix", "none", "--format", "{p}");
  const names = new Set(tree.split("\n").map((line) => line.replace(/ \(\*\)$/, "")));
  const metadata = cargo("metadata", "--format-version", "1", "--filter-platform", TARGET);
  const crate = ({ name, version, license, license_file, authors, manifest_path }) => ({
    name,
    version,
    licence: license ?? fail(`${name} ${version} names no licence (${license_file}): read it and say here what it is.`),
    authors: authors.map((author) => author.replace(/ *<[^>]*>/, "")).join(", "),
    folder: dirname(manifest_path),
  });
  const fromRegistry = JSON.parse(metadata).packages.filter(({ source }) => source !== null);
  return fromRegistry.filter(({ name, version }) => names.has(`${name} v${version}`)).map(crate);
}

function cargo(command, ...options) {
  const limit = { encoding: "utf8", maxBuffer: 1 << 28 };
  return execFileSync("cargo", [command, "--locked", "--offline", ...options], limit);
}

function notices(crates) {
  const groups = new Map();
  for (const crate of crates) {
    for (const licence of chosen(crate)) {
      const { text, standard } = textOf(crate, licence);
      const key = `${standard} ${words(text)}`;
      const group = groups.get(key) ?? { licence, text, standard, names: [] };
      const by = standard && crate.authors ? ` (${crate.authors})` : "";
      group.names.push(`${crate.name} ${crate.version}`.trim() + by);
      groups.set(key, group);
    }
  }
  const order = (a, b) => rank(a.licence) - rank(b.licence) || b.names.length - a.names.length || compare(a.names[0], b.names[0]);
  for (const { names } of groups.values()) names.sort(compare);
  return [HEAD, ...[...groups.values()].sort(order).map(part)].join(`\n${RULE}\n\n`);
}

const HEAD = `Tutup is licensed under the terms of MIT or Apache-2.0, as you choose.

The program contains code of the crates named here, each under the licence that
stands below its name. The crates are at https://crates.io.
`;

function part({ licence, text, standard, names }) {
  const origin = standard ? "\nThese packages bring no licence text of their own; this is the standard one.\n" : "";
  return `${licence}\n\n${names.map((name) => `  ${name}\n`).join("")}${origin}\n${text}\n`;
}

// --- which licence

// The licences whose terms are kept: of those joined by OR the preferred one, of those joined by AND all.
function chosen({ name, licence }) {
  const tokens = licence.replaceAll("/", " OR ").match(/[()]|[^\s()]+/g);
  const either = () => {
    const choices = [both()];
    while (tokens[0] === "OR") tokens.shift(), choices.push(both());
    return choices.sort((a, b) => worst(a) - worst(b))[0];
  };
  const both = () => {
    const all = one();
    while (tokens[0] === "AND") tokens.shift(), all.push(...one());
    return all;
  };
  const one = () => {
    const token = tokens.shift();
    if (token !== "(") return [token];
    const inner = either();
    tokens.shift();
    return inner;
  };
  const licences = either();
  if (tokens.length > 0 || worst(licences) === TEXTS.size) fail(`the licence of ${name} is not understood: ${licence}`);
  return licences;
}

const worst = (licences) => Math.max(...licences.map(rank));

function rank(licence) {
  const place = [...TEXTS.keys()].indexOf(licence);
  return place < 0 ? TEXTS.size : place;
}

// --- its text

function textOf({ name, folder }, licence) {
  const texts = folder === undefined ? [] : licenceFiles(folder).map((file) => tidy(readFileSync(file, "utf8")));
  const own = texts.find((text) => TEXTS.get(licence).test(words(text)));
  if (own !== undefined) return { text: own, standard: false };
  const file = `tools/licences/${licence}.txt`;
  if (!existsSync(file)) fail(`${name} brings no text of ${licence}: put the standard one into ${file}.`);
  return { text: tidy(readFileSync(file, "utf8")), standard: true };
}

function licenceFiles(folder) {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name);
  return files.filter((name) => /^(licen[cs]e|copying)/i.test(name)).sort(compare).map((name) => join(folder, name));
}

const tidy = (text) => text.replace(/\r\n?/g, "\n").replace(/[ \t]+$/gm, "").replace(/^\n+|\n+$/g, "");
const words = (text) => text.replace(/\s+/g, " ").trim();
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function fail(why) {
  console.error(`tutup: ${why}`);
  process.exit(1);
}

main();
