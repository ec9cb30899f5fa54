// The browser's engine against the native one: every cell of every page is run again through the
// WebAssembly module and must put out what the page shows, byte for byte. The pages were computed by
// the native tool.
//   node Tests/web/engine.mjs ENGINE.wasm SITE [VERDICTS]
// VERDICTS are lines of an answer, a number given to it and what the tool says to that.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const [enginePath, site, verdicts] = process.argv.slice(2);
const module = new WebAssembly.Module(readFileSync(enginePath));
const marks = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
const decode = (html) => html.replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => marks[name]);
const attribute = (tag, name) => decode(tag.match(new RegExp(` ${name}="([^"]*)"`))?.[1] ?? "");

// Data sets as the pages get them: scripts that fill `descent.data`.
const descent = { data: {} };
for (const name of readdirSync(join(site, "assets"))) {
  const text = readFileSync(join(site, "assets", name), "utf8");
  if (text.startsWith("descent.data[")) new Function("descent", text)(descent);
}

class Engine {
  constructor() {
    this.core = new WebAssembly.Instance(module).exports;
    for (const name of Object.keys(descent.data)) this.with([name], (...at) => this.core.declare(...at));
    this.given = new Set();
  }
  with(texts, use, at = []) {
    if (!texts.length) return use(...at);
    const bytes = new TextEncoder().encode(texts[0]);
    const place = this.core.allocate(bytes.length);
    new Uint8Array(this.core.memory.buffer, place, bytes.length).set(bytes);
    try { return this.with(texts.slice(1), use, [...at, place, bytes.length]); } finally { this.core.release(place); }
  }
  open(start) { return this.with([start], (...at) => this.core.open(...at)); }
  highlighted(source) {
    const place = this.with([source], (...at) => this.core.highlight(...at));
    const length = new DataView(this.core.memory.buffer).getUint32(place, true);
    const html = new TextDecoder().decode(new Uint8Array(this.core.memory.buffer, place + 4, length));
    this.core.release(place);
    return html;
  }
  run(session, source, identifier, budget) {
    for (const [name, text] of Object.entries(descent.data)) {
      if (this.given.has(name) || !(source.includes(name) || source.includes("data"))) continue;
      this.with([name, text], (...at) => this.core.provide(...at));
      this.given.add(name);
    }
    this.with([source, identifier], (...at) => this.core.begin(session, ...at));
    let slices = 1;
    while (!this.core.advance(session, budget)) slices++;
    const place = this.core.result(session), count = this.core.resultCount(session);
    const answer = JSON.parse(new TextDecoder().decode(new Uint8Array(this.core.memory.buffer, place, count)));
    return { ...answer, slices };
  }
}

const cellPattern = new RegExp(
  [
    /(<div class="cell"[^>]*>)<div class="editor"><pre>/,
    /((?:[^<]|<\/?span[^>]*>)*)<\/pre><\/div><div class="output">/,
  ].map((part) => part.source).join(""),
  "g",
);
// The output's end is its own closing tag: divisions inside are counted.
const outputAt = (html, start) => {
  const tags = /<(\/?)div\b[^>]*>/g;
  tags.lastIndex = start;
  for (let depth = 1; ;) {
    const tag = tags.exec(html);
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return html.slice(start, tag.index);
  }
};

let cells = 0, failures = 0, used = 0;
const started = performance.now();
const isPage = (name) => name.endsWith(".html") && name !== "print.html";
for (const name of readdirSync(site, { recursive: true }).filter(isPage).sort()) {
  const html = readFileSync(join(site, name), "utf8");
  // Small and large slices must come to the same.
  for (const budget of [1_000_000, 7]) {
    const engine = new Engine();
    const start = attribute(html.match(/<main [^>]*>/)?.[0] ?? "", "data-start");
    // The notebook after each cell, for those that start from it.
    const after = {};
    for (const match of html.matchAll(cellPattern)) {
      const tag = match[1], source = decode(match[2].replace(/<[^>]*>/g, "")).replace(/\n$/, "");
      const role = attribute(tag, "data-role");
      // A check is run behind an answer.
      if (role === "skip" || role === "check") continue;
      if (engine.highlighted(source) !== match[2].replace(/\n$/, "")) {
        failures++;
        console.log(`${name}: colours differ\n  page:   ${match[2]}\n  engine: ${engine.highlighted(source)}`);
      }
      const shown = outputAt(html, match.index + match[0].length);
      if (shown.startsWith('<pre class="output-text"')) continue;
      const before = attribute(tag, "data-after");
      const session = before ? engine.core.copy(after[before]) : engine.open(start);
      after[attribute(tag, "id")] = session;
      const identifier = attribute(tag, "id");
      cells++;
      let got;
      try { got = engine.run(session, source, identifier, budget).html; } catch (error) {
        failures++;
        console.log(`${name} #${identifier}: ${error.stack.split("\n").slice(0, 12).join("\n")}\n${source}`);
        break;
      }
      // What an exercise's own cell prints is shown only where its author shows it.
      if (!tag.includes(" hidden") && (shown || !role) && got !== shown) {
        failures++;
        let at = 0;
        while (got[at] === shown[at]) at++;
        const near = (text) => text.slice(Math.max(0, at - 60), at + 100);
        console.log(`${name} #${identifier}, slices of ${budget}: differ at ${at}`);
        console.log(`  page:   ${near(shown)}\n  engine: ${near(got)}`);
      }
    }
    used = Math.max(used, engine.core.heapSize());
  }
}
let judged = 0;
if (verdicts) {
  const engine = new Engine(), session = engine.open("");
  const words = ["noNumber", "right", "rightToDigits", "tooSmall", "tooLarge"];
  for (const line of readFileSync(verdicts, "utf8").split("\n").filter(Boolean)) {
    const [answer, typed, wanted] = line.split("\t");
    const got = words[engine.with([typed, answer], (...at) => engine.core.judge(session, ...at))];
    judged++;
    if (got === wanted) continue;
    failures++;
    console.log(`'${typed}' given to ${answer}: ${got} in the engine, ${wanted} in the tool`);
  }
}
const time = ((performance.now() - started) / 1000).toFixed(1);
const verdictCount = judged ? `${judged} verdicts, ` : "";
const size = (used / 1e6).toFixed(1);
console.log(`engine: ${cells} cells, ${verdictCount}${failures} differ, ${size} MB at most, ${time} s`);
process.exit(failures || !cells ? 1 : 0);
