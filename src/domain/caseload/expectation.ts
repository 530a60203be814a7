import type { AllocationEffect } from './allocationEffect.ts';

/** What a page showed of one trainee's load after an allocation. */
export interface Expectation {
  readonly used: number;
  readonly available: number;
  readonly limit: 'within' | 'over';
  /** Attributes of the rules that stood in the way, in order. */
  readonly against: readonly string[];
}

function expectationOf({ after, against }: AllocationEffect): Expectation {
  const { used, available, limit } = after;
  return { used, available, limit, against: against.map(({ attribute }) => attribute).sort() };
}

/** What a page shows, for a hidden field of its form, by trainee. */
export function expectationsText(effects: readonly (readonly [traineeId: string, effect: AllocationEffect])[]): string {
  return JSON.stringify(Object.fromEntries(effects.map(([id, effect]) => [id, expectationOf(effect)])));
}

function isExpectation(value: unknown): value is Expectation {
  if (typeof value !== 'object' || value === null) return false;
  const { used, available, limit, against } = value as Record<string, unknown>;
  const isLimit = limit === 'within' || limit === 'over';
  return typeof used === 'number' && typeof available === 'number' && isLimit && Array.isArray(against);
}

/** What the page had shown of one trainee; null where the field holds nothing of the kind. */
export function readExpectation(text: string, traineeId: string): Expectation | null {
  try {
    const shown: unknown = JSON.parse(text);
    if (typeof shown !== 'object' || shown === null || !Object.hasOwn(shown, traineeId)) return null;
    const value = (shown as Record<string, unknown>)[traineeId];
    return isExpectation(value) ? value : null;
  } catch {
    return null;
  }
}

/** Whether what a manager was shown still leads to the same answer: the limit, and the rules in the way. */
export function hasSameOutcome(shown: Expectation, effect: AllocationEffect): boolean {
  const now = expectationOf(effect);
  return shown.limit === now.limit && [...shown.against].sort().join() === now.against.join();
}

const points = (used: number, available: number) => `${String(used)} of ${String(available)} points`;

/** What changed while a manager looked, as a sentence; null where the numbers are the same. */
export function whatMoved(shown: Expectation, effect: AllocationEffect): string | null {
  const now = expectationOf(effect);
  if (shown.used === now.used && shown.available === now.available && hasSameOutcome(shown, effect)) return null;
  return `The caseload changed while you looked: you saw ${points(shown.used, shown.available)} after this case, it is ${points(now.used, now.available)}.`;
}
