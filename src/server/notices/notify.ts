import { listChoices } from '#db/queries/notices/choices.ts';
import { insertNotices, type KeptNotice, type NewNotice } from '#db/queries/notices/notices.ts';
import type { Writer } from '#db/client.ts';
import { timeFor } from '#src/domain/notices/choices.ts';
import { newId, now } from '../portal.ts';
import { queueMails, sendsMail } from './outbox.ts';

/**
 * Something that one person is told of. `key` names the fact: told twice, it stands once. `details` by kind (docs/notices.md):
 * `evidenceId`; `signal`; `messageId`; `sessionId` and `cohortId` for peer sessions, without which nobody is shown them; `what` from
 * the lists in src/domain/notices/notice.ts.
 */
export type Told = Omit<NewNotice, 'id' | 'createdAt' | 'readAt'>;

/** Many at a time keep a statement short. */
const AT_A_TIME = 500;

/**
 * Tells people of something, in the transaction in which it becomes so. Whoever wants to know of the kind at once gets one e-mail
 * about all of that kind; see `outbox`. Throws nothing over whom it concerns: readers are asked again when they read, and when an
 * e-mail is written.
 */
export async function notify(tx: Writer, all: readonly Told[]): Promise<void> {
  const kept = await keep(tx, all, false);
  if (sendsMail()) await mailAtOnce(tx, kept);
}

/** The same of what stood already when the portal first looked: it is known, so that it is told only once it is another. No e-mail. */
export async function takeNote(tx: Writer, all: readonly Told[]): Promise<void> {
  await keep(tx, all, true);
}

async function keep(tx: Writer, all: readonly Told[], isKnown: boolean): Promise<KeptNotice[]> {
  const createdAt = now();
  const kept: KeptNotice[] = [];
  for (let from = 0; from < all.length; from += AT_A_TIME) {
    const some = all.slice(from, from + AT_A_TIME);
    const known = isKnown && { isKnown: true };
    const rows = some.map(({ details, ...told }) => ({
      ...{ ...told, id: newId(), createdAt, readAt: isKnown ? createdAt : null },
      details: { ...details, ...known },
    }));
    kept.push(...(await insertNotices(tx, rows)));
  }
  return kept;
}

async function mailAtOnce(tx: Writer, kept: readonly KeptNotice[]): Promise<void> {
  if (kept.length === 0) return;
  const people = kept.map(({ personId }) => personId);
  const chosen = await listChoices(tx, people);
  const atOnce = kept.filter(({ personId, kind }) => timeFor(kind, chosen.get(personId)?.get(kind)) === 'at_once');
  const groups = Map.groupBy(atOnce, ({ personId, kind }) => `${kind} ${personId}`);
  await queueMails(
    tx,
    [...groups.values()].flatMap((group) => {
      const [first] = group;
      const noticeIds = group.map(({ id }) => id);
      return first ? [{ ...first, key: `notice:${first.id}`, details: { noticeIds } }] : [];
    }),
  );
}
