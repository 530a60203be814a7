import { insertNotices, type NewNotice } from '#db/queries/notices.ts';
import type { Writer } from '#db/client.ts';
import { newId, now } from '../portal.ts';

/** Something that one person is told of. `key` names the fact: told twice, it stands once. */
export type Told = Omit<NewNotice, 'id' | 'createdAt' | 'readAt'>;

/**
 * Tells people of something, in the transaction in which it becomes so. Whether and when an e-mail goes out too, each person chose;
 * see `outbox`. Throws nothing over whom it concerns: readers are asked again when they read, and when an e-mail is written.
 */
export async function notify(tx: Writer, all: readonly Told[]): Promise<void> {
  const createdAt = now();
  await insertNotices(
    tx,
    all.map((told) => ({ ...told, id: newId(), createdAt })),
  );
}
