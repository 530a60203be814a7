import type { StandingSubmission } from '#db/queries/standingSubmissions.ts';
import type { EvidenceState } from '#src/domain/portfolio/evidenceState.ts';
import { witnessState } from '#src/domain/witness/link.ts';
import { nextStep } from './evidence.ts';

interface Standing {
  readonly state: EvidenceState;
  readonly newest: StandingSubmission | null;
  /** Names of those who assess her today. */
  readonly assessors: readonly string[];
  /** Of a witness testimony: whether a link is out, or the witness has written. */
  readonly witness: 'none' | 'asked' | 'answered';
}

/** Who has a piece of evidence and what comes next, as its own page says it to the trainee. The list of all says it shorter: `nextStep`. */
export function stateWords({ state, newest, assessors, witness }: Standing): string {
  if (state === 'draft' && newest === null && witness !== 'none') return WITNESS_STEPS[witness];
  if (state !== 'submitted' || newest?.assessment?.standing === 'reopened') return nextStep(state, newest);
  return assessors.length === 0 ? NOBODY_YET : `With ${named(assessors)} for a decision on each criterion.`;
}

const WITNESS_STEPS = {
  asked: 'Only you can see it. Your witness has the link; submit it when they have written.',
  answered: 'The witness has written. Read it, say which criteria it shows, then submit it.',
} as const;

/** What is said when it has just been handed in. */
export function submittedWords(assessors: readonly string[]): string {
  const now = 'as it was at this moment. Your draft stays open.';
  if (assessors.length === 0) return `It is handed in, ${now} ${NOBODY_YET}`;
  return `${named(assessors)} ${assessors.length === 1 ? 'has' : 'have'} it now, ${now}`;
}

const NOBODY_YET =
  'Nobody is named as your assessor yet. It waits for whoever will be; ask your practice tutor who that is.';

const named = (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names);

interface Testimony {
  readonly request: Parameters<typeof witnessState>[0]['request'];
  readonly answer: object | null;
}

/** How far a witness is; null: it is no testimony. */
export function witnessStanding(testimony: Testimony | null, now: Date): Standing['witness'] {
  if (testimony?.answer) return 'answered';
  return testimony && witnessState({ request: testimony.request, answer: null }, now) === 'asked' ? 'asked' : 'none';
}
