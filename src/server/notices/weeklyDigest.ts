import { findJobRun, listDigestReaders, saveJobRun } from '#db/queries/notices/jobs.ts';
import { digestDue } from '#src/domain/notices/due.ts';
import { now, read, today, write } from '../portal.ts';
import { queueMails } from './outbox.ts';

const NAME = 'digest';
/** As many as a transaction puts in at a time. */
const AT_A_TIME = 500;

/**
 * Puts the weekly e-mails in, one for whoever may have something in it, when they are due. Each is written when it is sent: where
 * nothing waits for her then, none goes. Done again after a stop, nobody gets two.
 */
export async function makeDigests(at = now()): Promise<void> {
  const ranFor = await read((db) => findJobRun(db, NAME));
  const monday = digestDue(at, ranFor);
  if (monday === null) return;
  const people = await read((db) => listDigestReaders(db, today()));
  for (let from = 0; from < people.length; from += AT_A_TIME) {
    const some = people.slice(from, from + AT_A_TIME);
    const mails = some.map((personId) => ({
      personId,
      kind: 'digest' as const,
      key: `digest:${monday}:${personId}`,
      details: {},
    }));
    await write((tx) => queueMails(tx, mails));
  }
  await write((tx) => saveJobRun(tx, { name: NAME, ranFor: monday, ranAt: at }));
}
