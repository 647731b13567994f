// What the browser has stored, read without the program: it works when the program does not. Nothing here writes or removes.

const PREFIX = "tutup:";
const RECORD = /^([0-9a-f]{8})\|((\d+)\|\d+\|(.*))$/s;

/** The envelope of a stored record; `null` for a value that has none. */
export function open(value) {
  const parts = RECORD.exec(value);
  return parts && { checksum: parts[1], content: parts[2], schema: Number(parts[3]), json: parts[4] };
}

/** Every key and value of the program, as the browser has them. It throws where the browser does not let the page read. */
export function stored() {
  return ours(localStorage);
}

/** The same of the input that this tab has not saved; where it cannot be read, the stored values must not suffer from it. */
export function unsaved() {
  try {
    return ours(sessionStorage);
  } catch {
    return [];
  }
}

function ours(storage) {
  const keys = Object.keys(storage).filter((key) => key.startsWith(PREFIX));
  return keys.map((key) => [key, storage.getItem(key)]);
}

/** All of it as one text. `JSON.stringify` writes a lone surrogate as \udXXX, so none is lost in UTF-8. */
export function rawData() {
  return JSON.stringify(Object.fromEntries([...stored(), ...unsaved()]), null, 1);
}

/** Hands that text to the user as a file. */
export function download() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([rawData()], { type: "application/json" }));
  link.download = `tutup-data-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
}

/** Gives the page the stored theme and language. */
export function applyPreferences() {
  try {
    const { th, la } = JSON.parse(open(localStorage.getItem("tutup:prefs")).json);
    const root = document.documentElement;
    if (th === "light" || th === "dark") root.dataset.theme = th;
    if (la === "en" || la === "ms") root.lang = la;
  } catch {
    // No storage, no record or a damaged one: the page keeps its defaults, the application says what it found.
  }
}
