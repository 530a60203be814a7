import { sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { notices } from '#db/schema/index.ts';
import type { NoticeSubject } from '#src/domain/notices/audience.ts';
import type { NoticeFact } from '#src/domain/notices/notice.ts';
import type { NoticeKind } from '#src/domain/notices/words.ts';
import { isWellbeing, noticeCohort, sharesWellbeing, stillHers, traineeCohort } from './stillHers.ts';

/** A notice as it is written. `details` holds ids and figures, never anybody's words and no name. */
export interface NewNotice {
  readonly id: string;
  readonly personId: string;
  readonly kind: NoticeKind;
  readonly key: string;
  readonly traineeId: string | null;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

/** A notice that was new. */
export interface KeptNotice {
  readonly id: string;
  readonly personId: string;
  readonly kind: NoticeKind;
}

const seconds = (instant: Date | null) => instant && Math.floor(instant.getTime() / 1000);

/** Writes notices and gives back those that are new: one with a key that the same person was told of already changes nothing. */
export async function insertNotices(tx: Writer, all: readonly NewNotice[]): Promise<KeptNotice[]> {
  if (all.length === 0) return [];
  const rows = all.map((one) => ({ ...one, createdAt: seconds(one.createdAt), readAt: seconds(one.readAt) }));
  return tx.all<KeptNotice>(sql`
    insert into ${notices} (id, person_id, kind, key, trainee_id, details, created_at, read_at)
    select m.value ->> 'id', m.value ->> 'personId', m.value ->> 'kind', m.value ->> 'key', m.value ->> 'traineeId',
      m.value -> 'details', m.value ->> 'createdAt', m.value ->> 'readAt'
    from json_each(${JSON.stringify(rows)}) m where true
    on conflict (person_id, key) do nothing returning id, person_id as "personId", kind`);
}

/** A notice with all that decides whether its receiver may still know. */
export type NoticeRow = NoticeFact & Omit<NoticeSubject, keyof NoticeFact>;

interface RawNotice extends Omit<NoticeRow, 'cover' | 'details' | 'createdAt' | 'readAt' | 'isWellbeing' | 'isShared'> {
  readonly details: string;
  readonly createdAt: number;
  readonly readAt: number | null;
  readonly isWellbeing: number;
  readonly isShared: number;
  /** JSON. */
  readonly cover: string | null;
}

/** The names that words about leave cover need. */
const cover = sql`iif(n.kind = 'cover', (select json_object('name', p.name, 'coversName', c.name,
    'cohortName', (select o.name from cohorts o where o.id = n.details ->> 'inCohortId'))
  from people p, people c where p.id = n.details ->> 'coverId' and c.id = n.details ->> 'coversId'), null)`;
const columns = sql`n.id, n.kind, n.person_id as "personId", n.trainee_id as "traineeId", t.name as "traineeName", n.details,
  n.created_at as "createdAt", n.read_at as "readAt", ${traineeCohort} as "traineeCohortId", ${noticeCohort} as "cohortId",
  ${cover} as cover, ${isWellbeing} as "isWellbeing", ${sharesWellbeing} as "isShared"`;

function rowOf(raw: RawNotice): NoticeRow {
  return {
    ...raw,
    cover: raw.cover === null ? null : (JSON.parse(raw.cover) as NoticeRow['cover']),
    details: JSON.parse(raw.details) as NoticeRow['details'],
    createdAt: new Date(raw.createdAt * 1000),
    readAt: raw.readAt === null ? null : new Date(raw.readAt * 1000),
    isWellbeing: raw.isWellbeing === 1,
    isShared: raw.isShared === 1,
  };
}

export interface NoticesAsked {
  readonly personId: string;
  readonly day: string;
  readonly most: number;
}

/** What somebody was told of and may still know, what she has not read first, then the newest; not what was known before. One query. */
export async function listNotices(db: Reader, { personId, day, most }: NoticesAsked): Promise<NoticeRow[]> {
  const rows = await db.all<RawNotice>(sql`
    select ${columns} from ${notices} n left join people t on t.id = n.trainee_id
    where n.person_id = ${personId} and (n.details ->> 'isKnown') is null and ${stillHers(day)}
    order by n.read_at is not null, n.created_at desc, n.rowid desc limit ${most}`);
  return rows.map(rowOf);
}

/** Some notices of a person that she may still know and has not read. One query. */
export async function listUnread(
  db: Reader,
  { personId, day, ids }: { readonly personId: string; readonly day: string; readonly ids: readonly string[] },
): Promise<NoticeRow[]> {
  const rows = await db.all<RawNotice>(sql`
    select ${columns} from ${notices} n left join people t on t.id = n.trainee_id
    where n.id in (select value from json_each(${JSON.stringify(ids)})) and n.person_id = ${personId} and n.read_at is null
      and ${stillHers(day)} order by n.created_at, n.rowid`);
  return rows.map(rowOf);
}

/** Notes that somebody has read some of her own; anybody else's, and those read before, stay as they are. */
export async function markRead(
  tx: Writer,
  { personId, ids, at }: { readonly personId: string; readonly ids: readonly string[]; readonly at: Date },
): Promise<void> {
  await tx.run(sql`update ${notices} set read_at = ${seconds(at)}
    where person_id = ${personId} and read_at is null and id in (select value from json_each(${JSON.stringify(ids)}))`);
}

/** Takes away what was told before an instant: it has served its purpose, and the facts stand where they are. */
export async function deleteNoticesBefore(tx: Writer, before: Date): Promise<void> {
  await tx.run(sql`delete from ${notices} where created_at < ${seconds(before)}`);
}
