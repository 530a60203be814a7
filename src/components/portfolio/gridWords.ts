import { formatDay, londonDay } from '#src/domain/calendar.ts';
import type { CriterionState, GridCriterion, GridUnit } from '#src/domain/portfolio/grid.ts';
import { unreadableWords } from '#src/domain/portfolio/signing.ts';
import { EVIDENCE_KIND_NAMES, type EvidenceKind, type SignOffSubject } from '#src/domain/portfolio/words.ts';

/** Gaps first: what came back, what nobody began, what waits, what is there. */
const ORDER: readonly CriterionState[] = ['working_towards', 'not_started', 'claimed', 'met', 'checked'];

/** Criteria with the gaps first; within a state in the order of the qualification. What must be looked at again comes before all. */
export function gapsFirst<Row extends Pick<GridCriterion, 'state' | 'signOff'>>(criteria: readonly Row[]): Row[] {
  const place = ({ state, signOff }: Row) => (signOff?.mustLookAgain ? -1 : ORDER.indexOf(state));
  return criteria.toSorted((a, b) => place(a) - place(b));
}

/** Whether something is still to be done for it. */
export const isGap = ({ state }: Pick<GridCriterion, 'state'>): boolean => state !== 'met' && state !== 'checked';

/** How often a criterion was shown, of how often it is needed. */
export function shownWords({ shownTimes, neededTimes }: Pick<GridCriterion, 'shownTimes' | 'neededTimes'>): string {
  return `Shown ${String(shownTimes)} of ${String(neededTimes)} ${neededTimes === 1 ? 'time' : 'times'} needed.`;
}

const name = (kind: EvidenceKind) => EVIDENCE_KIND_NAMES[kind].toLowerCase();

const listed = (words: readonly string[], last: string) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;

/** Which kinds it takes: "Takes: direct observation or reflective account." */
export function takesWords({ kinds }: Pick<GridCriterion, 'kinds'>): string {
  return `Takes: ${listed(kinds.map(name), 'or')}.`;
}

const pieces = (count: number) => `${String(count)} ${count === 1 ? 'piece' : 'pieces'}`;

/** What is still wanting and what grows old, each a sentence; none where it is signed off. */
export function openWords(criterion: GridCriterion): string[] {
  if (!isGap(criterion)) return [];
  const { missingKinds, outOfDate, goingOutOfDate, readyToSign, isRejected, unreadable } = criterion;
  const stale = outOfDate.length;
  return [
    ...(missingKinds.length > 0 ? [`Still missing: ${listed(missingKinds.map(name), 'and')}.`] : []),
    ...(stale > 0
      ? [
          `${pieces(stale)} ${stale === 1 ? 'is' : 'are'} out of date and no longer ${stale === 1 ? 'counts' : 'count'}.`,
        ]
      : []),
    ...goingOutOfDate.map(({ from }) => `A piece goes out of date on ${formatDay(from, { year: true })}.`),
    ...(unreadable.length > 0 ? [unreadableWords(unreadable.length)] : []),
    ...(isRejected ? ['A quality assurer did not agree with a decision on it: the assessor decides again.'] : []),
    ...(readyToSign ? ['Enough is shown: it waits for the assessor’s signature.'] : []),
  ];
}

const onDay = (at: Date) => formatDay(londonDay(at), { year: true, weekday: false });

/** Who signed it off, when and under which wording; null where nobody has. */
export function signedWords({ signOff, state }: Pick<GridCriterion, 'signOff' | 'state'>): string | null {
  if (!signOff) return null;
  const { signerName, signedAt, qualificationVersion, mustLookAgain } = signOff;
  const signed = `Signed off by ${signerName} on ${onDay(signedAt)}, under version ${qualificationVersion}.`;
  if (mustLookAgain) return `${signed} The wording has changed since, so it is looked at again.`;
  return state === 'checked' ? `${signed} A quality assurer looked at this and agreed.` : signed;
}

/** A signature under a criterion, a unit or the whole, as far as a grid tells of it. */
export interface GridSignature {
  readonly subject: SignOffSubject;
  readonly subjectId: string;
  readonly qualificationVersion: string;
  readonly signerName: string;
  readonly signedAt: Date;
  /** Null while it stands. */
  readonly unlock: object | null;
}

/** The signature under a unit (or under the whole, `all`) in the version that counts now, where it stands. */
export function standingSignature(
  signOffs: readonly GridSignature[],
  { subject, subjectId, version }: { subject: 'unit' | 'qualification'; subjectId: string; version: string },
): GridSignature | null {
  const found = signOffs.filter((one) => one.subject === subject && one.subjectId === subjectId && one.unlock === null);
  return found.findLast(({ qualificationVersion }) => qualificationVersion === version) ?? null;
}

/** Who signed a unit or the qualification, and when. */
export function subjectWords({ signerName, signedAt, qualificationVersion }: GridSignature): string {
  return `Signed off by ${signerName} on ${onDay(signedAt)}, under version ${qualificationVersion}.`;
}

/** What is to be said of a unit beside how many are met: nothing, or that it waits for its signature. */
export function unitWords({ met, of }: Pick<GridUnit, 'met' | 'of'>, signature: GridSignature | null): string {
  if (signature) return subjectWords(signature);
  return met === of ? 'Every criterion is met. The unit waits for the assessor’s signature.' : '';
}
