import { Refusal } from '../errors.ts';
import type { EvidenceState } from './evidenceState.ts';
import { isKeepable } from './keepable.ts';
import type { Qualification } from './qualification.ts';

/** Lengths in characters. Together they stay well below what a form may weigh. */
export const EVIDENCE_LIMITS = { titleMax: 150, textMax: 15_000, criteriaMax: 12 } as const;

export interface Draft {
  readonly title: string;
  readonly text: string;
  /** Ids of the criteria claimed. */
  readonly criteria: readonly string[];
}

export interface SubmitFacts {
  readonly item: Draft;
  readonly state: EvidenceState;
  /** From `criterionIds`. */
  readonly knownCriteria: ReadonlySet<string>;
}

/**
 * Why this draft cannot be handed in, or null. `bad_input` names the fields `title`, `text` and `criteria`;
 * `conflict` where it is with the assessor already, or signed off.
 */
export function submitProblems({ item, state, knownCriteria }: SubmitFacts): Refusal | null {
  const held = HELD[state];
  if (held) return new Refusal('conflict', { words: held });
  const fields: Record<string, string> = {};
  note(fields, 'title', titleProblem(item.title));
  note(fields, 'text', textProblem(item.text));
  note(fields, 'criteria', criteriaProblem(item.criteria, knownCriteria));
  return Object.keys(fields).length > 0 ? new Refusal('bad_input', { fields }) : null;
}

const HELD: Partial<Record<EvidenceState, string>> = {
  submitted: 'This is with your assessor already. You can carry on writing, and submit it again when it comes back.',
  to_sign: 'Every criterion of this is met and it waits for a signature, so it cannot be submitted again.',
  signed_off: 'This has been signed off. Start a new piece of evidence to show more.',
};

/** Every criterion of a qualification by its id. */
export function criterionIds({ units }: Pick<Qualification, 'units'>): ReadonlySet<string> {
  return new Set(units.flatMap((unit) => unit.criteria.map((criterion) => criterion.id)));
}

function note(fields: Record<string, string>, name: string, problem: string | null): void {
  if (problem) fields[name] = problem;
}

function titleProblem(title: string): string | null {
  if (title.trim() === '') return 'Enter a title';
  if (title.length > EVIDENCE_LIMITS.titleMax) return `Title must be ${EVIDENCE_LIMITS.titleMax} characters or less`;
  return isKeepable(title) ? null : 'Title has a character in it that cannot be kept';
}

function textProblem(text: string): string | null {
  if (text.trim() === '') return 'Write your account before you submit it';
  if (text.length > EVIDENCE_LIMITS.textMax)
    return `Account must be ${EVIDENCE_LIMITS.textMax.toLocaleString('en-GB')} characters or less`;
  return isKeepable(text) ? null : 'Account has a character in it that cannot be kept';
}

function criteriaProblem(criteria: readonly string[], known: ReadonlySet<string>): string | null {
  if (criteria.length === 0) return 'Choose at least one criterion that this shows';
  if (criteria.length > EVIDENCE_LIMITS.criteriaMax) return `Choose ${EVIDENCE_LIMITS.criteriaMax} criteria or fewer`;
  if (new Set(criteria).size !== criteria.length) return 'Choose each criterion once';
  const unknown = criteria.find((id) => !known.has(id));
  return unknown === undefined ? null : `Criterion ${unknown} is not part of the qualification`;
}
