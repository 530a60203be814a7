import { formatDay, formatInstant } from '#src/domain/calendar.ts';
import type { ReviewFacts } from '#src/domain/supervision/facts.ts';
import { missingParts } from '#src/domain/supervision/signing.ts';
import type { ReviewPart } from '#src/domain/supervision/words.ts';
import { durationWords } from '#src/domain/studyTime/duration.ts';
import type { LossCause } from '#src/domain/studyTime/words.ts';
import { timeWords } from '#src/domain/week/times.ts';
import type { TagKind } from '#src/components/ui/tagKinds.ts';

/** The three, as they are called in a record. */
export const PART_NAMES: Readonly<Record<ReviewPart, string>> = {
  trainee: 'Trainee',
  tutor: 'Tutor',
  manager: 'Manager',
};

const CAUSE_NAMES: Readonly<Record<LossCause, string>> = {
  duty_cover: 'duty cover',
  recall: 'recall',
  court: 'court',
  sickness: 'sickness',
  other: 'another reason',
};

/** "Thursday 26 November, 9:30am" */
export const meetingWords = ({ day, startsAt }: { day: string; startsAt: string }, today: string) =>
  `${formatDay(day, { year: today })}, ${timeWords(startsAt)}`;

interface ReviewStanding {
  readonly readyAt: Date | null;
  readonly signatures: readonly { readonly part: ReviewPart }[];
}

/** How a record stands, as a status. */
export function reviewTag({ readyAt, signatures }: ReviewStanding): { kind: TagKind; text: string } {
  const missing = missingParts(signatures);
  if (missing.length === 0) return { kind: 'signed_off', text: 'Signed by all three' };
  if (signatures.length > 0) return { kind: 'to_sign', text: `Signed by ${signatures.length} of 3` };
  return readyAt === null ? { kind: 'draft', text: 'Being written' } : { kind: 'to_sign', text: 'Ready to sign' };
}

/** Who has not signed yet: "the trainee and the manager". */
export function missingWords(signatures: ReviewStanding['signatures']): string {
  return missingParts(signatures)
    .map((part) => `the ${part}`)
    .join(', ')
    .replace(/, ([^,]+)$/, ' and $1');
}

/** "By Thursday 26 November, by the tutor"; of one that is over, that it is. */
export function dueWords({ dueOn, doneAt }: { dueOn: string; doneAt: Date | null }, today: string): string {
  if (doneAt) return `Done ${formatInstant(doneAt)}`;
  return `${dueOn < today ? 'Was due by' : 'Due by'} ${formatDay(dueOn, { year: today })}`;
}

/** What she agreed to do and has not done, in one sentence: how many, and by when the first of them. */
export function aheadWords(actions: readonly { readonly dueOn: string }[], today: string): string {
  const [first] = actions;
  if (!first) return 'Nothing that you agreed to do is open.';
  const due = dueWords({ ...first, doneAt: null }, today).replace(/^./, (letter) => letter.toLowerCase());
  if (actions.length === 1) return `1 action that you agreed is open: ${due}.`;
  return `${actions.length} actions that you agreed are open: the first ${due}.`;
}

/** The figures of study time in one sentence each, every number with what it is out of. */
export function studyLines({ studyTime }: Pick<ReviewFacts, 'studyTime'>): string[] {
  const { entitledMinutes, plannedMinutes, takenMinutes, lostMinutes, madeUpMinutes, lostByCause } = studyTime;
  const causes = lostByCause
    .map(({ cause, minutes }) => `${durationWords(minutes)} to ${CAUSE_NAMES[cause]}`)
    .join(', ');
  const lost =
    lostMinutes === 0
      ? 'Nothing was lost.'
      : `Lost: ${durationWords(lostMinutes)} (${causes}), of which ${durationWords(madeUpMinutes)} made up.`;
  return [
    `Taken: ${durationWords(takenMinutes)} of ${durationWords(plannedMinutes)} planned; ${durationWords(entitledMinutes)} protected in that time.`,
    lost,
  ];
}

const pieces = (count: number) => (count === 1 ? '1 piece' : `${count} pieces`);

/** What waits, of evidence, in one sentence. */
export function evidenceLine({ evidence: { returned, waiting, signed } }: Pick<ReviewFacts, 'evidence'>): string {
  if (returned + waiting + signed === 0) return 'Nothing has been handed in yet.';
  return `${pieces(returned)} returned to change, ${pieces(waiting)} with the assessor, ${pieces(signed)} signed off.`;
}
