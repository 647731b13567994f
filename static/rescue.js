// Shows what is stored and hands it out when the program cannot. It reads, and nothing else.
import { applyPreferences, download, open, rawData, stored, unsaved } from "./stored.js";

const LANGUAGES = ["en", "ms"];
const SCHEMA = 2;
/** The keys whose values are records; the others hold what the program needs beside them. */
const RECORDS = /^tutup:(demo:)?(o:.*|lists|prefs)$/;

const root = document.documentElement;
const at = (id) => document.getElementById(id);

/** CRC-32/ISO-HDLC over the text in UTF-8, as eight hexadecimal digits. */
function checksum(text) {
  let sum = ~0;
  for (const byte of new TextEncoder().encode(text)) sum = (sum >>> 8) ^ CRC[(sum ^ byte) & 255];
  return (~sum >>> 0).toString(16).padStart(8, "0");
}

const CRC = Int32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  return byte;
});

/** What there is to say about a stored value: the name of a template in the page. */
function stateOf(key, value) {
  const record = open(value);
  if (!record) return RECORDS.test(key) ? "none" : "other";
  if (checksum(record.content) !== record.checksum) return "wrong";
  return record.schema > SCHEMA ? "later" : "right";
}

function topicOf(value) {
  try {
    const { t } = JSON.parse(open(value).json);
    return typeof t === "string" ? t : "";
  } catch {
    return "";
  }
}

function row(key, value, state) {
  const row = document.createElement("tr");
  const texts = [key, topicOf(value), (key.length + value.length).toLocaleString(root.lang)];
  for (const text of texts) row.insertCell().textContent = text;
  row.insertCell().append(at(`state-${state}`).content.cloneNode(true));
  row.dataset.state = state;
  return row;
}

function show() {
  const rows = stored().sort().map(([key, value]) => row(key, value, stateOf(key, value)));
  rows.push(...unsaved().sort().map(([key, value]) => row(key, value, "unsaved")));
  at("rows").replaceChildren(...rows);
  at("count").textContent = rows.length.toLocaleString(root.lang);
  const damaged = rows.filter(({ dataset }) => ["wrong", "none", "later"].includes(dataset.state));
  at("damaged").textContent = damaged.length.toLocaleString(root.lang);
  at("some").hidden = rows.length === 0;
  at("nothing").hidden = rows.length > 0;
}

/** Reads the storage; where the browser does not let the page, the page says so. */
function reading(act) {
  try {
    act();
    at("blocked").hidden = true;
  } catch (error) {
    at("blocked").hidden = false;
    at("error").textContent = String(error);
  }
}

const preferred = navigator.languages.map((tag) => tag.slice(0, 2)).find((language) => LANGUAGES.includes(language));
root.lang = preferred ?? "en";
applyPreferences();
// From here on the page speaks one language, and no longer says what to do when this does not run.
root.dataset.started = "";
at("waiting").hidden = true;
reading(show);
at("download").addEventListener("click", () => reading(download));
at("copy").addEventListener("click", () => {
  reading(() => {
    const raw = at("raw");
    raw.value = rawData();
    raw.hidden = false;
    raw.select();
  });
});
