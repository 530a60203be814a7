/** A number from a text: FNV-1a, 32 bits. */
function seedFrom(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** Numbers from 0 up to 1 that look like chance and are the same for the same seed: mulberry32. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let next = Math.imul(state ^ (state >>> 15), state | 1);
    next ^= next + Math.imul(next ^ (next >>> 7), next | 61);
    return ((next ^ (next >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The same things in another order, always the same one for the same text. No secret: it only keeps a list from giving itself away. */
export function mixed<Thing>(things: readonly Thing[], seedText: string): Thing[] {
  const next = numbersFrom(seedFrom(seedText));
  const list = [...things];
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [list[last], list[other]] = [list[other] as Thing, list[last] as Thing];
  }
  return list;
}

/** Mixed, and never in the order they came in, as long as there are two of them. */
export function mixedUp<Thing>(things: readonly Thing[], seedText: string): Thing[] {
  const list = mixed(things, seedText);
  const isSame = list.every((thing, index) => thing === things[index]);
  return isSame ? [...list.slice(1), ...list.slice(0, 1)] : list;
}
