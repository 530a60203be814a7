import { instantText, sha256 } from './canonical.ts';
import { emptiedFindings, type Removals, removalKey } from './removals.ts';
import { pagesOf, type Row } from './rows.ts';
import type { Source } from './source.ts';

/** One column of a row, and what an entry says of the same. */
interface Field<Entry> {
  readonly what: string;
  readonly column: string;
  /** An instant stands in the row in seconds; of words the entry holds the SHA-256, and the row none once they were removed. */
  readonly kind: 'text' | 'number' | 'instant' | { readonly words: string; readonly recordId: (row: Row) => string };
  readonly inEntry: (entry: Entry) => unknown;
}

/** A table whose every row has an entry of one kind, and every such entry a row. */
export interface Held<Entry> {
  readonly table: string;
  /** What a row is called in a sentence. */
  readonly name: string;
  readonly fields: readonly Field<Entry>[];
  /** How a sentence about a row without an entry begins, and how one about an entry without a row goes on; else by table and name. */
  readonly rowName?: (row: Row) => string;
  readonly entryName?: (entry: Entry) => string;
}

type Of<Entry> = (entry: Entry) => unknown;
type Whose = { readonly signedBy: string; readonly at: string; readonly traineeId: string };

export const text = <Entry>(what: string, column: string, inEntry: Of<Entry>): Field<Entry> => ({
  ...{ what, column, kind: 'text', inEntry },
});
export const number = <Entry>(what: string, column: string, inEntry: Of<Entry>): Field<Entry> => ({
  ...{ what, column, kind: 'number', inEntry },
});
/** Words that go when their time is over, as a removal of this group names them. */
export const words = <Entry>(
  field: { readonly what: string; readonly column: string; readonly group: string; recordId(row: Row): string },
  inEntry: Of<Entry>,
): Field<Entry> => {
  const { what, column, group, recordId } = field;
  return { what, column, kind: { words: group, recordId }, inEntry };
};
export const trainee: Field<Whose> = text('trainee', 'trainee_id', ({ traineeId }) => traineeId);
export const signer = (column: string, what = 'signer'): Field<Whose> => text(what, column, ({ signedBy }) => signedBy);
export const time = (column: string): Field<Whose> => ({
  ...{ what: 'time', column, kind: 'instant', inEntry: ({ at }) => at },
});

interface Checking {
  readonly removals: Removals;
  readonly findings: string[];
}

/** Holds every row that names an entry against it, and every entry against its row. `source` is null for a database older than the table. */
export async function checkHeld<Entry>(
  source: Source | null,
  { held, entries }: { held: Held<Entry>; entries: ReadonlyMap<number, Entry> },
  { removals, findings }: Checking,
): Promise<void> {
  const seen = new Set<number>();
  for await (const page of source ? pagesOf(source, columnsOf(held)) : [])
    for (const row of page) {
      if (row.ledger_seq === null) continue;
      const seq = Number(row.ledger_seq);
      if (seen.has(seq)) findings.push(`Two rows of ${held.table} name entry ${seq}.`);
      seen.add(seq);
      findings.push(...rowFindings(row, held, { entry: entries.get(seq), removals }));
    }
  const { entryName = () => `is ${/^[aeiou]/.test(held.name) ? 'an' : 'a'} ${held.name}` } = held;
  for (const [seq, entry] of entries)
    if (!seen.has(seq)) findings.push(`Entry ${seq} ${entryName(entry)}, but its row in ${held.table} is gone.`);
}

function columnsOf<Entry>({ table, fields }: Held<Entry>) {
  const isNumber = ({ kind }: Field<Entry>) => kind === 'number' || kind === 'instant';
  const named = (some: readonly Field<Entry>[]) => some.map(({ column }) => column);
  return {
    table,
    text: named(fields.filter((field) => !isNumber(field))),
    numbers: [...named(fields.filter(isNumber)), 'ledger_seq'],
  };
}

function rowFindings<Entry>(
  row: Row,
  held: Held<Entry>,
  { entry, removals }: { entry: Entry | undefined; removals: Removals },
): string[] {
  const { name, fields, rowName = () => `A row of ${held.table}` } = held;
  const seq = Number(row.ledger_seq);
  if (entry === undefined) return [`${rowName(row)} names entry ${seq}, but there is no such ${name} in the ledger.`];
  return fields.flatMap((field) => fieldFindings(row, field, { entry, name, removals }));
}

function fieldFindings<Entry>(
  row: Row,
  field: Field<Entry>,
  { entry, name, removals }: { entry: Entry; name: string; removals: Removals },
): string[] {
  const [inRow, inEntry] = [valueOf(row, field), field.inEntry(entry)];
  if (inRow === inEntry) return [];
  const removal = removalOf(row, field);
  if (removal && removals.has(removalKey(removal.group, removal.recordId)))
    return emptiedFindings(removals, removal, {
      sha256: inEntry,
      what: `The ${field.what} of the ${name} under entry ${row.ledger_seq}`,
    });
  return [
    `The ${name} that names entry ${row.ledger_seq} was altered: its ${field.what} is ${String(inRow)}, the ledger says ${String(inEntry)}.`,
  ];
}

/** The removal that would explain why words are empty. */
const removalOf = <Entry>(row: Row, { kind, column }: Field<Entry>) =>
  typeof kind === 'object' && row[column] === '' ? { group: kind.words, recordId: kind.recordId(row) } : null;

function valueOf<Entry>(row: Row, { column, kind }: Field<Entry>): unknown {
  if (kind === 'instant') return instantText(row[column]);
  return typeof kind === 'object' ? sha256(String(row[column])) : row[column];
}
