import { countHeldBack, countSent, countWaiting, listFailed, listPutOff } from '#db/queries/notices/mailCounts.ts';
import { HELD_BACK_REASONS } from '#src/domain/notices/failure.ts';
import { now, portal, read } from '../portal.ts';

const DAYS = 7;
const DAY_MS = 24 * 60 * 60_000;
/** Enough to see what is wrong. */
const MOST_SHOWN = 50;

/** How e-mail stands, for the administrator. Five queries in one round trip. */
export async function loadMailPage() {
  const since = new Date(now().getTime() - DAYS * DAY_MS);
  const [waiting, sent, held, failed, putOff] = await read((db) =>
    Promise.all([
      countWaiting(db),
      countSent(db, since),
      countHeldBack(db, HELD_BACK_REASONS, since),
      listFailed(db, HELD_BACK_REASONS, MOST_SHOWN),
      listPutOff(db, MOST_SHOWN),
    ]),
  );
  return { isSetUp: portal().mail.isSetUp, days: DAYS, waiting, sent, held, failed, putOff };
}
