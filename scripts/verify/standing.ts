import { rejectedUnder } from './criterionSigned.ts';
import type { CriterionEntry } from './portfolioEntry.ts';
import type { PortfolioFacts } from './portfolioSigned.ts';

/** What the signatures that stand, or stood, say about each other: nothing is signed twice at once, and nothing stands on what was opened. */
export function standingFindings(facts: PortfolioFacts): string[] {
  const rounds = new Map<string, number[]>();
  const findings: string[] = [];
  for (const [seq, entry] of facts.entries) {
    if (entry.type !== 'portfolio_sign_off') continue;
    const key = `${entry.traineeId} ${entry.subject} ${entry.subjectId} ${entry.qualificationVersion}`;
    const earlier = rounds.get(key) ?? [];
    const found = [...amongRounds(seq, entry, { earlier, facts }), ...whileItStands(seq, entry, facts)];
    findings.push(...found.map((what) => `Entry ${seq}: ${what}`));
    rounds.set(key, [...earlier, seq]);
  }
  return findings;
}

function amongRounds(
  seq: number,
  { subject, subjectId, round }: CriterionEntry,
  { earlier, facts }: { earlier: readonly number[]; facts: PortfolioFacts },
): string[] {
  const findings = [];
  const isOpen = (one: number) => (facts.openedBy.get(one) ?? Infinity) < seq;
  if (!earlier.every(isOpen)) findings.push(`${subject} ${subjectId} was signed off twice.`);
  if (round !== earlier.length + 1)
    findings.push(`it is round ${round} of ${subject} ${subjectId}, but comes as number ${earlier.length + 1}.`);
  return findings;
}

function whileItStands(seq: number, entry: CriterionEntry, facts: PortfolioFacts): string[] {
  if (facts.openedBy.has(seq)) return [];
  const opened = entry.rests.filter((rest) => facts.openedBy.has(rest));
  return [
    ...opened.map((rest) => `it stands on entry ${rest}, which was opened again.`),
    ...rejectedUnder(entry, facts).map(
      (assessmentId) => `it stands on assessment ${assessmentId}, with which a quality assurer did not agree.`,
    ),
  ];
}
