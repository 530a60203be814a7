import { sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader } from '#db/client.ts';
import {
  assignments,
  caseObjections,
  cohortMemberships,
  objectionAnswers,
  people,
  placements,
  programmePauses,
  weekExceptions,
} from '#db/schema/index.ts';
import { addDays, londonDay } from '#src/domain/calendar.ts';
import type { ReviewFacts } from '#src/domain/supervision/facts.ts';
import type { PlacementKind } from '#src/domain/placements/words.ts';
import type { WeekPlace } from '#src/domain/week/words.ts';

/** Placements that ended this long ago are still talked about. */
const PLACEMENT_DAYS = 60;
const traineeId = sql.placeholder('traineeId');

const agendaRows = prepared((db) =>
  db
    .select({ fact: sql<'objection' | 'placement'>`f.fact`, json: sql<string>`f.json` })
    .from(
      sql`(
        select 'objection' as fact, o.raised_at as at, json_object('id', o.id, 'raisedAt', o.raised_at) as json
          from ${caseObjections} o
          where o.trainee_id = ${traineeId} and not exists (select 1 from ${objectionAnswers} a where a.objection_id = o.id and a.settles = 1)
        union all
        select 'placement', unixepoch(p.starts_on), json_object('id', p.id, 'kind', p.kind, 'place', p.place, 'startsOn', p.starts_on, 'endsOn', p.ends_on)
          from ${placements} p where p.trainee_id = ${traineeId} and p.cancelled_at is null and p.ends_on >= ${sql.placeholder('since')}
        order by at limit 60
      ) f`,
    )
    .prepare(),
);

/** What of an agenda no other page asks for: objections that are open, and placements lately or ahead. One query. */
export async function listAgendaFacts(
  db: Reader,
  trainee: string,
  today: string,
): Promise<{ objections: ReviewFacts['caseload']['objections']; placements: ReviewFacts['placements'] }> {
  const rows = await agendaRows(db).all({ traineeId: trainee, since: addDays(today, -PLACEMENT_DAYS) });
  const of = <Row>(fact: string) => rows.filter((row) => row.fact === fact).map(({ json }) => JSON.parse(json) as Row);
  return {
    objections: of<{ id: string; raisedAt: number }>('objection').map(({ id, raisedAt }) => ({
      id,
      since: londonDay(new Date(raisedAt * 1000)),
    })),
    placements: of<ReviewFacts['placements'][number]>('placement'),
  };
}

const participants = prepared((db) =>
  db
    .select({ part: sql<'tutor' | 'manager'>`w.part`, personId: sql<string>`w.id`, name: sql<string>`w.name` })
    .from(
      sql`(
        select distinct a.kind as part, p.id as id, p.name as name
        from ${assignments} a join ${people} p on p.id = a.person_id
        where a.starts_on <= ${sql.placeholder('today')} and (a.ends_on is null or a.ends_on > ${sql.placeholder('today')})
          and p.id <> ${traineeId}
          and ((a.kind = 'manager' and a.trainee_id = ${traineeId})
            or (a.kind = 'tutor' and a.cohort_id = (select m.cohort_id from ${cohortMemberships} m where m.trainee_id = ${traineeId} and m.left_on is null)))
        order by a.kind desc, p.name
      ) w`,
    )
    .prepare(),
);

/** The tutors and managers a trainee has on a day, by name: who takes part, and who reads what she shares. One query. */
export async function listParticipants(db: Reader, trainee: string, today: string) {
  return participants(db).all({ traineeId: trainee, today });
}

/** What stands against a meeting on a day. */
export type DayClash =
  | { readonly why: 'placement'; readonly place: string; readonly kind: PlacementKind }
  | { readonly why: 'away'; readonly place: WeekPlace }
  | { readonly why: 'pause' };

/** Placements, leave and breaks of a trainee on a day. One query. */
export async function listDayClashes(db: Reader, trainee: string, day: string): Promise<DayClash[]> {
  const rows = await db
    .select({ why: sql<DayClash['why']>`c.why`, place: sql<string>`c.place`, kind: sql<string>`c.kind` })
    .from(
      sql`(
        select 'placement' as why, p.place as place, p.kind as kind from ${placements} p
          where p.trainee_id = ${trainee} and p.cancelled_at is null and p.starts_on <= ${day} and p.ends_on >= ${day}
            and exists (select 1 from json_each(p.weekdays) w where w.value = (strftime('%w', ${day}) + 6) % 7 + 1)
        union all
        select 'away', e.place, '' from ${weekExceptions} e
          where e.trainee_id = ${trainee} and e.starts_on <= ${day} and e.ends_on >= ${day} and e.removed_at is null
            and e.place in ('leave', 'not_working')
        union all
        select 'pause', '', '' from ${programmePauses} u
          where u.trainee_id = ${trainee} and u.starts_on <= ${day} and (u.ends_on is null or u.ends_on > ${day})
      ) c`,
    );
  return rows as DayClash[];
}
