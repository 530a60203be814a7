import { sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { outbox } from '#db/schema/index.ts';
import type { MailKind } from '#src/domain/notices/words.ts';

/** How the outbox stands. */
export interface MailCounts {
  readonly waiting: number;
  /** Of those, how many were tried and put off. */
  readonly putOff: number;
  /** When what waits longest was put in, in seconds since 1970; null where nothing waits. */
  readonly oldest: number | null;
}

const isWaiting = sql`sent_at is null and dropped_at is null`;

/** How many e-mails wait. One query. */
export async function countWaiting(db: Reader): Promise<MailCounts> {
  const [row] = await db.all<MailCounts>(sql`
    select count(*) as waiting, count(last_error) as "putOff", min(created_at) as oldest from ${outbox} where ${isWaiting}`);
  return row ?? { waiting: 0, putOff: 0, oldest: null };
}

/** How many of each kind were sent since an instant. One query. */
export async function countSent(db: Reader, since: Date) {
  const from = Math.floor(since.getTime() / 1000);
  return db.all<{ kind: MailKind; sent: number }>(sql`
    select kind, count(*) as sent from ${outbox} where sent_at >= ${from} group by kind order by kind`);
}

/** An e-mail that did not go: who it was for, never where to. */
export interface StuckMail {
  readonly id: string;
  readonly kind: MailKind;
  readonly personId: string;
  readonly personName: string;
  readonly attempts: number;
  readonly why: string;
  /** In seconds since 1970. */
  readonly at: number;
}

const stuck = sql`o.id, o.kind, o.person_id as "personId", p.name as "personName", o.attempts, o.last_error as why`;

/** E-mails that were given up, newest first; those that the portal itself held back (`reasons`) are left out. One query. */
export async function listFailed(db: Reader, reasons: readonly string[], most: number): Promise<StuckMail[]> {
  return db.all<StuckMail>(sql`
    select ${stuck}, o.dropped_at as at from ${outbox} o join people p on p.id = o.person_id
    where o.dropped_at is not null and o.last_error not in (select value from json_each(${JSON.stringify(reasons)}))
    order by o.dropped_at desc, o.rowid desc limit ${most}`);
}

/** How many were held back, by reason, since an instant. One query. */
export async function countHeldBack(db: Reader, reasons: readonly string[], since: Date) {
  const from = Math.floor(since.getTime() / 1000);
  return db.all<{ why: string; held: number }>(sql`
    select last_error as why, count(*) as held from ${outbox}
    where dropped_at >= ${from} and last_error in (select value from json_each(${JSON.stringify(reasons)}))
    group by last_error order by last_error`);
}

/** E-mails that were tried and wait for another try, the next one first. `at`: when it is tried again. One query. */
export async function listPutOff(db: Reader, most: number): Promise<StuckMail[]> {
  return db.all<StuckMail>(sql`
    select ${stuck}, o.due_at as at from ${outbox} o join people p on p.id = o.person_id
    where o.sent_at is null and o.dropped_at is null and o.last_error is not null order by o.due_at, o.rowid limit ${most}`);
}
