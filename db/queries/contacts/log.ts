import { sql } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { contacts, people } from '#db/schema/index.ts';
import { type ContactEntry, ENTRIES_A_PAGE, type LoggedEntry, type LogPage } from '#src/domain/contacts/log.ts';

/** Which page of a log: `page` from 1, or the one on which an entry stands, where `entryId` names one. */
export interface LogAsked {
  readonly traineeId: string;
  readonly page?: number;
  readonly entryId?: string | null;
}

interface Row extends Omit<ContactEntry, 'writtenAt'> {
  readonly position: number;
  readonly total: number;
  /** In seconds since 1970, as the others. */
  readonly writtenAt: number;
  readonly correctedAt: number | null;
  readonly byId: string | null;
  readonly byName: string | null;
  readonly byAt: number | null;
}

/** As a word of the statement: bound, a number may come as one with a fraction, and what is divided by it too. */
const most = sql.raw(String(ENTRIES_A_PAGE));
const instant = (seconds: number) => new Date(seconds * 1000);

function entryOf({ position: _position, total: _total, byId, byName, byAt, ...row }: Row): LoggedEntry {
  return {
    ...row,
    writtenAt: instant(row.writtenAt),
    correctedAt: row.correctedAt === null ? null : instant(row.correctedAt),
    correctedBy: byId === null ? null : { id: byId, writerName: byName ?? '', writtenAt: instant(byAt ?? 0) },
  };
}

/**
 * A page of the contact log of one trainee, by the day of the contact, newest first, and of one day what was written last. What was
 * put right stands on its own day, with what puts it right named. Past the last page, the last one. Whoever calls asks whether the
 * viewer may read it. One query.
 */
export async function listContacts(db: Reader, { traineeId, page = 1, entryId = null }: LogAsked): Promise<LogPage> {
  const rows = await db.all<Row>(sql`
    with log as (select id, count(*) over () as total,
      row_number() over (order by happened_on desc, written_at desc, id) - 1 as position
      from ${contacts} where trainee_id = ${traineeId})
    select log.position, log.total, c.id, c.happened_on as "happenedOn", c.kind, c.words, c.signal, c.corrects, p.name as "writerName",
      c.written_at as "writtenAt", (select w.written_at from ${contacts} w where w.id = c.corrects) as "correctedAt",
      k.id as "byId", kp.name as "byName", k.written_at as "byAt"
    from log join ${contacts} c on c.id = log.id join ${people} p on p.id = c.writer_id
    left join ${contacts} k on k.corrects = c.id and k.trainee_id = c.trainee_id left join ${people} kp on kp.id = k.writer_id
    where log.position / ${most} = coalesce(
      (select one.position / ${most} from log one where one.id = ${entryId}),
      min(cast(${page - 1} as integer), (log.total - 1) / ${most}))
    order by log.position`);
  const { total = 0, position = 0 } = rows[0] ?? {};
  const pages = Math.max(1, Math.ceil(total / ENTRIES_A_PAGE));
  return { entries: rows.map(entryOf), page: Math.floor(position / ENTRIES_A_PAGE) + 1, pages, total };
}
