// The bare work of the lists in plain JavaScript, which the product is measured against. It reads the same stored values,
// shows the same rows, counts and totals under the same style sheet, and writes the same record: as fast as it can, for
// what this page does slower than it need makes the product look faster than it is.
import { close, rename, row as rowOf } from "./record.mjs";

const PREFIX = "tutup:o:";
const ROWS = 60;
const MARGIN = 16;

const COLUMNS = {
  open: ["topic", "customer", "stage", "estimate", "probability", "closes", "quotes"],
  overdue: ["topic", "customer", "stage", "estimate", "probability", "closes", "quotes"],
  blocked: ["topic", "customer", "stage", "estimate", "probability", "closes", "quotes"],
  stale: ["topic", "customer", "stage", "estimate", "probability", "closes", "days"],
  won: ["topic", "customer", "reason", "revenue", "closed"],
  lost: ["topic", "customer", "reason", "competitor", "estimate", "closed"],
  revisit: ["topic", "customer", "reason", "competitor", "estimate", "revisit"],
  all: ["topic", "customer", "status", "estimate", "revenue", "closed"],
};

const HEADS = {
  topic: "Topic",
  customer: "Customer",
  status: "Status",
  stage: "Stage",
  reason: "Status reason",
  competitor: "Competitor",
  estimate: "Est. revenue, RM",
  revenue: "Actual revenue, RM",
  probability: "Prob.",
  closes: "Closes",
  closed: "Closed on",
  revisit: "Revisit on",
  quotes: "Quotes",
  days: "Days open",
};

const NUMBERS = new Set(["estimate", "revenue", "probability", "closes", "closed", "revisit", "days"]);
const BEGINS_WITH_MOST = new Set(["estimate", "revenue", "probability", "closed", "quotes", "days"]);

const VIEWS = {
  open: { name: "Open", icon: "open", title: "Open opportunities", sort: ["closes", false] },
  overdue: { name: "Overdue", icon: "clock", title: "Overdue opportunities", sort: ["closes", false] },
  blocked: { name: "Blocked", icon: "lock", title: "Opportunities blocked by a quote", sort: ["closes", false] },
  stale: { name: "Stale", icon: "hold", title: "Stale opportunities", sort: ["days", true] },
  won: { name: "Won", icon: "won", title: "Won opportunities", sort: ["closed", true] },
  lost: { name: "Lost", icon: "lost", title: "Lost opportunities", sort: ["closed", true] },
  revisit: { name: "Revisit", icon: "again", title: "Lost opportunities to revisit", sort: ["revisit", false] },
  all: { name: "All", icon: "report", title: "All opportunities", sort: ["topic", false] },
};

const GROUPS = [["Pipeline", "open", "overdue", "blocked", "stale"], ["Closed", "won", "lost", "revisit"], ["Overview", "all"]];

const STAGES = ["", "Qualify", "Develop", "Propose", "Close"];
const REASONS = ["Won", "Canceled", "Out-Sold", "Price", "No decision", "No budget", "Not a fit", "Other"];

const find = (selector) => document.querySelector(selector);
const [nav, head, table, thead, tbody, tfoot, field, output] =
  [".views", "#page-head", "table", "thead", "tbody", "tfoot", "#search", "output"].map(find);

const today = new Date();
const rows = new Map();
const counts = Object.fromEntries(Object.keys(VIEWS).map((view) => [view, 0]));
let view = "open";
let sort = VIEWS.open.sort;
let words = [];
/** The rows of the view in order, and those of them that were searched for. */
let ordered = [];
let found = [];
/** The first row that is mounted, and how high one is. */
let first = 0;
let height = 35;
let mounted = "";
const done = [];
const undone = [];

// --- reading

function load() {
  for (let place = 0, count = localStorage.length; place < count; place += 1) {
    const key = localStorage.key(place);
    if (key.startsWith(PREFIX)) put(key.slice(PREFIX.length), localStorage.getItem(key));
  }
}

function put(id, stored) {
  const row = rowOf(id, stored, today);
  rows.set(id, row);
  count(row, 1);
  return row;
}

function count(row, step) {
  for (const view of row.views) counts[view] += step;
}

// --- finding

function compare(one, other) {
  const [column, descending] = sort;
  const [a, b] = [one[column], other[column]];
  if (a !== b) {
    if (a === undefined) return 1;
    if (b === undefined) return -1;
    return a < b === descending ? 1 : -1;
  }
  if (one.topic !== other.topic) return one.topic < other.topic ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

function arrange() {
  ordered = [];
  for (const row of rows.values()) if (row.views.has(view)) ordered.push(row);
  ordered.sort(compare);
  filter();
}

const matches = (row) => words.every((word) => row.search.includes(word));

function filter() {
  found = words.length > 0 ? ordered.filter(matches) : ordered;
}

/** Where the row stands in order, or would stand. */
function place(row) {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(ordered[middle], row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

// --- showing

const escape = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
const icon = (name) => `<svg class="icon" aria-hidden="true"><use href="#i-${name}"></use></svg>`;
const status = (name, symbol, word) => `<span class="status" data-status="${name}">${icon(symbol)}${word}</span>`;
const NONE = `<span class="muted" aria-label="not given">–</span>`;
const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

function parts(minor) {
  return [grouped(Math.trunc(minor / 100)), `.${String(minor % 100).padStart(2, "0")}`];
}

function money(minor, currency) {
  if (minor === undefined) return NONE;
  const [major, rest] = parts(minor);
  const symbol = currency === "MYR" ? "" : `<span class="minor">${currency}</span>&nbsp;`;
  return `<span class="money">${symbol}${major}<span class="minor">${rest}</span></span>`;
}

const written = (minor, currency) => `${currency === "MYR" ? "RM" : currency}\u{a0}${parts(minor).join("")}`;

const dayMonth = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const dayMonthYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const days = new Map();

function day(date) {
  if (date === undefined) return NONE;
  let text = days.get(date);
  if (text === undefined) {
    const format = date.startsWith(String(today.getFullYear())) ? dayMonth : dayMonthYear;
    text = `<time datetime="${date}">${format.format(new Date(date))}</time>`;
    days.set(date, text);
  }
  return text;
}

const dated = (date, late = "", planned = "") =>
  `<td class="number closes"${planned}${date === undefined ? ' data-none=""' : ""}>${late}${day(date)}</td>`;

const CELLS = {
  status: (row) => `<td class="state">${row.outcome === undefined
    ? row.onHold ? status("open", "hold", "Open, on hold") : status("open", "progress", "Open, in progress")
    : row.outcome === "w" ? status("won", "won", "Won") : status("lost", "lost", "Lost")}</td>`,
  stage: (row) => `<td class="at"><span class="stage" data-stage="${row.stage}"><svg viewBox="0 0 22 8" aria-hidden="true">`
    + `<rect width="4" height="8"></rect><rect x="6" width="4" height="8"></rect><rect x="12" width="4" height="8"></rect>`
    + `<rect x="18" width="4" height="8"></rect></svg>${STAGES[row.stage]}</span></td>`,
  reason: (row) => `<td class="reason">${REASONS[row.reason] ?? ""}</td>`,
  competitor: (row) => `<td class="competitor">${escape(row.rival ?? "")}</td>`,
  estimate: (row) =>
    `<td class="number amount">${money(view === "lost" || view === "revisit" ? row.atClosing : row.minor, row.currency)}</td>`,
  revenue: (row) => `<td class="number ${view === "won" ? "amount" : "actual"}">${money(row.actual, row.currency)}</td>`,
  probability: (row) => `<td class="number probability">${row.probability === undefined ? "–" : `${row.probability}%`}</td>`,
  closes: (row) => dated(
    row.closes,
    row.late === undefined ? "" : status("late", "clock", row.late === 1 ? "1 day late" : `${row.late} days late`),
    row.outcome === undefined ? "" : ' data-planned=""',
  ),
  closed: (row) => dated(row.closed),
  revisit: (row) => dated(row.revisit),
  quotes: (row) => `<td class="quotes">${row.active > 0 ? `${status("active", "active", `${row.active} active`)} ` : ""}${
    row.drafts > 0 ? status("draft", "draft", row.drafts === 1 ? "1 draft" : `${row.drafts} drafts`) : ""}</td>`,
  days: (row) => `<td class="number quotes">${grouped(row.days)}</td>`,
};

const box = (name, id = "") => `<label><input type="checkbox"${id} aria-label="${name}"></label>`;

function line(row, place) {
  const hold = row.outcome === undefined && row.onHold ? ` ${status("hold", "hold", "On hold")}` : "";
  let cells = "";
  for (const column of COLUMNS[view].slice(2)) cells += CELLS[column](row);
  const pick = `<td class="pick">${box(`Select ${escape(row.name)}`)}</td>`;
  return `<tr data-opportunity="${row.id}" aria-rowindex="${place + 2}">${pick}<td class="topic wide-column"><a href="#/opportunity/${row.id}" id="row-${row.id}">${
    escape(row.name)}</a>${hold}</td><td class="customer">${escape(row.account ?? "")}</td>${cells}</tr>`;
}

const rest = (count) =>
  count > 0 ? `<tr class="rest" aria-hidden="true"><td style="block-size:${count * height}px"></td></tr>` : "";

function showRows() {
  const last = Math.min(first + ROWS, found.length);
  let html = rest(first);
  for (let place = first; place < last; place += 1) html += line(found[place], place);
  html += rest(found.length - last);
  // Most letters of a word find what the one before has found.
  if (html === mounted) return;
  mounted = html;
  tbody.innerHTML = html;
}

function showHead() {
  const [by, descending] = sort;
  const all = `<th scope="col" class="pick">${box("Select all", ' id="select-all"')}</th>`;
  thead.innerHTML = `<tr aria-rowindex="1">${all}${COLUMNS[view].map((column) => {
    const sorted = column === by ? ` aria-sort="${descending ? "descending" : "ascending"}"` : "";
    const arrow = column === by ? icon(descending ? "down" : "up") : "";
    const number = NUMBERS.has(column) ? ' class="number"' : "";
    return `<th scope="col"${number}${sorted}><button type="button" data-column="${column}">${HEADS[column]}${arrow}</button></th>`;
  }).join("")}</tr>`;
}

function showTotals() {
  const columns = COLUMNS[view];
  const before = columns.indexOf(view === "won" ? "revenue" : "estimate");
  const amount = view === "won" ? "actual" : view === "lost" || view === "revisit" ? "atClosing" : "minor";
  const sums = new Map();
  for (const row of found) {
    const value = row[amount];
    if (value === undefined) continue;
    let sum = sums.get(row.currency);
    if (sum === undefined) sums.set(row.currency, (sum = { minor: 0, weighted: 0, counted: 0 }));
    sum.minor += value;
    if (row.probability === undefined) continue;
    sum.weighted += value * row.probability;
    sum.counted += 1;
  }
  const others = Array.from(sums.keys()).filter((currency) => currency !== "MYR").sort();
  const own = sums.get("MYR");
  const also = others.map((currency) => ` ${money(sums.get(currency).minor, currency)}`).join("");
  const worth = counts[view] > 0 && columns.includes("probability") ? weighted(sums) : rates();
  tfoot.innerHTML = `<tr><td colspan="${before + 1}" class="total">Total of ${grouped(found.length)}</td>`
    + `<td class="number sum">${own ? money(own.minor, "MYR") : ""}</td><td colspan="${columns.length - before - 1}" class="number also">`
    + `${others.length > 0 ? `<span class="muted">Other currency</span>${also}` : ""}</td></tr>`
    + (worth.length > 0
      ? `<tr class="worth"><td colspan="${columns.length + 1}">${worth.map((line) => `<span>${line}</span> `).join("")}</td></tr>`
      : "");
}

function weighted(sums) {
  const currencies = Array.from(sums.keys()).sort().filter((currency) => sums.get(currency).counted > 0);
  const lines = currencies.map((currency) => `Weighted ${written(Math.floor((sums.get(currency).weighted + 50) / 100), currency)}.`);
  const without = found.length - currencies.reduce((sum, currency) => sum + sums.get(currency).counted, 0);
  if (without > 0 && lines.length > 0) lines.push(`${grouped(without)} without amount or probability not counted.`);
  return lines;
}

/** What was won and lost of all that was searched for, in whichever view it stands. */
function rates() {
  let [won, lost] = [0, 0];
  const values = new Map();
  const all = view === "all" ? found : Array.from(rows.values());
  for (const row of all) {
    if (row.outcome === undefined || (all !== found && words.length > 0 && !matches(row))) continue;
    let value = values.get(row.currency);
    if (value === undefined) values.set(row.currency, (value = { won: 0, lost: 0 }));
    if (row.outcome === "w") {
      won += 1;
      value.won += row.actual ?? 0;
    } else {
      lost += 1;
      value.lost += row.atClosing ?? 0;
    }
  }
  if (won + lost === 0) return [];
  const share = (part, whole) => `${(Math.round((part * 10_000) / whole) / 100).toFixed(2)}%`;
  const lines = [`${grouped(won)} won, ${grouped(lost)} lost.`, `Win rate ${share(won, won + lost)} of ${grouped(won + lost)} closed.`];
  for (const currency of Array.from(values.keys()).sort()) {
    const value = values.get(currency);
    const whole = value.won + value.lost;
    if (whole > 0) lines.push(`By value ${share(value.won, whole)}: ${written(value.won, currency)} of ${written(whole, currency)}.`);
  }
  return lines;
}

function showViews() {
  nav.innerHTML = GROUPS.map(([name, ...views]) => `<div><h2>${name}</h2><ul>${views.map((it) => {
    if (counts[it] === 0 && it !== view && !["open", "won", "lost", "all"].includes(it)) return "";
    const here = it === view ? ' aria-current="page"' : "";
    const number = `<span class="count">${grouped(counts[it])}</span>`;
    return `<li><a href="#/${it}" data-view="${it}"${here}>${icon(VIEWS[it].icon)}${VIEWS[it].name}${number}</a></li>`;
  }).join("")}</ul></div>`).join("");
}

function showList() {
  table.toggleAttribute("data-windowed", found.length > ROWS);
  first = Math.max(0, Math.min(first, found.length - ROWS));
  showRows();
  showTotals();
}

function showView() {
  head.textContent = VIEWS[view].title;
  table.dataset.view = view;
  showViews();
  showHead();
  showList();
}

// --- acting

function go(to) {
  view = to;
  sort = VIEWS[to].sort;
  first = 0;
  arrange();
  showView();
}

const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

field.addEventListener("input", () => {
  words = folded(field.value).split(/\s+/).filter(Boolean);
  output.textContent = "";
  if (view !== "all") {
    go("all");
  } else {
    filter();
    showList();
  }
  if (words.length > 0) output.textContent = `${found.length} opportunities found`;
});

thead.addEventListener("click", ({ target }) => {
  const column = target.closest("button")?.dataset.column;
  if (column === undefined) return;
  sort = [column, column === sort[0] ? !sort[1] : BEGINS_WITH_MOST.has(column)];
  arrange();
  showHead();
  showList();
});

nav.addEventListener("click", (event) => {
  const to = event.target.closest("a")?.dataset.view;
  if (to === undefined) return;
  event.preventDefault();
  words = [];
  field.value = "";
  go(to);
});

addEventListener("scroll", () => {
  const row = tbody.querySelector("tr:not(.rest)");
  if (row === null || found.length <= ROWS) return;
  height = row.getBoundingClientRect().height;
  const above = Math.floor(-tbody.getBoundingClientRect().top / height);
  const wanted = Math.max(0, Math.min(above - MARGIN, found.length - ROWS));
  // It is moved before its edge comes into sight.
  if (Math.abs(wanted - first) < MARGIN / 2) return;
  first = wanted;
  showRows();
});

// --- writing

/** Stores a record and shows it: one write, one row, the counts and the totals. */
function write(id, stored) {
  const key = PREFIX + id;
  const before = localStorage.getItem(key);
  localStorage.setItem(key, stored);
  const old = rows.get(id);
  count(old, -1);
  if (old.views.has(view)) ordered.splice(place(old), 1);
  const row = put(id, stored);
  if (row.views.has(view)) ordered.splice(place(row), 0, row);
  filter();
  showViews();
  showList();
  return before;
}

function act(id, stored) {
  done.push([id, write(id, stored)]);
  undone.length = 0;
}

addEventListener("keydown", (event) => {
  if (event.key !== "z" || !event.ctrlKey) return;
  event.preventDefault();
  const [from, to] = event.shiftKey ? [undone, done] : [done, undone];
  const [id, stored] = from.pop() ?? [];
  if (id !== undefined) to.push([id, write(id, stored)]);
});

const closing = find("#close");
const editing = find("#edit");
let subject;

addEventListener("hashchange", () => {
  const [, act, id] = location.hash.match(/^#\/(opportunity|all\/close)\/(\w+)/) ?? [];
  subject = rows.get(id);
  if (subject === undefined) return;
  if (act === "opportunity") {
    editing.querySelector("input").value = subject.name;
    editing.showModal();
    return;
  }
  closing.querySelector("form").reset();
  closing.querySelector("ul").innerHTML = subject.quotes > 0 ? `<li>${subject.active} active, ${subject.drafts} drafts</li>` : "";
  closing.showModal();
});

// The address of a dialog is left with it, so that it can be gone to again.
for (const dialog of [closing, editing]) {
  dialog.addEventListener("close", () => history.replaceState(null, "", `#/${view}`));
}

closing.addEventListener("submit", (event) => {
  event.preventDefault();
  const { reason, settle } = event.target.elements;
  if (reason.value === "" || (subject.active > 0 && !settle.checked)) return;
  act(subject.id, close(localStorage.getItem(PREFIX + subject.id), reason.value, Date.now()));
  closing.close();
});

editing.addEventListener("submit", (event) => {
  event.preventDefault();
  act(subject.id, rename(localStorage.getItem(PREFIX + subject.id), event.target.elements.topic.value.trim(), Date.now()));
  editing.close();
});

load();
arrange();
showView();
