import type { Sufficiency } from './sufficiency.ts';
import { EVIDENCE_KIND_NAMES } from './words.ts';

type Shown = Pick<Sufficiency, 'counting' | 'neededTimes' | 'missingKinds' | 'outOfDate'>;

/** What is missing before a criterion may be signed off, as the end of a sentence: how often it is shown of how often it is needed, which kinds are missing, what is out of date. */
export function missingWords({ counting, neededTimes, missingKinds, outOfDate }: Shown): string {
  const parts = [`shown ${counting.length} of ${neededTimes} times`];
  if (missingKinds.length > 0)
    parts.push(`${missingKinds.map((kind) => EVIDENCE_KIND_NAMES[kind].toLowerCase()).join(' and ')} still missing`);
  if (outOfDate.length > 0)
    parts.push(`${outOfDate.length} ${outOfDate.length === 1 ? 'piece is' : 'pieces are'} out of date`);
  return parts.join(', ');
}
