import { addDays, daysBetween, londonDay } from '../calendar.ts';
import type { ModuleMeta } from '../modules/schema.ts';
import type { ModuleFacts } from '../modules/state.ts';
import { PRACTICE_KINDS } from '../portfolio/kinds.ts';
import type { EvidenceKind } from '../portfolio/words.ts';

/** Days after a module until the portal asks whether it reached practice. Source: docs/decisions.md, "Did it reach practice". */
const PRACTICE_DAYS = 28;

/** Evidence as far as this rule needs it: of what kind it is, which criteria it was handed in for, and when. */
export interface Shown {
  readonly kind: EvidenceKind;
  readonly claims: readonly string[];
  readonly submittedAt: Date;
  /** Taken back: it shows nothing. */
  readonly withdrawnAt: Date | null;
}

/** A module that was read and has not been seen in practice. */
export interface PracticeGap {
  readonly moduleId: string;
  /** The day it was done. */
  readonly doneOn: string;
  /** The day from which the portal asks. */
  readonly askedOn: string;
  /** Criteria it prepares for, none of them seen in practice since. */
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
 * Modules done four weeks ago or longer whose criteria nobody has seen in practice since, the one asked about last first: in an
 * observation, a discussion, the words of a witness or a work product. An account of her own is not seen by anybody. The same list for the trainee and for those who support her. A module without criteria is never asked about.
 */
export function practiceGaps({ modules, facts, shown, today }: PracticeInput): PracticeGap[] {
  const gaps = modules.flatMap(({ id, criteria }): PracticeGap[] => {
    const doneAt = facts.get(id)?.completion?.at;
    if (!doneAt || criteria.length === 0) return [];
    const doneOn = londonDay(doneAt);
    if (daysBetween(doneOn, today) < PRACTICE_DAYS) return [];
    const isShown = shown.some(({ kind, claims, submittedAt, withdrawnAt }) => {
      if (withdrawnAt !== null || !PRACTICE_KINDS.includes(kind)) return false;
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
