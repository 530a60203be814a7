import type { LeadingObstacle } from './rota.ts';
import { type SessionFacts, whyPlanFixed } from './planning.ts';
import type { SwapAnswer } from './words.ts';

interface LedSession extends SessionFacts {
  readonly leaderId: string | null;
}

/** Two sessions that may change hands, or one where nothing is given in return. */
export interface SwapTerms {
  readonly askedBy: string;
  readonly askedOf: string;
  readonly session: LedSession;
  readonly inReturn: LedSession | null;
}

/** What the programme of the two says about the days that they would get; null where nothing stands in the way. */
export interface SwapObstacles {
  /** Of whoever is asked, on the day of the session. `not_here`: she is not in the cohort now. */
  readonly ofAsked: LeadingObstacle | 'not_here' | null;
  /** Of whoever asks, on the day that is offered in return. */
  readonly ofAsker: LeadingObstacle | null;
}

/** Agreement is enough for the first weeks: the rota asks nobody then, but she may want to. */
const hinders = (obstacle: SwapObstacles['ofAsked']) => obstacle !== null && obstacle !== 'first_weeks';

const OF_ASKED: Readonly<Record<'not_here' | 'on_a_break' | 'not_started' | 'over', string>> = {
  not_here: 'Choose somebody of your cohort.',
  on_a_break: 'She or he is on a break in learning on that day.',
  not_started: 'Her or his programme has not begun on that day.',
  over: 'Her or his programme is over on that day.',
};

function askedWords(obstacle: SwapObstacles['ofAsked']): string {
  if (obstacle === null || obstacle === 'first_weeks' || obstacle === 'twice_running') return '';
  return OF_ASKED[obstacle];
}

/** What stands in the way of a swap now, as a field and a sentence, or null. Asked when it is asked for and again when it is agreed to. */
export function swapProblem(
  { askedBy, askedOf, session, inReturn }: SwapTerms,
  { ofAsked, ofAsker }: SwapObstacles,
  today: string,
): { readonly field: 'askedOf' | 'inReturnId' | ''; readonly words: string } | null {
  const fixed = whyPlanFixed(session, today);
  if (fixed !== null) return { field: '', words: fixed };
  if (session.leaderId !== askedBy) return { field: '', words: 'Somebody else leads this session now.' };
  if (askedOf === askedBy) return { field: 'askedOf', words: 'Choose somebody else.' };
  if (hinders(ofAsked)) return { field: 'askedOf', words: askedWords(ofAsked) };
  if (inReturn === null) return null;
  const returned = whyPlanFixed(inReturn, today);
  if (returned !== null) return { field: 'inReturnId', words: 'The session in return is over or cancelled.' };
  if (inReturn.leaderId !== askedOf)
    return { field: 'inReturnId', words: 'Choose a session that the same person leads.' };
  return hinders(ofAsker)
    ? { field: 'inReturnId', words: 'Your programme stands still or is over on that day.' }
    : null;
}

/**
 * What an answer does to a swap that stands: `do` it, `done` where the same was answered before, `late` where something else was.
 * Two answers at once: the first one counts, asked again inside the transaction.
 */
export function answering(stands: SwapAnswer | null, answer: SwapAnswer): 'do' | 'done' | 'late' {
  if (stands === null) return 'do';
  return stands === answer ? 'done' : 'late';
}
