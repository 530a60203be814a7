import { EVIDENCE_KIND_NAMES, EVIDENCE_KINDS, type EvidenceKind } from '../portfolio/words.ts';
import type { SamplingPolicy } from './policy.ts';
import type { AssessorTally, Population, Tally } from './population.ts';
import { type AssessorStanding, type SamplingStage, STANDING_WORDS } from './words.ts';

/** Who an assessor is, for the words of what is short, and how far she is. */
export interface AssessorFacts {
  readonly name: string;
  readonly standing: AssessorStanding;
}

/** How many of something a policy wants in a sample, and how many are. */
export interface Want extends Tally {
  readonly what: 'pieces' | 'trainees' | 'units' | EvidenceKind;
  readonly percent: number;
  readonly wanted: number;
}

/** Something of which less is in a sample than the policy wants. */
export interface PlanProblem extends Want {
  /** Null where it is about everybody together. */
  readonly assessorId: string | null;
  readonly missing: number;
  readonly words: string;
}

const NAMES: Readonly<Record<string, readonly [one: string, many: string]>> = {
  pieces: ['piece', 'pieces'],
  trainees: ['trainee', 'trainees'],
  units: ['unit', 'units'],
};

/** So many percent of a number, rounded up to a whole one. */
export const shareOf = (percent: number, of: number): number => Math.ceil((percent * of) / 100);

function want(what: Want['what'], percent: number, tally: Tally): Want {
  return { ...tally, what, percent, wanted: shareOf(percent, tally.of) };
}

const stagePercent = (policy: SamplingPolicy, stage: SamplingStage) =>
  stage === 'interim' ? policy.interimPercent : policy.finalPercent;

/** What the policy wants of one assessor's decisions: everything of those it names, else a share of pieces, trainees and units. */
export function wantsOfAssessor(
  policy: SamplingPolicy,
  { stage, standing }: { readonly stage: SamplingStage; readonly standing: AssessorStanding },
  { pieces, trainees, units }: AssessorTally,
): Want[] {
  if (policy.everythingOf.includes(standing)) return [want('pieces', 100, pieces)];
  return [
    want('pieces', stagePercent(policy, stage), pieces),
    want('trainees', policy.traineesPercent, trainees),
    want('units', policy.unitsPercent, units),
  ];
}

/** What the policy wants of each kind of evidence, over all assessors. */
export function wantsOfMethods(policy: SamplingPolicy, { methods }: Population): Want[] {
  return EVIDENCE_KINDS.map((kind) => want(kind, policy.methodPercent[kind], methods[kind]));
}

const isShort = ({ wanted, sampled }: Want) => sampled < wanted;

function countWords({ what, of }: Want): string {
  const [one, many] = NAMES[what] ?? ['piece', 'pieces'];
  return `${String(of)} ${of === 1 ? one : many}`;
}

function shortWords(one: Want, who: string): string {
  const { wanted, sampled, percent } = one;
  return `${who}: ${String(sampled)} of ${countWords(one)} in a sample, ${String(wanted)} wanted (${String(percent)}%), ${String(wanted - sampled)} short`;
}

function assessorWords(one: Want, { name, standing }: AssessorFacts): string {
  const isEverything = one.percent === 100 && one.what === 'pieces' && standing !== 'qualified';
  return shortWords(one, isEverything ? `${name}, ${STANDING_WORDS[standing].toLowerCase()}` : name);
}

const problem = (one: Want, assessorId: string | null, words: string): PlanProblem => ({
  ...one,
  assessorId,
  missing: one.wanted - one.sampled,
  words,
});

/**
 * What is short of the policy, in words with numbers, most missing first. `factsOf`: name and standing of each assessor.
 * `methods` false where only some assessors are looked at: the share of a method is of all of them together.
 */
export function planProblems(
  policy: SamplingPolicy,
  population: Population,
  { factsOf, methods = true }: { readonly factsOf: (assessorId: string) => AssessorFacts; readonly methods?: boolean },
): PlanProblem[] {
  const { stage } = population;
  const ofAssessors = population.assessors.flatMap((tally) => {
    const facts = factsOf(tally.assessorId);
    return wantsOfAssessor(policy, { stage, standing: facts.standing }, tally)
      .filter(isShort)
      .map((one) => problem(one, tally.assessorId, assessorWords(one, facts)));
  });
  const ofMethods = methods ? wantsOfMethods(policy, population).filter(isShort) : [];
  const named = ofMethods.map((one) =>
    problem(one, null, shortWords(one, `${EVIDENCE_KIND_NAMES[one.what as EvidenceKind]}, all assessors together`)),
  );
  return [...ofAssessors, ...named].sort(
    (one, other) => other.missing - one.missing || (one.words < other.words ? -1 : 1),
  );
}
