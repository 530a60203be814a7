import { type Fields, lineProblem, readLine, readNumber, slugOf, type Reading } from './readFields.ts';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
}

/** An entry that is added to a list, or null where its name was left empty. Its id comes from its name and stays. */
function readNamed(prefix: string, fields: Fields, taken: ReadonlySet<string>): Reading<Named | null> {
  const name = readLine(fields(`${prefix}.name`));
  const meaning = readLine(fields(`${prefix}.meaning`));
  if (name === '' && meaning === '') return { value: null, errors: {} };
  const id = slugOf(name);
  const isTaken = id === '' || taken.has(id) ? 'There is one of this name already. Give it another' : null;
  const wrong = { name: lineProblem(name) ?? isTaken, meaning: lineProblem(meaning) };
  const errors = Object.entries(wrong).flatMap(([field, error]) => (error ? [[`${prefix}.${field}`, error]] : []));
  return { value: { id, name, meaning }, errors: Object.fromEntries(errors) as Record<string, string> };
}

/** A new attribute of the rules by stage. `any` stands for every case and is taken. */
export function readNewAttribute(fields: Fields, known: readonly { readonly id: string }[]): Reading<Named | null> {
  return readNamed('newAttribute', fields, new Set(['any', 'new', ...known.map(({ id }) => id)]));
}

/** A new factor of complexity, with its points. */
export function readNewFactor(
  fields: Fields,
  known: readonly { readonly id: string }[],
): Reading<(Named & { readonly points: number }) | null> {
  const { value, errors } = readNamed('newFactor', fields, new Set(known.map(({ id }) => id)));
  const typed = (fields('newFactor.points') ?? '').trim();
  if (value === null) {
    const alone: Record<string, string> = { 'newFactor.name': 'Say what these points are for' };
    return { value, errors: typed === '' ? {} : alone };
  }
  const points = readNumber(typed);
  if (points === null)
    return { value: { ...value, points: 0 }, errors: { ...errors, 'newFactor.points': 'Give a number' } };
  return { value: { ...value, points }, errors };
}
