import { formatDay, formatInstant } from '#src/domain/calendar.ts';
import type { Criterion } from '#src/domain/portfolio/qualification.ts';
import { EVIDENCE_KIND_NAMES, type EvidenceKind } from '#src/domain/portfolio/words.ts';
import type { DatedVersion } from '#src/server/qualification.ts';

export const STATE_WORDS: Readonly<Record<DatedVersion['state'], string>> = {
  to_come: 'To come',
  counts: 'Counts now',
  before: 'Before',
};

/** Since when a version counts: "From Thursday 26 November 2026", or that it came with the portal. */
export const fromWords = ({ effectiveFrom }: Pick<DatedVersion, 'effectiveFrom'>): string =>
  effectiveFrom === null ? 'From the start' : `From ${formatDay(effectiveFrom, { year: true })}`;

export const setByWords = ({ set }: Pick<DatedVersion, 'set'>): string =>
  set === null ? 'Came with the portal' : `${set.by}, ${formatInstant(set.at)}`;

const kindWords = (kinds: readonly EvidenceKind[]) =>
  kinds.map((kind) => EVIDENCE_KIND_NAMES[kind].toLowerCase()).join(', ');

/** What evidence a criterion wants, as a sentence. */
export function wantedWords({ neededTimes, kinds, mustInclude, currentForMonths }: Criterion): string {
  const times = neededTimes === 1 ? 'Once' : `${neededTimes} times`;
  const include = mustInclude.length > 0 ? `. Must include: ${kindWords(mustInclude)}` : '';
  const current = currentForMonths === null ? '' : `. Not older than ${currentForMonths} months when it is signed off`;
  return `${times}, by ${kindWords(kinds)}${include}${current}`;
}

/** "1 criterion", "46 criteria". */
export const criteriaCount = (count: number): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'criterion' : 'criteria'}`;
