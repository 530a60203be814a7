import { sql } from 'drizzle-orm';

const today = sql.placeholder('today');

/** For so long somebody is told of a change of place, unless she says before that she has seen it. */
const lately = sql`date(${today}, '-28 days')`;

/** A change of cohort, route, first day or hours. */
export const PLACE_CHANGED = sql`select 'place-changed' as kind, c.id as id, c.trainee_id as trainee_id, c.effective_on as since, json_object('reason', c.reason) as details
  from enrolment_changes c where c.effective_on >= ${lately} and c.reason <> ''`;

/** A break that runs, is to come, or ended lately: told again when its first day back is another one. */
export const BREAK_ENTERED = sql`select 'break-entered' as kind, z.id || '.' || coalesce(z.ends_on, 'open') as id, z.trainee_id as trainee_id, min(z.starts_on, ${today}) as since, json_object('from', z.starts_on, 'back', z.ends_on) as details
  from programme_pauses z where (z.ends_on is null or z.ends_on >= ${lately}) and z.starts_on <= date(${today}, '+56 days')`;

/** An ending that stands, told to her whose programme it was. */
export const PROGRAMME_ENDED = sql`select 'programme-ended' as kind, x.id as id, x.trainee_id as trainee_id, x.ended_on as since, json_object('kind', x.kind, 'on', x.ended_on) as details
  from programme_endings x where x.reopened_at is null and x.entered_at >= unixepoch(${today}, '-56 days')`;

/** Whoever left a cohort of the viewer lately and is not in it again: that alone, not where to and not why. */
export const LEFT_COHORT = sql`select 'left-cohort' as kind, m.id as id, m.trainee_id as trainee_id, m.left_on as since, json_object('cohortId', m.cohort_id, 'cohort', o.name) as details
  from cohort_memberships m join cohorts o on o.id = m.cohort_id
  where m.left_on >= ${lately} and m.cohort_id in (select value from json_each(${sql.placeholder('tutorOf')}))
    and not exists (select 1 from cohort_memberships n where n.trainee_id = m.trainee_id and n.cohort_id = m.cohort_id and n.left_on is null)`;
