/** A single value somewhere in a setting, by its dotted path: `tierPoints.A3.community`. A form has one field for each that may be set. */
export interface Leaf {
  readonly path: string;
  readonly value: string | number | boolean | null;
}

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null;
const under = (path: string, key: string) => (path === '' ? key : `${path}.${key}`);

/** Every leaf of a value, in its order. */
export function leavesOf(value: unknown, path = ''): Leaf[] {
  if (isBranch(value)) return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, under(path, key)));
  return [{ path, value: value as Leaf['value'] }];
}

function branchWith(all: readonly unknown[], changes: ReadonlyMap<string, Leaf['value']>, path: string): unknown[] {
  return all.map((inner, index) => withLeaves(inner, changes, under(path, String(index))));
}

/** A copy of a value in which some leaves are others. Paths that lead to no leaf change nothing. */
export function withLeaves<T>(value: T, changes: ReadonlyMap<string, Leaf['value']>, path = ''): T {
  const plain: unknown = value;
  if (Array.isArray(plain)) return branchWith(plain, changes, path) as T;
  if (isBranch(value)) {
    const entries = Object.entries(value).map(([key, inner]: [string, unknown]) => [
      key,
      withLeaves(inner, changes, under(path, key)),
    ]);
    return Object.fromEntries(entries) as T;
  }
  return changes.has(path) ? (changes.get(path) as T) : value;
}
