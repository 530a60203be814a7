import type { Details } from './details.ts';

/** What a witness wrote through her link. */
export interface WitnessAnswer {
  readonly name: string;
  readonly job: string;
  readonly relationship: string;
  readonly text: string;
}

/** How the words of a witness are kept in the details of a snapshot, and what each is called. */
export const WITNESS_DETAILS = [
  { name: 'witnessName', label: 'Written by' },
  { name: 'witnessJob', label: 'Their job' },
  { name: 'witnessRelationship', label: 'How they know this work' },
] as const;

const HEADING = 'What the witness wrote:';

/** The text and details of a snapshot with the words of its witness: kept apart by a heading, and with who wrote them. */
export function withWitnessWords(
  { text, details }: { text: string; details: Details },
  answer: WitnessAnswer | null,
): { text: string; details: Details } {
  if (answer === null) return { text, details };
  const own = text.trim() === '' ? '' : `${text.trimEnd()}\n\n`;
  const { name: witnessName, job: witnessJob, relationship: witnessRelationship } = answer;
  return {
    text: `${own}${HEADING}\n\n${answer.text}`,
    details: { ...details, witnessName, witnessJob, witnessRelationship },
  };
}
