import { addMonths, daysBetween } from '../calendar.ts';
import type { Criterion } from './qualification.ts';
import type { EvidenceKind } from './words.ts';

/** Days before evidence is out of date from which the grid says so. */
const WARNED_DAYS = 60;

/** A piece of evidence in which a criterion was met, by a decision that counts. */
export interface ShownPiece {
  readonly evidenceId: string;
  readonly submissionId: string;
  readonly assessmentId: string;
  readonly kind: EvidenceKind;
  /** The day of the practice it shows, `YYYY-MM-DD`; the day it was handed in where none was given. */
  readonly happenedOn: string;
}

export interface Sufficiency {
  /** Pieces that are current and of a kind that this criterion takes. */
  readonly counting: readonly ShownPiece[];
  readonly neededTimes: number;
  /** Of the kinds that must be among them, those that are not. */
  readonly missingKinds: readonly EvidenceKind[];
  readonly outOfDate: readonly ShownPiece[];
  /** Current today, and out of date from the day named, within sixty days. */
  readonly goingOutOfDate: readonly { readonly piece: ShownPiece; readonly from: string }[];
  /** True where the criterion may be signed off: shown often enough, in the kinds wanted, and recently enough. */
  readonly isEnough: boolean;
}

/** The first day on which a piece is out of date for a criterion, or null. */
function outOfDateFrom({ currentForMonths }: Pick<Criterion, 'currentForMonths'>, happenedOn: string): string | null {
  return currentForMonths === null ? null : addMonths(happenedOn, currentForMonths);
}

/** Whether what was shown for a criterion is enough on a day: count, kinds and currency. The one rule for grid and signature. */
export function sufficiency(criterion: Criterion, shown: readonly ShownPiece[], today: string): Sufficiency {
  const dated = shown
    .filter(({ kind }) => criterion.kinds.includes(kind))
    .map((piece) => ({ piece, from: outOfDateFrom(criterion, piece.happenedOn) }));
  const isOver = ({ from }: { from: string | null }) => from !== null && from <= today;
  const counting = dated.filter((one) => !isOver(one)).map(({ piece }) => piece);
  const missingKinds = criterion.mustInclude.filter((kind) => !counting.some((piece) => piece.kind === kind));
  return {
    counting,
    neededTimes: criterion.neededTimes,
    missingKinds,
    outOfDate: dated.filter(isOver).map(({ piece }) => piece),
    goingOutOfDate: dated.flatMap(({ piece, from }) =>
      from !== null && from > today && daysBetween(today, from) <= WARNED_DAYS ? [{ piece, from }] : [],
    ),
    isEnough: counting.length >= criterion.neededTimes && missingKinds.length === 0,
  };
}
