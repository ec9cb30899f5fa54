"use strict";
// The parts of this script are put together in the order of their names. It is a classic script,
// and every file it loads can also be one, because pages opened from a disk allow nothing else.
const page = document.currentScript.dataset;
const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== false && value !== null) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children);
  return made;
};
const loadScript = (url) => new Promise((done, failed) => {
  document.head.append(element("script", { src: url, onload: done, onerror: () => failed(new Error(url)) }));
});
// What loaded scripts hand over: data sets, the engine's bytes, the search index.
globalThis.descent = { data: {} };

// The engine: Swift compiled to WebAssembly, loaded when first needed.
const Engine = (() => {
  let starting = null, core = null;
  const opening = document.querySelector("main[data-start]")?.dataset.start ?? "";
  const encoder = new TextEncoder(), decoder = new TextDecoder();

  const bytes = async () => {
    try {
      if (location.protocol === "file:") throw 0;
      const answer = await fetch(page.engine);
      if (!answer.ok) throw 0;
      return await answer.arrayBuffer();
    } catch {
      await loadScript(page.engineScript);
      return Uint8Array.from(atob(descent.engine), (letter) => letter.charCodeAt(0));
    }
  };
  const start = () => starting ??= bytes()
    .then((wasm) => WebAssembly.instantiate(wasm, {}))
    .then(({ instance }) => {
      core = instance.exports;
      for (const name of Object.keys(sets)) withText(name, (at, count) => core.declare(at, count));
      document.dispatchEvent(new Event("engine"));
    })
    .catch((error) => { starting = null; throw error; });

  // Calls `use` with text in the engine's memory: place and length.
  const withText = (text, use) => {
    const encoded = encoder.encode(text), place = core.allocate(encoded.length);
    if (!place) throw new Error("out of memory");
    new Uint8Array(core.memory.buffer, place, encoded.length).set(encoded);
    try { return use(place, encoded.length); } finally { core.release(place); }
  };

  // The same for several texts.
  const withTexts = ([text, ...rest], use, ...at) =>
    withText(text, (...place) => rest.length ? withTexts(rest, use, ...at, ...place) : use(...at, ...place));

  // A cell's source as HTML in which words are told apart; null where there is no engine yet.
  const highlighted = (source) => {
    if (!core) return null;
    const place = withText(source, (at, count) => core.highlight(at, count));
    const length = new DataView(core.memory.buffer).getUint32(place, true);
    const html = decoder.decode(new Uint8Array(core.memory.buffer, place + 4, length));
    core.release(place);
    return html;
  };

  // Data sets the source names, each loaded once and given to the engine.
  const given = new Set(), sets = JSON.parse(page.data || "{}");
  const provide = async (source) => {
    for (const [name, url] of Object.entries(sets)) {
      // `data` lists them all.
      if (given.has(name) || !new RegExp(`\\b(${name}|data)\\b`).test(source)) continue;
      if (!(name in descent.data)) await loadScript(page.root + url);
      withTexts([name, descent.data[name]], core.provide);
      given.add(name);
      delete descent.data[name];
    }
  };

  // Lets the browser draw and take input between two slices, without a timer's delay.
  const channel = new MessageChannel(), waiting = [];
  channel.port1.onmessage = () => waiting.shift()();
  const pause = () => new Promise((done) => { waiting.push(done); channel.port2.postMessage(0); });

  // A session's state after some cells: a value, which can be copied and run further.
  class Session {
    constructor(handle) { this.handle = handle; }
    // Where the lesson's front matter lets a notebook begin.
    static async open() {
      await start();
      return new Session(withText(opening, (at, count) => core.open(at, count)));
    }
    copy() { return new Session(core.copy(this.handle)); }
    close() { if (this.handle && core) core.close(this.handle); this.handle = 0; }

    run(source, control = {}, identifier = "cell") {
      return this.perform(control, [source, identifier], core.begin);
    }
    // An exercise's check, once the answer was run: what the starter says already was not typed.
    check(source, answer, starter) {
      return this.perform({}, [source, answer, starter], core.check);
    }
    // What a number given to a quiz is to its answer.
    judge(typed, answer) {
      const verdicts = ["none", "right", "digits", "small", "large"];
      return verdicts[withTexts([typed, answer], (...at) => core.judge(this.handle, ...at))];
    }

    // Runs a cell in slices of about 12 ms; `control.stopped` ends it between two of them.
    async perform(control, texts, begin) {
      await provide(texts[0]);
      const mine = core;
      try {
        withTexts(texts, (...at) => begin(this.handle, ...at));
        let budget = 2000, drawn = performance.now();
        for (;;) {
          const before = performance.now();
          if (mine.advance(this.handle, budget)) break;
          const now = performance.now();
          budget = Math.max(100, Math.min(1e9, budget * Math.min(4, 12 / Math.max(0.1, now - before))));
          if (control.stopped) { mine.stop(this.handle); break; }
          if (now - drawn > 12) { await pause(); drawn = performance.now(); }
          if (control.stopped) { mine.stop(this.handle); break; }
        }
        const place = mine.result(this.handle), count = mine.resultCount(this.handle);
        return JSON.parse(decoder.decode(new Uint8Array(mine.memory.buffer, place, count)));
      } catch (error) {
        // A trap leaves the engine's memory in no known state: begin with a new one.
        starting = core = null;
        given.clear();
        throw error;
      }
    }
  }
  return { Session, highlighted, start };
})();
