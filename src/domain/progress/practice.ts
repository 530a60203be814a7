import { addDays, daysBetween, londonDay } from '../calendar.ts';
import type { ModuleMeta } from '../modules/schema.ts';
import type { ModuleFacts } from '../modules/state.ts';

/** Days after a module until the portal asks whether it reached practice. Source: docs/decisions.md, "Did it reach practice". */
const PRACTICE_DAYS = 28;

/** Evidence as far as this rule needs it: which criteria it was handed in for, and when. */
export interface Shown {
  readonly claims: readonly string[];
  readonly submittedAt: Date;
}

/** A module that was read and has not been seen in practice. */
export interface PracticeGap {
  readonly moduleId: string;
  /** The day it was done. */
  readonly doneOn: string;
  /** The day from which the portal asks. */
  readonly askedOn: string;
  /** Criteria it prepares for, none of them shown in evidence since. */
  readonly criteria: readonly string[];
}

/** Criteria by unit and number: 4.10 after 4.2. Made once: a new order for each comparison took a twentieth of a home page. */
const byNumber = new Intl.Collator('en-GB', { numeric: true });

const inOrder = (criteria: readonly string[]) => criteria.toSorted(byNumber.compare);

interface PracticeInput {
  readonly modules: readonly Pick<ModuleMeta, 'id' | 'criteria'>[];
  readonly facts: ReadonlyMap<string, Pick<ModuleFacts, 'completion'>>;
  readonly shown: readonly Shown[];
  readonly today: string;
}

/**
 * Modules done four weeks ago or longer whose criteria appear in no evidence handed in since, the one asked about last first.
 * The same list for the trainee and for those who support her. A module without criteria is never asked about.
 */
export function practiceGaps({ modules, facts, shown, today }: PracticeInput): PracticeGap[] {
  const gaps = modules.flatMap(({ id, criteria }): PracticeGap[] => {
    const doneAt = facts.get(id)?.completion?.at;
    if (!doneAt || criteria.length === 0) return [];
    const doneOn = londonDay(doneAt);
    if (daysBetween(doneOn, today) < PRACTICE_DAYS) return [];
    const isShown = shown.some(({ claims, submittedAt }) => {
      return londonDay(submittedAt) >= doneOn && claims.some((claim) => criteria.includes(claim));
    });
    return isShown
      ? []
      : [{ moduleId: id, doneOn, askedOn: addDays(doneOn, PRACTICE_DAYS), criteria: inOrder(criteria) }];
  });
  return gaps.sort(
    (one, other) => other.doneOn.localeCompare(one.doneOn) || one.moduleId.localeCompare(other.moduleId),
  );
}
