import { countTemplates, findTemplate, listTemplates, saveTemplate } from '#db/queries/cohorts/templates.ts';
import { listWeekDays } from '#db/queries/cohorts/rolled.ts';
import type { Reader, Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { sameName } from '#src/domain/cohorts/rules.ts';
import type { CohortTemplate, SessionPlan } from '#src/domain/cohorts/template.ts';
import { Refusal } from '#src/domain/errors.ts';
import type { WeekDays } from '#src/domain/week/pattern.ts';
import { now } from '../portal.ts';

/** So many templates are kept, those that were taken out among them. */
const MOST_TEMPLATES = 200;

/** Which usual week a template has: the one it has already, the default of the programme, or the newest of a cohort. */
export const WEEK_KEPT = 'as-it-is';
export const WEEK_DEFAULT = 'default';

export interface SavedTemplate {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  /** `WEEK_KEPT`, `WEEK_DEFAULT`, or the id of a cohort. */
  readonly weekFrom: string;
  readonly sessions: SessionPlan | null;
  readonly basedOn: number;
}

async function weekOf(db: Reader, weekFrom: string, stored: CohortTemplate | null): Promise<WeekDays | null> {
  if (weekFrom === WEEK_KEPT) return stored?.week ?? null;
  if (weekFrom === WEEK_DEFAULT) return null;
  const newest = (await listWeekDays(db, weekFrom)).at(-1);
  if (newest) return newest;
  const words = 'This cohort has no usual week of its own. Choose another, or the default week';
  throw new Refusal('bad_input', { fields: { weekFrom: words } });
}

/** Keeps a template, new or changed; names are told apart as people read them. Throws `bad_input`, `conflict`. */
export async function keepTemplate(tx: Writer, viewer: Pick<Viewer, 'id'>, asked: SavedTemplate): Promise<void> {
  const { id, name, region, sessions, basedOn } = asked;
  const [all, stored] = await Promise.all([listTemplates(tx), findTemplate(tx, id)]);
  if (all.some((one) => one.id !== id && sameName(one.name, name)))
    throw new Refusal('bad_input', { fields: { name: 'There is a template of this name already' } });
  if (!stored && (await countTemplates(tx)) >= MOST_TEMPLATES)
    throw new Refusal('bad_input', { words: 'There is room for 200 templates and it is full.' });
  const week = await weekOf(tx, asked.weekFrom, stored?.value ?? null);
  await saveTemplate(tx, { id, name, value: { region, week, sessions }, basedOn, by: viewer.id, at: now() });
}
