import { EVIDENCE_KIND_NAMES, EVIDENCE_KINDS, type EvidenceKind } from '../portfolio/words.ts';
import { type AssessorFacts, wantsOfAssessor, wantsOfMethods } from './checking.ts';
import type { SamplingPolicy } from './policy.ts';
import { assessorTally, type DecidedPiece, populationOf } from './population.ts';
import { type SamplingStage, STANDING_WORDS } from './words.ts';

/** How many pieces one plan holds at most: nobody looks at more in one round, and a page shows them all. */
export const MOST_IN_PLAN = 300;

export interface ProposalFacts {
  readonly policy: SamplingPolicy;
  readonly stage: SamplingStage;
  /** What was decided at that stage by the assessors whom the plan looks at. */
  readonly pieces: readonly DecidedPiece[];
  readonly factsOf: (assessorId: string) => AssessorFacts;
  /** Shares of methods are of all assessors together: false where the plan looks at some only. */
  readonly methods: boolean;
  /** Decides which of equal pieces is taken. The same seed and the same pieces give the same sample. */
  readonly seed: string;
}

/** A piece that was chosen, and why. */
export interface Chosen {
  readonly submissionId: string;
  readonly why: string;
}

/** A number for a text, the same wherever and whenever it is asked: FNV-1a, 32 bits. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  // Texts that differ in their last letter only lie close together without this.
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b) >>> 0;
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** In the order in which a seed draws them, whatever order they come in. */
export function drawnInOrder(pieces: readonly DecidedPiece[], seed: string): DecidedPiece[] {
  return pieces
    .map((piece) => ({ piece, drawn: numberOf(`${seed} ${piece.submissionId}`) }))
    .sort((one, other) => one.drawn - other.drawn || (one.piece.submissionId < other.piece.submissionId ? -1 : 1))
    .map(({ piece }) => piece);
}

/** What an assessor's sample still lacks. */
interface Lack {
  pieces: number;
  trainees: number;
  units: number;
}

interface Reach {
  readonly trainees: Set<string>;
  readonly units: Set<string>;
}

function reachOf(pieces: readonly DecidedPiece[]): Reach {
  const sampled = pieces.filter(({ isSampled }) => isSampled);
  return {
    trainees: new Set(sampled.map(({ traineeId }) => traineeId)),
    units: new Set(sampled.flatMap(({ units }) => units)),
  };
}

/** How many wants a piece fills: a new trainee and new units count as far as they are still wanted. */
function worthOf({ traineeId, units }: DecidedPiece, lack: Lack, reach: Reach): number {
  const newTrainee = lack.trainees > 0 && !reach.trainees.has(traineeId) ? 1 : 0;
  const newUnits = units.filter((unit) => !reach.units.has(unit)).length;
  return newTrainee * 2 + Math.min(Math.max(0, lack.units), newUnits);
}

/** The piece that fills most; of equal ones the one drawn first. */
function bestOf(left: readonly DecidedPiece[], lack: Lack, reach: Reach): DecidedPiece | undefined {
  let best: DecidedPiece | undefined;
  let worth = -1;
  for (const piece of left) {
    const own = worthOf(piece, lack, reach);
    if (own <= worth) continue;
    [best, worth] = [piece, own];
  }
  return worth > 0 || lack.pieces > 0 ? best : undefined;
}

function whyOf(piece: DecidedPiece, lack: Lack, reach: Reach): string {
  const reasons = [
    ...(lack.trainees > 0 && !reach.trainees.has(piece.traineeId) ? ['share of trainees'] : []),
    ...(lack.units > 0 && piece.units.some((unit) => !reach.units.has(unit)) ? ['share of units'] : []),
    ...(lack.pieces > 0 ? ['share of decisions'] : []),
  ];
  return `Policy: ${reasons.join(', ')}`;
}

function take(piece: DecidedPiece, lack: Lack, reach: Reach): void {
  lack.pieces -= 1;
  if (!reach.trainees.has(piece.traineeId)) lack.trainees -= 1;
  lack.units -= piece.units.filter((unit) => !reach.units.has(unit)).length;
  reach.trainees.add(piece.traineeId);
  for (const unit of piece.units) reach.units.add(unit);
}

/** Fills shares of pieces, trainees and units of one assessor. `pieces` in the order in which they are drawn. */
function chooseShares(pieces: readonly DecidedPiece[], lack: Lack): Chosen[] {
  const reach = reachOf(pieces);
  const left = pieces.filter(({ isSampled }) => !isSampled);
  const chosen: Chosen[] = [];
  while (lack.pieces > 0 || lack.trainees > 0 || lack.units > 0) {
    const best = bestOf(left, lack, reach);
    if (!best) break;
    chosen.push({ submissionId: best.submissionId, why: whyOf(best, lack, reach) });
    take(best, lack, reach);
    left.splice(left.indexOf(best), 1);
  }
  return chosen;
}

function chooseOfAssessor(pieces: readonly DecidedPiece[], assessorId: string, facts: ProposalFacts): Chosen[] {
  const { policy, stage, factsOf } = facts;
  const { name, standing } = factsOf(assessorId);
  const left = pieces.filter(({ isSampled }) => !isSampled);
  if (policy.everythingOf.includes(standing)) {
    const why = `Policy: everything of ${name}, ${STANDING_WORDS[standing].toLowerCase()}`;
    return left.map(({ submissionId }) => ({ submissionId, why }));
  }
  const wants = wantsOfAssessor(policy, { stage, standing }, assessorTally(assessorId, pieces));
  const lackOf = (what: string) => {
    const want = wants.find((one) => one.what === what);
    return want ? Math.max(0, want.wanted - want.sampled) : 0;
  };
  return chooseShares(pieces, { pieces: lackOf('pieces'), trainees: lackOf('trainees'), units: lackOf('units') });
}

/** Fills the shares of the methods with what no assessor's share has taken. */
function chooseMethods(
  pieces: readonly DecidedPiece[],
  chosen: readonly Chosen[],
  { policy, stage }: ProposalFacts,
): Chosen[] {
  const taken = new Set(chosen.map(({ submissionId }) => submissionId));
  const now = pieces.map((piece) => ({ ...piece, isSampled: piece.isSampled || taken.has(piece.submissionId) }));
  const wants = wantsOfMethods(policy, populationOf(stage, now));
  return EVIDENCE_KINDS.flatMap((kind: EvidenceKind) => {
    const want = wants.find(({ what }) => what === kind);
    const missing = want ? want.wanted - want.sampled : 0;
    const why = `Policy: share of ${EVIDENCE_KIND_NAMES[kind].toLowerCase()}`;
    const left = now.filter((piece) => piece.kind === kind && !piece.isSampled);
    return left.slice(0, Math.max(0, missing)).map(({ submissionId }) => ({ submissionId, why }));
  });
}

/**
 * Pieces that together with what is sampled already fill the policy, fewest first come: everything of assessors the policy names, then
 * for each assessor the pieces that bring most new trainees and units, then kinds of evidence. At most `MOST_IN_PLAN`; what does not
 * fit stays short and is told by `planProblems`.
 */
export function proposeSample(facts: ProposalFacts): Chosen[] {
  const drawn = drawnInOrder(facts.pieces, facts.seed);
  const ids = [...new Set(drawn.map(({ assessorId }) => assessorId))].sort();
  const ofAssessors = ids.flatMap((id) =>
    chooseOfAssessor(
      drawn.filter(({ assessorId }) => assessorId === id),
      id,
      facts,
    ),
  );
  const ofMethods = facts.methods ? chooseMethods(drawn, ofAssessors, facts) : [];
  return [...ofAssessors, ...ofMethods].slice(0, MOST_IN_PLAN);
}
