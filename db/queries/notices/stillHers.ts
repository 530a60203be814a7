import { type SQL, sql } from 'drizzle-orm';

/** The cohort that the trainee of a notice `n` is in now. */
export const traineeCohort = sql`(select m.cohort_id from cohort_memberships m where m.trainee_id = n.trainee_id and m.left_on is null)`;
/** Whether the trainee of a notice `n` shares a check-in. */
export const sharesWellbeing = sql`exists (select 1 from wellbeing_checks w where w.trainee_id = n.trainee_id and w.shared_at is not null)`;
/** The cohort that a notice `n` belongs to: of a peer session, of leave cover, of whoever left. */
export const noticeCohort = sql`(n.details ->> 'cohortId')`;
/** Whether a notice `n` comes from a wellbeing check-in. */
export const isWellbeing = sql`((n.details ->> 'signal') is 'wellbeing')`;

/** Assignments of the receiver of `n` that count on `day`. `endsOn` is the first day without it. */
const assigned = (day: unknown) => sql`select 1 from assignments a
  where a.person_id = n.person_id and a.starts_on <= ${day} and (a.ends_on is null or a.ends_on > ${day})`;

const isPeer = sql`n.kind in ('peer-session', 'peer-swap')`;
const isHerself = sql`(n.trainee_id is null or n.trainee_id = n.person_id)`;
const isShownToOthers = sql`n.kind in ('caseload-breach', 'new-signal', 'action-due')`;
const isShownToTutors = sql`n.kind in ('message-answer', 'cohort-people')`;

/** The receiver is a tutor, on `day`, of the cohort that a notice `n` belongs to. */
const isTutorThere = (day: unknown) =>
  sql`exists (${assigned(day)} and a.kind = 'tutor' and a.cohort_id = ${noticeCohort})`;
/** The receiver is in the cohort that a notice `n` belongs to, as a trainee or as a tutor. */
const isInCohort = (
  day: unknown,
) => sql`(exists (select 1 from cohort_memberships m join person_roles r on r.person_id = m.trainee_id and r.role = 'trainee'
        where m.trainee_id = n.person_id and m.left_on is null and m.cohort_id = ${noticeCohort})
      or ${isTutorThere(day)})`;

/**
 * Of the notices `n`, those that their receiver may still know of on `day`: the same as `mayBeTold` (src/domain/notices/audience.ts),
 * as a test holds. An assignment that has ended, and a trainee who has left the cohort, take theirs away.
 */
export function stillHers(day: unknown): SQL {
  return sql`case
    when ${isPeer} then ${noticeCohort} is not null and (${isHerself} or ${traineeCohort} is ${noticeCohort}) and ${isInCohort(day)}
    when n.kind = 'cover' then ${isHerself} and (${noticeCohort} is null or ${isInCohort(day)})
    when n.kind = 'cohort-people' and ${isHerself} then ${noticeCohort} is not null and ${isTutorThere(day)}
    when ${isHerself} then 1
    when ${isShownToOthers} then (not ${isWellbeing} or ${sharesWellbeing}) and exists (${assigned(day)} and (
      (a.kind = 'tutor' and a.cohort_id = ${traineeCohort}) or (a.kind = 'manager' and a.trainee_id = n.trainee_id)))
    when ${isShownToTutors} then exists (${assigned(day)} and a.kind = 'tutor' and a.cohort_id = ${traineeCohort})
    else 0 end`;
}

/** More than so many are not counted: the header then says "99+". */
const MOST_COUNTED = 100;

/** How many notices of a person, given as a column or a value, wait to be read and are hers to read. */
export function unreadOf(person: unknown, day: unknown): SQL<number> {
  return sql<number>`(select count(*) from (
    select 1 from notices n where n.person_id = ${person} and n.read_at is null and ${stillHers(day)} limit ${sql.raw(String(MOST_COUNTED))}))`;
}
