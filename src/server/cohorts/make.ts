import { insertAuditEntries } from '#db/queries/audit.ts';
import {
  findAdministeredCohort,
  insertCohort,
  listCohortNames,
  setCohortClosed,
  updateCohort,
} from '#db/queries/cohorts/administered.ts';
import { insertCohortSessions, insertCohortWeeks } from '#db/queries/cohorts/rolled.ts';
import { findTemplate } from '#db/queries/cohorts/templates.ts';
import type { Reader, Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { cohortProblems, cohortState, type CohortValues } from '#src/domain/cohorts/rules.ts';
import { type CohortTemplate, sessionDays } from '#src/domain/cohorts/template.ts';
import { Refusal } from '#src/domain/errors.ts';
import { newId, now, today } from '../portal.ts';

type By = Pick<Viewer, 'id'>;

/** Throws `bad_input` with the fields of the form. `cohortId`: the one that may keep its name. */
export async function refuseCohort(db: Reader, cohortId: string, values: CohortValues): Promise<void> {
  const all = await listCohortNames(db);
  const others = all.filter((one) => one.cohortId !== cohortId).map(({ name }) => name);
  const problems = cohortProblems(values, { others, today: today() });
  if (Object.keys(problems).length > 0) throw new Refusal('bad_input', { fields: problems });
}

/** Whether the form was sent before: the same cohort is there already. Throws `conflict` where its id is another cohort's. */
export async function isMade(db: Reader, id: string, values: CohortValues): Promise<boolean> {
  const kept = await findAdministeredCohort(db, id);
  if (!kept) return false;
  if (kept.name === values.name && kept.startsOn === values.startsOn) return true;
  throw new Refusal('conflict');
}

export interface NewCohort extends CohortValues {
  /** Made when the form was shown: sent twice, it is made once. */
  readonly id: string;
  /** '' for an empty one. */
  readonly templateId: string;
}

/** The template that was chosen, or null for none. Throws `bad_input` where it was taken out meanwhile. */
async function templateOf(tx: Writer, templateId: string) {
  if (templateId === '') return null;
  const template = await findTemplate(tx, templateId);
  if (template) return template;
  throw new Refusal('bad_input', { words: 'Somebody took this template out in the meantime. Begin again.' });
}

/** Makes a cohort, from a template or empty. A repeat changes nothing. Throws `bad_input` with the fields of the form, `conflict`. */
export async function makeCohort(tx: Writer, by: By, { templateId, ...asked }: NewCohort): Promise<void> {
  if (await isMade(tx, asked.id, asked)) return;
  await refuseCohort(tx, asked.id, asked);
  const template = await templateOf(tx, templateId);
  const made = { by: by.id, at: now(), cohortId: asked.id };
  await insertCohort(tx, { ...asked, origin: { templateId: template?.id ?? null, madeBy: by.id, madeAt: now() } });
  if (template) await fillFromTemplate(tx, made, { startsOn: asked.startsOn, ...template.value });
  await noteCohort(tx, by, {
    ...{ cohortId: asked.id, act: 'cohort.made' },
    details: { templateId: template?.id ?? null, startsOn: asked.startsOn },
  });
}

/** The usual week of a template, and the days of its sessions. */
async function fillFromTemplate(
  tx: Writer,
  made: { readonly cohortId: string; readonly by: string; readonly at: Date },
  { startsOn, week, sessions }: CohortTemplate & { readonly startsOn: string },
): Promise<void> {
  if (week) await insertCohortWeeks(tx, made, [{ id: 'template', startsOn, endsOn: null, days: week }]);
  if (!sessions) return;
  const days = sessionDays(sessions, startsOn);
  await insertCohortSessions(
    tx,
    made,
    days.map((day) => ({ ...sessions, id: day, day })),
  );
}

interface Noted {
  readonly cohortId: string;
  readonly act: 'cohort.made' | 'cohort.changed' | 'cohort.rolled';
  readonly details: Readonly<Record<string, string | number | null>>;
}

/** Notes what was done with a cohort in the audit. */
export const noteCohort = (tx: Writer, by: By, noted: Noted): Promise<void> =>
  insertAuditEntries(tx, [{ id: newId(), at: now(), actorId: by.id, personId: null, ...noted }]);

export interface ChangedCohort extends CohortValues {
  readonly cohortId: string;
  /** Name, region and first day on the page. */
  readonly basedOn: readonly string[];
}

/** Changes name, region or first day. Days of trainees do not move with it. The same again changes nothing. Throws `not_found`, `bad_input`, `conflict`. */
export async function changeCohort(tx: Writer, by: By, { cohortId, basedOn, ...values }: ChangedCohort): Promise<void> {
  const kept = await findAdministeredCohort(tx, cohortId);
  if (!kept) throw new Refusal('not_found');
  const { name, region, startsOn } = values;
  if (kept.name === name && kept.region === region && kept.startsOn === startsOn) return;
  await refuseCohort(tx, cohortId, values);
  if (!(await updateCohort(tx, cohortId, { ...values, basedOn }))) throw new Refusal('conflict');
  await noteCohort(tx, by, {
    ...{ cohortId, act: 'cohort.changed' },
    details: { fromStartsOn: kept.startsOn, startsOn, isRenamed: kept.name === name ? 0 : 1 },
  });
}

/** Closes a cohort: nobody joins it from today on; whoever is in it stays, and its pages too. Or opens it again. A repeat changes nothing. */
export async function setClosed(tx: Writer, by: By, { cohortId, isClosed }: { cohortId: string; isClosed: boolean }) {
  const kept = await findAdministeredCohort(tx, cohortId);
  if (!kept) throw new Refusal('not_found');
  if ((cohortState(kept, today()) === 'closed') === isClosed) return;
  const closedOn = isClosed ? today() : null;
  await setCohortClosed(tx, cohortId, closedOn);
  await noteCohort(tx, by, { cohortId, act: 'cohort.changed', details: { closedOn } });
}
