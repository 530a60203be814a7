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
