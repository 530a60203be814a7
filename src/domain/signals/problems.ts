import { SIGNAL_KINDS, type SignalKind } from './kinds.ts';
import type { SignalRules } from './schema.ts';

/** Kinds in which a larger number says more: it is shown for longer, earlier before a day, or for higher answers. */
const SAYS_MORE: ReadonlySet<SignalKind> = new Set([
  'rule-override',
  'placement-cancelled',
  'break-ending',
  'wellbeing',
]);

const HIGHEST_ANSWER = 5;

/** What is wrong within the thresholds though each fits the schema: the first weeks are watched at least as hard, and answers go to 5. */
export function signalProblems({ kinds }: SignalRules): { readonly path: string; readonly message: string }[] {
  const early = SIGNAL_KINDS.flatMap((kind) => {
    const { from, fromInFirstWeeks } = kinds[kind];
    const isEarly = SAYS_MORE.has(kind) ? fromInFirstWeeks >= from : fromInFirstWeeks <= from;
    const bound = SAYS_MORE.has(kind) ? 'or more' : 'or less';
    const message = `The first weeks are watched at least as hard: give ${String(from)} ${bound}.`;
    return isEarly ? [] : [{ path: `kinds.${kind}.fromInFirstWeeks`, message }];
  });
  const answers = (['from', 'fromInFirstWeeks'] as const)
    .filter((part) => kinds.wellbeing[part] > HIGHEST_ANSWER)
    .map((part) => ({ path: `kinds.wellbeing.${part}`, message: 'Answers go from 1 to 5.' }));
  return [...early, ...answers];
}
