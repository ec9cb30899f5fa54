// The engine's allocator, driven at random: what is handed out is aligned and never overlaps, and
// what is given back is used again.
//   node Tests/web/heap.mjs ENGINE.wasm
import { readFileSync } from "node:fs";
import { strict as assert } from "node:assert";

const module = await WebAssembly.compile(readFileSync(process.argv[2]));
assert.deepEqual(WebAssembly.Module.imports(module), [], "the engine imports nothing");
const { exports: engine } = await WebAssembly.instantiate(module);

let state = 12345n;
const below = (limit) => {
  state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
  return Number((state >> 33n) % BigInt(limit));
};
const sizes = [0, 1, 15, 16, 17, 100, 511, 512, 513, 4096, 70000, 1 << 20];
const usedAtStart = engine.heapUsed();
const live = [];
let settled = 0;
for (let turn = 0; turn < 200000; turn++) {
  if (live.length > 400 || (live.length && below(2))) {
    const [{ place, count, mark }] = live.splice(below(live.length), 1);
    const bytes = new Uint8Array(engine.memory.buffer, place, count);
    assert(count === 0 || (bytes[0] === mark && bytes[count - 1] === mark), `overlap on turn ${turn}`);
    engine.release(place);
  } else {
    const count = below(4) ? below(200) : below(2) ? sizes[below(sizes.length)] : below(20000);
    const place = engine.allocate(count);
    assert(place && place % 16 === 0, "aligned to 16");
    const mark = below(256);
    new Uint8Array(engine.memory.buffer, place, count).fill(mark);
    live.push({ place, count, mark });
  }
  if (turn === 50000) settled = engine.heapSize();
}
assert(engine.heapSize() <= settled * 1.5, "memory stops growing");
for (const { place } of live) engine.release(place);
assert.equal(engine.heapUsed(), usedAtStart, "everything came back");
assert.equal(engine.allocate(0xffffffff), 0, "an impossible size is refused");
const large = engine.allocate(engine.heapSize() - 200000);
assert(large && engine.heapSize() <= settled * 1.5, "freed neighbours are one block again");
console.log(`heap: 200000 turns, ${engine.heapSize()} bytes taken`);
