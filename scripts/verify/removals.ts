import { pagesOf } from './rows.ts';
import type { Source } from './source.ts';

/** The SHA-256 kept for each record whose content was removed, by kind and id; null where none was kept. */
export type Removals = ReadonlyMap<string, string | null>;

const REMOVALS = { table: 'content_removals', text: ['kind', 'record_id', 'sha256'], numbers: [] };

/** Every removal of content. `source` is null for a database older than removals. */
export async function readRemovals(source: Source | null): Promise<Removals> {
  const removals = new Map<string, string | null>();
  for await (const page of source ? pagesOf(source, REMOVALS) : [])
    for (const row of page)
      removals.set(removalKey(String(row.kind), String(row.record_id)), row.sha256 as string | null);
  return removals;
}

export const removalKey = (kind: string, recordId: string): string => `${kind} ${recordId}`;

interface Removal {
  readonly group: string;
  readonly recordId: string;
}

/** What is wrong with emptied words: nothing where their removal is there and names the hash that was kept of them. `what` begins a sentence. */
export function emptiedFindings(
  removals: Removals,
  { group, recordId }: Removal,
  { sha256, what }: { sha256: unknown; what: string },
): string[] {
  const kept = removals.get(removalKey(group, recordId));
  if (kept === undefined) return [`${what} was altered: it is empty, and no removal says so.`];
  return kept !== null && kept === sha256 ? [] : [`${what} was removed, but row and removal name different hashes.`];
}
