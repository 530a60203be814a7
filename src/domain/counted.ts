/** "1 piece", "2,600 pieces": a whole number with what it counts. `many`: where an "s" is not enough. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count < 1000 ? String(count) : count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
