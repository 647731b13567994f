// A stored opportunity, as docs/stored-format.md describes it: read into a row of the lists, and written again.
const DAY = 86_400_000;
const STALE_AFTER = 30;
const REVISIT_AHEAD = 14;
const STAGES = "qdpc";
const REASONS = "wcopnbfx";

const MARKS = /\p{M}/gu;
const isAscii = (text) => /^[\0-\x7f]*$/.test(text);
const fold = (text) => (isAscii(text) ? text : text.normalize("NFD").replace(MARKS, "")).toLowerCase();

/** The JSON in an envelope `<checksum>|<schema>|<revision>|<json>`. */
function open(stored) {
  const revision = stored.indexOf("|", 9);
  const json = stored.indexOf("|", revision + 1);
  return { revision: Number(stored.slice(revision + 1, json)), it: JSON.parse(stored.slice(json + 1)) };
}

const localDay = (at, ahead) => Math.floor((at - ahead * 60_000) / DAY);
const dayOf = (date) => Date.parse(date) / DAY;
const dateOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);

/** When it was created and modified: `mwr6x8io+556o`. */
function times(text) {
  const sign = text.slice(1).search(/[+-]/) + 1;
  if (sign === 0) return [parseInt(text, 36), parseInt(text, 36)];
  const created = parseInt(text.slice(0, sign), 36);
  return [created, created + parseInt(text.slice(sign), 36)];
}

/** What the lists know of an opportunity. */
export function row(id, stored, now) {
  const { it } = open(stored);
  const ahead = now.getTimezoneOffset();
  const today = localDay(now.getTime(), ahead);
  const [created, modified] = times(it.cr);
  const last = it.cl?.at(-1);
  const closing = last?.xb === undefined ? last : undefined;
  const outcome = closing?.o;
  const minor = it.ca ? it.ln?.reduce((sum, line) => sum + (line.bu ?? 0), 0) : it.er;
  const closed = closing && (closing.on ?? dateOf(Math.floor((closing.at ?? modified) / DAY)));

  let [search, drafts, active] = [`${it.t}\n`, 0, 0];
  const add = (text) => {
    if (text !== undefined) search += `${text}\n`;
  };
  for (const text of [it.cu, it.co, it.am, it.un, it.de, it.ne, it.so]) add(text);
  for (const line of it.ln ?? []) add(line.n);
  let [number, name] = [undefined, it.t];
  for (const quote of it.qu ?? []) {
    number = quote.i ?? number;
    name = quote.n ?? name;
    add(`Q-${String(number).padStart(5, "0")}`);
    add(name);
    add(quote.de);
    for (const line of quote.ln ?? []) add(line.n ?? it.ln?.find(({ i }) => i === (line[0] ?? line.i ?? line))?.n);
    const state = quote.st.match(/[A-Z](?=[^A-Z]*$)/)[0];
    if (state === "D") drafts += 1;
    if (state === "A") active += 1;
  }
  add(closing?.cn);
  for (const { de, rn, cn } of it.cl ?? []) for (const text of [de, rn, cn]) add(text);
  for (const { tx } of it.no ?? []) add(tx);

  const late = outcome === undefined && it.ec !== undefined ? today - dayOf(it.ec) : 0;
  const views = new Set(["all"]);
  if (outcome === undefined) {
    views.add("open");
    if (late > 0) views.add("overdue");
    if (active > 0) views.add("blocked");
    if (today - localDay(modified, ahead) > STALE_AFTER) views.add("stale");
  } else {
    views.add(outcome === "w" ? "won" : "lost");
    if (closing.rv !== undefined && dayOf(closing.rv) - today <= REVISIT_AHEAD) views.add("revisit");
  }

  return {
    id,
    views,
    outcome,
    name: it.t,
    account: it.cu,
    rival: closing?.cn,
    currency: it.cy,
    minor,
    atClosing: closing && (closing.es === undefined ? minor : closing.es ?? undefined),
    actual: outcome === "w" ? closing.ar ?? it.er : closing?.ar,
    onHold: it.os === "h",
    active,
    drafts,
    late: late > 0 ? late : undefined,
    search: fold(search),
    // What is sorted by.
    topic: fold(it.t),
    customer: it.cu === undefined ? undefined : fold(it.cu),
    competitor: closing?.cn === undefined ? undefined : fold(closing.cn),
    status: outcome === undefined ? 0 : outcome === "w" ? 1 : 2,
    stage: STAGES.indexOf(it.sg ?? "q") + 1,
    reason: closing && REASONS.indexOf(closing.re),
    estimate: minor,
    revenue: outcome === "w" ? closing.ar ?? it.er : closing?.ar,
    probability: outcome === undefined ? it.pr : outcome === "w" ? 100 : 0,
    closes: it.ec,
    closed,
    revisit: closing?.rv,
    quotes: active + drafts,
    days: (closed === undefined ? today : dayOf(closed)) - localDay(created, ahead),
  };
}

// --- writing

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});
const encoder = new TextEncoder();

function seal(revision, it) {
  const content = `2|${revision}|${JSON.stringify(it)}`;
  let sum = ~0;
  for (const byte of encoder.encode(content)) sum = TABLE[(sum ^ byte) & 255] ^ (sum >>> 8);
  return `${(~sum >>> 0).toString(16).padStart(8, "0")}|${content}`;
}

function modified(it, now) {
  const [created] = times(it.cr);
  return { ...it, cr: now === created ? created.toString(36) : `${created.toString(36)}+${(now - created).toString(36)}` };
}

/** The record with another topic. */
export function rename(stored, topic, now) {
  const { revision, it } = open(stored);
  return seal(revision + 1, { ...modified(it, now), t: topic });
}

/** The record of one that was never closed, closed as lost with its open quotes: active ones as lost, drafts as canceled. */
export function close(stored, reason, now) {
  const { revision, it } = open(stored);
  const [created] = times(it.cr);
  const away = localDay(now, new Date(now).getTimezoneOffset()) - Math.floor(now / DAY);
  const day = away === 0 ? "" : away > 0 ? `+${away}` : String(away);
  const settled = it.qu?.map((quote) => {
    let [state, at] = ["", created];
    for (const [, letter, since] of quote.st.matchAll(/([A-Z])(-?[0-9a-z]+)/g)) {
      state = letter;
      at += parseInt(since, 36);
    }
    if (state !== "D" && state !== "A") return quote;
    return { ...quote, st: `${quote.st}${state === "A" ? "L" : "C"}${(now - at).toString(36)}${day}` };
  });
  const on = away === 0 ? {} : { on: dateOf(Math.floor(now / DAY) + away) };
  return seal(revision + 1, { ...modified(it, now), cl: [{ o: "l", re: reason, ...on }], ...(settled && { qu: settled }) });
}
