import { VACS_TESTS, VACS_WORDS, type VacsTest, type VerificationOutcome } from './words.ts';

/** Characters of a reason, and of the words to the assessor. */
export const REASON_MAX = 2_000;

/** What she answered to each of the four tests; null where she did not. */
export type VacsAnswers = Readonly<Record<VacsTest, boolean | null>>;

/** What she says of one decision; null: nothing chosen. */
export interface Said {
  readonly criterionId: string;
  readonly outcome: VerificationOutcome | null;
  readonly reason: string;
}

export interface Look {
  /** Criteria that the assessment decided. */
  readonly decided: readonly string[];
  readonly said: readonly Said[];
  readonly tests: VacsAnswers;
}

function saidProblem({ criterionId, outcome, reason }: Said): readonly [string, string] | null {
  if (outcome === null) return [`say-${criterionId}`, `Say whether you agree on criterion ${criterionId}`];
  if (outcome === 'reject' && reason.trim() === '')
    return [`reason-${criterionId}`, `Say why you do not agree on criterion ${criterionId}: the assessor reads it`];
  return null;
}

/** What is wrong with a look before it can be kept: field -> one sentence, in the order of the page; empty where nothing is. */
export function lookProblems({ decided, said, tests }: Look): Record<string, string> {
  const missing = decided
    .filter((id) => !said.some(({ criterionId }) => criterionId === id))
    .map((criterionId): Said => ({ criterionId, outcome: null, reason: '' }));
  const unanswered = VACS_TESTS.filter((test) => tests[test] === null);
  const problems = Object.fromEntries([
    ...unanswered.map(
      (test) => [`test-${test}`, `Answer whether it is ${VACS_WORDS[test].name.toLowerCase()}`] as const,
    ),
    ...[...said, ...missing].flatMap((one) => [saidProblem(one)].filter((found) => found !== null)),
  ]);
  const failed = VACS_TESTS.filter((test) => tests[test] === false);
  if (failed.length > 0 && said.length > 0 && said.every(({ outcome }) => outcome === 'agree'))
    problems[`test-${failed[0] ?? ''}`] =
      `You agree on every criterion, and say that it is not ${failed.map((test) => VACS_WORDS[test].name.toLowerCase()).join(', not ')}. Change one of the two`;
  return problems;
}

/** What a look comes to: one decision that is rejected opens the assessment again. */
export function lookOutcome(said: readonly Said[]): VerificationOutcome {
  return said.some(({ outcome }) => outcome === 'reject') ? 'reject' : 'agree';
}

/** The four answers, from how they are kept. Anything that is not there is null. */
export function vacsAnswersOf(json: string): VacsAnswers {
  const kept = JSON.parse(json) as Partial<Record<VacsTest, unknown>>;
  const answers = VACS_TESTS.map((test) => [test, typeof kept[test] === 'boolean' ? kept[test] : null]);
  return Object.fromEntries(answers) as VacsAnswers;
}

/** A submission as far as it says who had a hand in its decisions. */
interface Handled {
  readonly writer: { readonly id: string } | null;
  readonly assessment: { readonly assessorId: string; readonly countersignedBy: string | null } | null;
  readonly signOff: { readonly signedBy: string } | null;
}

/** Whoever wrote it down, decided, countersigned or signed: none of them verifies it. `signers`: of criteria that rest on it. */
export function handsIn({ writer, assessment, signOff }: Handled, signers: readonly string[]): string[] {
  const hands = [writer?.id, assessment?.assessorId, assessment?.countersignedBy, signOff?.signedBy, ...signers];
  return [...new Set(hands.filter((id) => id !== undefined && id !== null))];
}
