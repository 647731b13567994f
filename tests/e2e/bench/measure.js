// Measures what a user waits for: the same code in Tutup and in the plain page, run in every page before its own.
(() => {
  const { setItem } = Storage.prototype;
  const writes = { count: 0, at: 0 };

  /** How often the local storage was written to, and when the last write had returned. */
  Storage.prototype.setItem = function (key, value) {
    setItem.call(this, key, value);
    if (this !== localStorage) return;
    writes.count += 1;
    writes.at = performance.now();
  };

  const memories = new Set();
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...options) => {
      const result = await original.apply(WebAssembly, options);
      const memory = (result.instance ?? result).exports.memory;
      if (memory) memories.add(memory);
      return result;
    };
  }

  const channel = new MessageChannel();
  let drawn;
  channel.port1.onmessage = () => drawn(performance.now());

  /** Resolves with the time when what is in the page by the next frame has been drawn: a message comes right behind it. */
  function painted() {
    return new Promise((resolve) => {
      requestAnimationFrame(() => {
        drawn = resolve;
        channel.port2.postMessage(null);
      });
    });
  }

  /** Waits, frame by frame, until something is there, and resolves with when it was drawn. */
  async function shows(condition) {
    const deadline = performance.now() + 30_000;
    for (;;) {
      const at = await painted();
      if (condition()) return at;
      if (at > deadline) throw new Error(`waited in vain for ${condition}`);
    }
  }

  const find = (selector) => document.querySelector(selector);
  const field = () => find("#search");
  const total = () => find("tfoot")?.textContent;
  const isShown = (id, status) => find(`tr:has(#row-${id}) .status[data-status="${status}"]`) !== null;

  function type(control, value, event = "input") {
    control.value = value;
    control.dispatchEvent(new Event(event, { bubbles: true }));
  }

  function choose(select, label) {
    const { value } = Array.from(select.options).find((option) => option.label === label);
    type(select, value);
    type(select, value, "change");
  }

  function press(key, shiftKey = false) {
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey, ctrlKey: true, bubbles: true, cancelable: true }));
  }

  const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

  /** The mean time of so many acts, from the event to what it changes being drawn. */
  async function batch(count, act) {
    const times = [];
    for (let turn = 0; turn < count; turn += 1) {
      const begun = performance.now();
      times.push((await act(turn)) - begun);
    }
    return mean(times);
  }

  /** From the navigation to rows, and to the answer to a first key. */
  async function start() {
    const rows = await shows(() => find("tbody a[id^=row-]") && field());
    const before = total();
    field().focus();
    type(field(), "k");
    return { rows, answered: await shows(() => total() !== before) };
  }

  const WORDS = ["contoso", "erp rollout", "penang", "cafe osterreich", "q-001", "steering committee", "zubr", "solar"];

  /** Words typed letter by letter, each in the place of the one before. */
  async function search(count) {
    const typed = WORDS.flatMap((word) => Array.from(word, (_, end) => word.slice(0, end + 1)));
    field().focus();
    const time = await batch(count, (turn) => {
      type(field(), typed[turn % typed.length]);
      return painted();
    });
    type(field(), "");
    await painted();
    return time;
  }

  /** The columns of the present view one by one, each one way, next time the other. */
  async function sort(count) {
    return batch(count, (turn) => {
      const buttons = document.querySelectorAll("thead th button");
      // Twice each: what is pressed again turns round.
      buttons[(turn >> 1) % buttons.length].click();
      return painted();
    });
  }

  const VIEWS = ["open", "won", "lost", "all"];

  async function view(count) {
    return batch(count, (turn) => {
      const view = VIEWS[turn % VIEWS.length];
      find(`.views a[href="#/${view}"]`).click();
      return shows(() => find("table.opportunities")?.dataset.view === view);
    });
  }

  /** What the list shows, to see that both pages show the same: all, and what is found, in another order. */
  async function shown() {
    const all = await list();
    type(field(), "Penang cafe");
    await shows(() => find("tfoot .total").textContent !== all.total);
    const found = await list();
    document.querySelectorAll("thead th button")[1].click();
    await shows(() => find("thead th[aria-sort] button")?.textContent.startsWith("Customer"));
    return { all, found, sorted: await list() };
  }

  /** Once as many rows are mounted as are compared: at first there may be no more than are in sight. */
  async function list() {
    const mounted = () => Array.from(document.querySelectorAll("tbody tr:not(.rest)"));
    const count = Number(find("tfoot .total").textContent.replace(/\D/g, ""));
    await shows(() => mounted().length >= Math.min(count, 40));
    const rows = mounted().slice(0, 40);
    const text = (element) => element?.innerText.replace(/\s+/g, " ").trim();
    return { total: find("tfoot .total").textContent, head: text(find("thead")), rows: rows.map(text), foot: text(find("tfoot")), views: text(find(".views ul")) };
  }

  /** Waits until something was written to the storage, and resolves with when what it changed was drawn. */
  function written(act) {
    writes.count = 0;
    act();
    return shows(() => writes.count > 0);
  }

  /** Opens the dialog that closes as lost over the list, and fills it in. */
  async function decide(id) {
    location.hash = `#/all/close/${id}?as=lost`;
    await shows(() => find("dialog[open] select"));
    choose(find("dialog[open] select"), "Price");
    await painted();
    const tick = find("dialog[open] input[type=checkbox]");
    if (!tick.checked) tick.click();
    await painted();
  }

  /** Closes as lost and takes it back, so often: from the press of the dialog's button to saved, and to row and totals drawn. */
  async function close(count, id) {
    const times = { saved: [], shown: [] };
    let stored;
    find('.views a[href="#/all"]').click();
    await shows(() => isShown(id, "open"));
    for (let turn = 0; turn < count; turn += 1) {
      await decide(id);
      const before = total();
      const begun = performance.now();
      writes.count = 0;
      find("dialog[open] button[type=submit]").click();
      const shown = await shows(() => writes.count > 0 && isShown(id, "lost") && total() !== before);
      times.saved.push(writes.at - begun);
      times.shown.push(shown - begun);
      if (writes.count !== 1) throw new Error(`${writes.count} writes`);
      await shows(() => !find("dialog[open]") && !location.hash.includes("/close"));
      stored = localStorage.getItem(`tutup:o:${id}`);
      document.activeElement?.blur();
      await written(() => press("z"));
      await shows(() => isShown(id, "open"));
    }
    return { saved: mean(times.saved), shown: mean(times.shown), stored };
  }

  /** Closes so many open ones as lost in one act, and takes it back: from the press of the dialog's button to saved and drawn. */
  async function bulk(count) {
    find('.views a[href="#/open"]').click();
    await shows(() => find("table.opportunities")?.dataset.view === "open");
    const boxes = () => document.querySelectorAll("tbody tr[data-opportunity] input[type=checkbox]");
    boxes()[0].click();
    const last = Math.min(count, Number(find("table.opportunities").getAttribute("aria-rowcount")) - 1);
    const row = () => find(`tr[data-opportunity][aria-rowindex="${last + 1}"]`);
    scrollTo(0, (last - 5) * boxes()[0].closest("tr").offsetHeight);
    await shows(row);
    row().querySelector("input").dispatchEvent(new MouseEvent("click", { shiftKey: true, bubbles: true, cancelable: true }));
    await shows(() => find(".selection button use[href='#i-lost']"));
    find(".selection button:has(use[href='#i-lost'])").click();
    await shows(() => find("dialog[open] select"));
    choose(find("dialog[open] select"), "Price");
    await painted();
    const tick = find("dialog[open] input[type=checkbox]");
    if (tick && !tick.checked) tick.click();
    await painted();
    const before = total();
    const begun = performance.now();
    find("dialog[open] button[type=submit]").click();
    const shown = await shows(() => !find("dialog[open]") && total() !== before);
    document.activeElement?.blur();
    press("z");
    await shows(() => total() === before);
    return { time: shown - begun, count: last };
  }

  /** Changes the topic in the form, so often: from the press of its button to saved. */
  async function edit(count, id) {
    const times = [];
    const [, topic] = localStorage.getItem(`tutup:o:${id}`).match(/"t":"([^"]+)"/);
    for (let turn = 0; turn < 2 * count; turn += 1) {
      location.hash = `#/opportunity/${id}`;
      await shows(() => find("form[data-main] [name=topic]"));
      type(find("form[data-main] [name=topic]"), turn % 2 === 0 ? `${topic}, changed` : topic);
      await painted();
      const form = find("form[data-main]");
      const button = form.querySelector("[type=submit]") ?? find(`[type=submit][form="${form.id}"]`);
      const begun = performance.now();
      await written(() => button.click());
      times.push(writes.at - begun);
      if (writes.count !== 1) throw new Error(`${writes.count} writes`);
    }
    return { time: mean(times), writes: writes.count };
  }

  /** From top to bottom, a step with every frame: how long each frame was, and how many rows were mounted at most. */
  async function scroll() {
    scrollTo(0, 0);
    await painted();
    await painted();
    const step = Math.max(100, Math.ceil(document.documentElement.scrollHeight / 600));
    const intervals = [];
    let [rows, last] = [0, await new Promise(requestAnimationFrame)];
    for (;;) {
      const before = scrollY;
      scrollBy(0, step);
      const now = await new Promise(requestAnimationFrame);
      intervals.push(now - last);
      last = now;
      rows = Math.max(rows, find("tbody").querySelectorAll("tr:not(.rest)").length);
      if (scrollY === before) break;
    }
    scrollTo(0, 0);
    const smooth = intervals.filter((interval) => interval <= 32).length;
    return { smooth: (100 * smooth) / intervals.length, longest: Math.max(...intervals), rows, frames: intervals.length };
  }

  /** Opens one row of the list after the other, and goes back each time. */
  async function trips(count) {
    for (let turn = 0; turn < count; turn += 1) {
      const rows = document.querySelectorAll("tbody a[id^=row-]");
      rows[turn % rows.length].click();
      await shows(() => !find("table.opportunities") && find("#page-head") && !find(".waiting"));
      history.back();
      await shows(() => find("table.opportunities tbody a[id^=row-]"));
    }
  }

  const wasm = () => Array.from(memories, ({ buffer }) => buffer.byteLength).reduce((sum, bytes) => sum + bytes, 0);

  globalThis.bench = { start: start(), search, sort, view, shown, close, bulk, edit, scroll, trips, wasm };
})();
