import { Refusal } from '../errors.ts';
import { dayProblem, detailProblems, type Details } from './details.ts';
import type { EvidenceState } from './evidenceState.ts';
import { isKeepable } from './keepable.ts';
import { KIND_WORDS } from './kinds.ts';
import type { Qualification } from './qualification.ts';
import type { EvidenceKind } from './words.ts';

/** Lengths in characters. Together they stay well below what a form may weigh. */
export const EVIDENCE_LIMITS = {
  titleMax: 150,
  textMax: 15_000,
  criteriaMax: 12,
  whereMax: 150,
  changeNoteMax: 1_000,
} as const;

export interface Draft {
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly text: string;
  readonly details: Details;
  /** The day of the practice it shows, or null where none was given. */
  readonly happenedOn: string | null;
  /** Ids of the criteria claimed. */
  readonly criteria: readonly string[];
  /** By criterion. */
  readonly whereShown: Readonly<Record<string, string>>;
}

export interface SubmitFacts {
  readonly item: Draft;
  readonly state: EvidenceState;
  /** From `criterionIds`. */
  readonly knownCriteria: ReadonlySet<string>;
  /** What she says she changed since it came back. */
  readonly changeNote: string;
  /** Who wrote it down: her assessor, for an observation or a discussion that both sign. */
  readonly by: 'trainee' | 'assessor';
  /** Files that lie with it, or the words of a witness, may say what her own text does not. */
  readonly hasFiles: boolean;
  readonly hasWitness: boolean;
  /** Why the files that lie with it cannot be handed in, or null. */
  readonly filesProblem: string | null;
  readonly today: string;
}

/**
 * Why this draft cannot be handed in, or null. `bad_input` names the fields `title`, `text`, `happenedOn`, `criteria`, `where-3.2`,
 * `changeNote`, `files` and those of its details; `conflict` where it is with the assessor already, or signed off.
 */
export function submitProblems(facts: SubmitFacts): Refusal | null {
  const held = HELD[facts.state];
  if (held) return new Refusal('conflict', { words: held });
  const { item, by, today, knownCriteria } = facts;
  const named = Object.entries({
    title: titleProblem(item.title),
    happenedOn: item.happenedOn === null ? 'Give the day it happened' : dayProblem(item.happenedOn, today),
    ...detailProblems({ kind: item.kind, details: item.details, by, today }),
    text: textProblem(item, facts.hasFiles || facts.hasWitness),
    files: filesOf(facts),
    criteria: criteriaProblem(item.criteria, knownCriteria),
    ...whereProblems(item),
    changeNote: changeProblem(facts),
  });
  const fields = Object.fromEntries(named.filter(([, problem]) => problem !== null)) as Record<string, string>;
  return Object.keys(fields).length > 0 ? new Refusal('bad_input', { fields }) : null;
}

const HELD: Partial<Record<EvidenceState, string>> = {
  to_sign_both: 'This waits for two signatures. It can be handed in again when it comes back.',
  submitted: 'This is with your assessor already. Withdraw it first, or wait until it comes back.',
  to_countersign: 'Your assessor has decided on this. You can hand it in again when it comes back.',
  accepted: 'Every criterion of this is met. Start a new piece of evidence to show more.',
  signed_off: 'This has been signed off. Start a new piece of evidence to show more.',
};

/** Every criterion of a qualification by its id. */
export function criterionIds({ units }: Pick<Qualification, 'units'>): ReadonlySet<string> {
  return new Set(units.flatMap((unit) => unit.criteria.map((criterion) => criterion.id)));
}

function titleProblem(title: string): string | null {
  if (title.trim() === '') return 'Enter a title';
  if (title.length > EVIDENCE_LIMITS.titleMax) return `Title must be ${EVIDENCE_LIMITS.titleMax} characters or less`;
  return isKeepable(title) ? null : 'Title has a character in it that cannot be kept';
}

function textProblem({ kind, text }: Draft, saysElsewhere: boolean): string | null {
  const { text: name, textMayBeEmpty } = KIND_WORDS[kind];
  if (text.trim() === '') return textMayBeEmpty && saysElsewhere ? null : emptyText(kind);
  if (text.length > EVIDENCE_LIMITS.textMax)
    return `${name} must be ${EVIDENCE_LIMITS.textMax.toLocaleString('en-GB')} characters or less`;
  return isKeepable(text) ? null : `${name} has a character in it that cannot be kept`;
}

function emptyText(kind: EvidenceKind): string {
  if (kind === 'witness_testimony') return 'Ask a witness first, write what they saw, or add a file';
  if (kind === 'reflective_account') return 'Write your account before you submit it';
  return KIND_WORDS[kind].textMayBeEmpty ? 'Write something here, or add a file' : 'Say what it shows';
}

function filesOf({ filesProblem, hasFiles, item }: SubmitFacts): string | null {
  if (filesProblem !== null) return filesProblem;
  return hasFiles && !KIND_WORDS[item.kind].takesFiles
    ? 'Take the files out: of a work product only a pointer is kept'
    : null;
}

function criteriaProblem(criteria: readonly string[], known: ReadonlySet<string>): string | null {
  if (criteria.length === 0) return 'Choose at least one criterion that this shows';
  if (criteria.length > EVIDENCE_LIMITS.criteriaMax) return `Choose ${EVIDENCE_LIMITS.criteriaMax} criteria or fewer`;
  if (new Set(criteria).size !== criteria.length) return 'Choose each criterion once';
  const unknown = criteria.find((id) => !known.has(id));
  return unknown === undefined ? null : `Criterion ${unknown} is not part of the qualification`;
}

function whereProblems({ criteria, whereShown }: Draft): Record<string, string | null> {
  return Object.fromEntries(criteria.map((id) => [`where-${id}`, whereProblem(id, whereShown[id] ?? '')]));
}

function whereProblem(id: string, where: string): string | null {
  if (where.length > EVIDENCE_LIMITS.whereMax)
    return `Where criterion ${id} is shown must be ${EVIDENCE_LIMITS.whereMax} characters or less`;
  return isKeepable(where) ? null : `Where criterion ${id} is shown has a character in it that cannot be kept`;
}

function changeProblem({ state, changeNote, by }: SubmitFacts): string | null {
  if (changeNote.length > EVIDENCE_LIMITS.changeNoteMax)
    return `Keep it under ${EVIDENCE_LIMITS.changeNoteMax.toLocaleString('en-GB')} characters`;
  if (!isKeepable(changeNote)) return 'What you changed has a character in it that cannot be kept';
  return state === 'returned' && by === 'trainee' && changeNote.trim() === ''
    ? 'Say what you changed since it came back'
    : null;
}
