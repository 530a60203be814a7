import type { Writer } from '#db/client.ts';
import { notices } from '#db/schema/index.ts';

/** A notice as it is written. `details` holds ids and figures, never anybody's words and no name. */
export type NewNotice = Omit<typeof notices.$inferInsert, 'details'> & {
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
};

/** Writes notices and gives back those that are new: one with a key that the same person was told of already changes nothing. */
export async function insertNotices(tx: Writer, all: readonly NewNotice[]) {
  if (all.length === 0) return [];
  return tx
    .insert(notices)
    .values(all.map((notice) => ({ ...notice, details: JSON.stringify(notice.details) })))
    .onConflictDoNothing()
    .returning({ id: notices.id, personId: notices.personId, kind: notices.kind, key: notices.key });
}
