import { findAdministeredCohort, insertCohort, listCohortTutors } from '#db/queries/cohorts/administered.ts';
import { insertAuditEntries } from '#db/queries/audit.ts';
import { insertCohortSessions, insertCohortWeeks, insertTutors, readRolling } from '#db/queries/cohorts/rolled.ts';
import type { Reader, Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { cohortProblems, type CohortValues } from '#src/domain/cohorts/rules.ts';
import { rolled } from '#src/domain/cohorts/rolling.ts';
import { Refusal } from '#src/domain/errors.ts';
import { settingOn } from '#src/domain/office/settings.ts';
import { OFFICE_SETTINGS, type OfficeSetting } from '#src/domain/office/words.ts';
import { officeNow } from '../office.ts';
import { newId, now, portal, today } from '../portal.ts';
import { qualificationsNow } from '../qualification.ts';
import { isMade, noteCohort, refuseCohort } from './make.ts';

type By = Pick<Viewer, 'id'>;

/** What of a cohort there is to take along to the next intake, on its new days. Null where there is no such cohort. Four queries in one round trip. */
export async function loadRoll(db: Reader, cohortId: string, startsOn: string) {
  const [from, tutors, { weeks, sessions }] = await Promise.all([
    findAdministeredCohort(db, cohortId),
    listCohortTutors(db, cohortId, today()),
    readRolling(db, cohortId),
  ]);
  if (!from) return null;
  return { from, tutors: ownTutors(tutors), ...rolled({ from, startsOn, weeks, sessions }) };
}

/** Whoever is a tutor of it in her own right, can sign in, and goes on: nobody who only stands in, each person once. */
function ownTutors(tutors: Awaited<ReturnType<typeof listCohortTutors>>) {
  const own = tutors.filter(
    ({ coversName, endsOn, isDisabled }) => coversName === null && endsOn === null && isDisabled === 0,
  );
  return own.filter(({ personId }, at) => own.findIndex((one) => one.personId === personId) === at);
}

/** Why the next intake cannot be made like this, by field of the form. Empty: it can. */
export function rollProblems(
  values: CohortValues,
  { from, names }: { from: { readonly startsOn: string }; names: readonly { readonly name: string }[] },
): Record<string, string> {
  const problems = cohortProblems(values, { others: names.map(({ name }) => name), today: today() });
  if (values.name.trim() === '') problems['name'] = 'Give the cohort a name';
  if (values.region.trim() === '') problems['region'] = 'Say which region it is in';
  if (values.startsOn === '') problems['startsOn'] = 'Give the first day';
  else if (values.startsOn <= from.startsOn) problems['startsOn'] = 'The next intake begins after this one';
  return problems;
}

/** What counts for a cohort that begins on a day, without anything being copied: nothing of it can get lost. */
export async function rulesThatCount(startsOn: string): Promise<string[]> {
  const { routes, modules } = portal().content;
  const [{ current }, office] = await Promise.all([qualificationsNow(), officeNow()]);
  const kinds = OFFICE_SETTINGS;
  const versionOn = (kind: OfficeSetting, day: string) => settingOn(office, kind, day).version;
  const changing = kinds.filter((kind) => versionOn(kind, startsOn) !== versionOn(kind, today())).length;
  const until =
    changing === 0 ? 'none changes until then' : `${String(changing)} of them in a version that takes over until then`;
  return [
    `${String(routes.length)} routes with ${String(modules.length)} modules, as they are taught on the day.`,
    `Units and criteria: version ${current.version} now; one that takes over later counts from its day on.`,
    `${String(kinds.length)} settings of the office: ${until}.`,
  ];
}

export interface Roll extends CohortValues {
  /** Of the new cohort; made when the form was shown: sent twice, it is made once. */
  readonly id: string;
  readonly fromId: string;
  readonly takesWeeks: boolean;
  readonly takesSessions: boolean;
  /** Who is to be its tutor from its first day on. */
  readonly tutorIds: readonly string[];
}

/**
 * Makes the next intake from a cohort: usual weeks, days of sessions and tutors, as was chosen, and no trainee. A repeat changes
 * nothing. Throws `not_found`, `bad_input` with the fields of the form, `conflict`.
 */
export async function rollCohort(tx: Writer, by: By, asked: Roll): Promise<void> {
  const { id, fromId, name, region, startsOn, tutorIds } = asked;
  if (await isMade(tx, id, asked)) return;
  await refuseCohort(tx, id, asked);
  const plan = await loadRoll(tx, fromId, startsOn);
  if (!plan) throw new Refusal('not_found');
  if (startsOn <= plan.from.startsOn)
    throw new Refusal('bad_input', { fields: { startsOn: 'The next intake begins after this one' } });
  if (tutorIds.some((personId) => !plan.tutors.some((tutor) => tutor.personId === personId)))
    throw new Refusal('conflict', {
      words: 'The tutors of this cohort changed after this page was shown. Look again.',
    });
  const made = { cohortId: id, by: by.id, at: now() };
  await insertCohort(tx, {
    id,
    name,
    region,
    startsOn,
    origin: { rolledFromId: fromId, madeBy: by.id, madeAt: now() },
  });
  if (asked.takesWeeks) await insertCohortWeeks(tx, made, plan.weeks);
  if (asked.takesSessions) await insertCohortSessions(tx, made, plan.sessions);
  await giveTutors(tx, by, asked);
  await noteCohort(tx, by, { cohortId: id, act: 'cohort.rolled', details: { fromCohortId: fromId, startsOn } });
}

/** They see the new cohort from today on, so that they can prepare it. */
async function giveTutors(tx: Writer, by: By, { id: cohortId, tutorIds }: Roll): Promise<void> {
  const all = [...new Set(tutorIds)];
  await insertTutors(tx, { cohortId, startsOn: today() }, all);
  await insertAuditEntries(
    tx,
    all.map((personId) => ({
      ...{ id: newId(), at: now(), actorId: by.id, act: 'assignment.given' as const, personId, cohortId },
      details: { kind: 'tutor', startsOn: today() },
    })),
  );
}
