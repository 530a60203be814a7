import { neededCorrect, passes } from '../checks/mark.ts';
import type { Check } from '../checks/schema.ts';
import type { ModuleMeta, Section } from './schema.ts';
import type { ModuleState } from './words.ts';

/** What a trainee did with one module. `bestCorrect` is her best attempt at its knowledge check, whatever version it was. */
export interface ModuleFacts {
  readonly openedAt: Date | null;
  /** Ids of ticked sections. Ids that the module no longer has do no harm. */
  readonly ticks: ReadonlySet<string>;
  readonly bestCorrect: { readonly correct: number; readonly of: number; readonly version: string } | null;
  /** Written once when the rule was first met. It stands whatever the module says afterwards. */
  readonly completion: { readonly version: string; readonly at: Date } | null;
  /** The newest version whose changes she said she has read, or null. */
  readonly changesReadTo: string | null;
}

/** Facts of a module that a trainee has not opened. */
export const NO_FACTS: ModuleFacts = {
  openedAt: null,
  ticks: new Set(),
  bestCorrect: null,
  completion: null,
  changesReadTo: null,
};

type Sections = Pick<ModuleMeta, 'sections'>;
type Rule = Pick<Check, 'passPercent' | 'questions'>;

function isPassed(check: Rule, { bestCorrect }: ModuleFacts): boolean {
  return bestCorrect !== null && passes(check.passPercent, bestCorrect.correct, bestCorrect.of);
}

/**
 * Whether a module is done: a completion stands, or every section is ticked and the best attempt at the check passes.
 * An attempt at an older version of the check still counts: an edited module moves nobody backwards.
 */
export function isComplete(module: Sections, check: Rule, facts: ModuleFacts): boolean {
  if (facts.completion) return true;
  return isPassed(check, facts) && module.sections.every(({ id }) => facts.ticks.has(id));
}

/** Not started, opened, in progress or done, worked out from the facts. Opening alone is not progress. */
export function moduleState(module: Sections, check: Rule, facts: ModuleFacts): ModuleState {
  if (isComplete(module, check, facts)) return 'done';
  if (facts.ticks.size > 0 || facts.bestCorrect) return 'in_progress';
  return facts.openedAt ? 'opened' : 'not_started';
}

function count(number: number, one: string, many: string): string {
  return `${String(number)} ${number === 1 ? one : many}`;
}

/** The rule for done as the module's page states it. */
export function completionRule({ sections }: Sections, check: Rule): string {
  const ticked = sections.length === 1 ? 'its section is' : `all ${String(sections.length)} sections are`;
  const asked = count(check.questions.length, 'question', 'questions');
  return `This module is done when ${ticked} ticked and you get at least ${String(neededCorrect(check))} of ${asked} right in one go at the knowledge check.`;
}

/** What is still to do, a sentence each, in the order of the page; empty where the module is done. */
export function missingForDone(module: Sections, check: Rule, facts: ModuleFacts): string[] {
  if (facts.completion) return [];
  const unread = module.sections
    .filter(({ id }) => !facts.ticks.has(id))
    .map(({ title }) => `Read and tick “${title}”.`);
  if (isPassed(check, facts)) return unread;
  const best = facts.bestCorrect
    ? ` Your best so far is ${String(facts.bestCorrect.correct)} of ${String(facts.bestCorrect.of)}.`
    : '';
  const asked = count(check.questions.length, 'question', 'questions');
  return [...unread, `Get at least ${String(neededCorrect(check))} of ${asked} right in the knowledge check.${best}`];
}

/** A section and where it stands: the third of six has `number` 3 and `of` 6. */
export interface NextSection extends Section {
  readonly number: number;
  readonly of: number;
}

/**
 * Where to carry on: at the section where she left off unless it is ticked, then at the next one that is not, and round to the
 * beginning. `position` is a section id. Null where every section is ticked.
 */
export function nextSection({ sections }: Sections, facts: ModuleFacts, position: string | null): NextSection | null {
  const start = Math.max(
    0,
    sections.findIndex(({ id }) => id === position),
  );
  for (let step = 0; step < sections.length; step += 1) {
    const index = (start + step) % sections.length;
    const section = sections[index];
    if (section && !facts.ticks.has(section.id)) return { ...section, number: index + 1, of: sections.length };
  }
  return null;
}

/** Minutes of reading in sections that are not ticked. */
export function minutesLeft({ sections }: Sections, facts: ModuleFacts): number {
  return sections.reduce((sum, { id, minutes }) => sum + (facts.ticks.has(id) ? 0 : minutes), 0);
}
