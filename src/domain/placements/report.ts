import { EVIDENCE_LIMITS } from '../portfolio/submitting.ts';
import { movedIds, type Qualifications } from '../portfolio/versions.ts';

interface ReportFacts {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly cancelledAt: Date | null;
}

/** Why nothing can be written about a placement yet, or any more; null where it can. */
export function whyNoWriting({ startsOn, cancelledAt }: ReportFacts, today: string): string | null {
  if (cancelledAt !== null) return 'This placement was cancelled, so there is nothing to record.';
  return startsOn > today ? 'This placement has not begun yet.' : null;
}

/** Why a report cannot be finished yet, or null. It is finished from the last day on. */
export function whyUnfinished(placement: ReportFacts, { today, words }: { today: string; words: string }) {
  if (today < placement.endsOn) return 'The report is finished from the last day of the placement on.';
  return words.trim() === '' ? 'Write what you learnt before you finish the report' : null;
}

interface Finished {
  readonly place: string;
  readonly words: string;
  /** Criteria in the version of their time; null: the first one there was. */
  readonly objectives: readonly { readonly criteria: readonly string[]; readonly version: string | null }[];
  readonly qualifications: Qualifications;
}

/** The beginning of a piece of evidence that a finished report becomes, in the criteria of today: within the limits of evidence. */
export function evidenceOfReport({ place, words, objectives, qualifications }: Finished) {
  const now = objectives.flatMap(({ criteria: ids, version }) => movedIds(qualifications, { version, ids }).ids);
  const claims = [...new Set(now.map(({ id }) => id))];
  const title = `Placement: ${place}`.slice(0, EVIDENCE_LIMITS.titleMax);
  return { title, text: words, claims: claims.slice(0, EVIDENCE_LIMITS.criteriaMax) };
}
