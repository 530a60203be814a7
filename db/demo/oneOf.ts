/** The entry of a list at a number, counting round and round. The list is not empty. */
export function oneOf<T>(list: readonly T[], number: number): T {
  const entry = list[number % list.length];
  if (entry === undefined) throw new Error('The demo chose from an empty list.');
  return entry;
}
