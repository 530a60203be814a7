import { sql } from 'drizzle-orm';
import {
  checkAttempts,
  enrolmentChanges,
  moduleCompletions,
  moduleOpenings,
  people,
  placements,
  programmeEndings,
  sectionTicks,
  signalNotes,
  studyRecords,
  studySessions,
  submissions,
  supervisionMeetings,
  supervisionReviews,
  weekExceptions,
  wellbeingChecks,
} from '#db/schema/index.ts';

const isTheirs = sql`trainee_id in (select id from who)`;
const studyFrom = sql.placeholder('studyFrom');

/** Sessions from a day on, and those of any day that make one of them up, each with every record about it. */
const sessions = sql`
  select s.trainee_id, 'session' as fact, json_object('id', s.id, 'traineeId', s.trainee_id, 'day', s.day, 'minutes', s.minutes,
      'part', s.part, 'startsAt', s.starts_at, 'makesUp', s.makes_up, 'isPlanned', json(iif(s.is_planned, 'true', 'false')),
      'revision', s.revision, 'plannedAt', s.planned_at, 'withdrawnAt', s.withdrawn_at,
      'records', json((select json_group_array(json_object('takenMinutes', r.taken_minutes, 'lostMinutes', r.lost_minutes,
        'cause', r.cause, 'words', '', 'recordedAt', r.recorded_at, 'number', r.number))
        from ${studyRecords} r where r.session_id = s.id))) as json
  from ${studySessions} s
  where s.${isTheirs} and (s.day >= ${studyFrom} or s.makes_up in (
    select o.id from ${studySessions} o where o.trainee_id = s.trainee_id and o.day >= ${studyFrom}))`;

const reviews = sql`
  select trainee_id, 'review', json_object('heldOn', held_on, 'readyAt', ready_at)
  from ${supervisionReviews} where ${isTheirs} and ready_at is not null`;

const meetings = sql`
  select trainee_id, 'meeting', json_object('day', day, 'plannedAt', planned_at, 'cancelledAt', cancelled_at)
  from ${supervisionMeetings} where ${isTheirs} and day >= ${studyFrom}`;

const placementRows = sql`
  select trainee_id, 'placement', json_object('id', id, 'kind', kind, 'place', place, 'endsOn', ends_on,
      'proposedAt', proposed_at, 'cancelledAt', cancelled_at)
  from ${placements} where ${isTheirs}`;

const leave = sql`
  select trainee_id, 'leave', json_object('startsOn', starts_on, 'endsOn', ends_on, 'enteredAt', entered_at, 'removedAt', removed_at)
  from ${weekExceptions} where ${isTheirs} and place in ('leave', 'not_working') and ends_on >= ${sql.placeholder('leaveFrom')}`;

/** Nothing of a check-in that is not shared now ever leaves the table here. */
const checkIns = sql`
  select trainee_id, 'checkIn', json_object('month', month, 'answers', json_array(workload, support, balance), 'sharedAt', shared_at)
  from ${wellbeingChecks} where ${isTheirs} and shared_at is not null and month >= ${sql.placeholder('monthFrom')}`;

/** The newest about each kind: it alone stands over a signal, however many there have been. */
const notes = sql`
  select s.trainee_id, 'note', json_object('id', s.id, 'kind', s.kind, 'factKey', s.fact_key, 'words', s.words, 'by', p.name,
      'notedAt', s.noted_at, 'returnsOn', s.returns_on)
  from ${signalNotes} s join ${people} p on p.id = s.person_id
  where s.rowid in (select max(n.rowid) from ${signalNotes} n where n.${isTheirs} group by n.trainee_id, n.kind)`;

/** What signals are worked out from, beside the caseload and the evidence: trainee, fact, JSON. */
export const FACTS = [sessions, reviews, meetings, placementRows, leave, checkIns, notes] as const;

const dayOf = (column: string) => sql.raw(`date(${column}, 'unixepoch')`);

/** Days on which she did something that left its mark: told to the command that looks back, and never who did what. */
const traces = sql`
  select t.trainee_id, 'trace', json_object('day', t.day) from (
    select trainee_id, ${dayOf('opened_at')} as day from ${moduleOpenings} where ${isTheirs}
    union select trainee_id, ${dayOf('ticked_at')} from ${sectionTicks} where ${isTheirs}
    union select trainee_id, ${dayOf('completed_at')} from ${moduleCompletions} where ${isTheirs}
    union select trainee_id, ${dayOf('attempted_at')} from ${checkAttempts} where ${isTheirs}
    union select trainee_id, ${dayOf('recorded_at')} from ${studyRecords} where ${isTheirs}
    union select trainee_id, ${dayOf('submitted_at')} from ${submissions} where ${isTheirs} and writer_id is null) t`;

const endings = sql`
  select trainee_id, 'ending', json_object('endedOn', ended_on, 'kind', kind, 'enteredAt', entered_at)
  from ${programmeEndings} where ${isTheirs} and reopened_at is null`;

const earlierEnrolments = sql`
  select trainee_id, 'enrolment', json_object('routeId', from_route_id, 'startedOn', from_started_on, 'hoursPerWeek', from_hours_per_week,
      'until', effective_on)
  from ${enrolmentChanges} where ${isTheirs}`;

const completions = sql`
  select trainee_id, 'completion', json_object('moduleId', module_id, 'version', module_version, 'at', completed_at)
  from ${moduleCompletions} where ${isTheirs}`;

/** What only a look back asks for. */
export const LOOKING_BACK = [traces, endings, earlierEnrolments, completions] as const;
