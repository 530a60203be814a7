import { EVIDENCE_KINDS, type EvidenceKind } from '../portfolio/words.ts';
import type { SamplingStage } from './words.ts';

/** One piece of evidence that an assessor decided on, as a plan sees it: counts and ids, nothing of what was written. */
export interface DecidedPiece {
  readonly submissionId: string;
  readonly assessorId: string;
  readonly traineeId: string;
  readonly kind: EvidenceKind;
  /** Units of the criteria that were decided. */
  readonly units: readonly string[];
  /** In anybody's sample. */
  readonly isSampled: boolean;
}

/** How many of how many are in a sample. */
export interface Tally {
  readonly of: number;
  readonly sampled: number;
}

/** What one assessor decided, counted. */
export interface AssessorTally {
  readonly assessorId: string;
  readonly pieces: Tally;
  /** Trainees of whom at least one piece is in a sample. */
  readonly trainees: Tally;
  readonly units: Tally;
}

/** What was decided at one stage, counted. Assessors in the order of their ids. */
export interface Population {
  readonly stage: SamplingStage;
  readonly assessors: readonly AssessorTally[];
  readonly methods: Readonly<Record<EvidenceKind, Tally>>;
}

/** How many there are of each key, and how many of them hold at least one piece in a sample. */
function tallyOf(pieces: readonly DecidedPiece[], keysOf: (piece: DecidedPiece) => readonly string[]): Tally {
  const sampled = new Map<string, boolean>();
  for (const piece of pieces)
    for (const key of keysOf(piece)) sampled.set(key, (sampled.get(key) ?? false) || piece.isSampled);
  return { of: sampled.size, sampled: [...sampled.values()].filter(Boolean).length };
}

export function assessorTally(assessorId: string, pieces: readonly DecidedPiece[]): AssessorTally {
  return {
    assessorId,
    pieces: tallyOf(pieces, ({ submissionId }) => [submissionId]),
    trainees: tallyOf(pieces, ({ traineeId }) => [traineeId]),
    units: tallyOf(pieces, ({ units }) => units),
  };
}

/** What different assessors decided at one stage, counted together. */
export function populationTogether(stage: SamplingStage, parts: readonly Population[]): Population {
  const sum = (kind: EvidenceKind): Tally => ({
    of: parts.reduce((count, { methods }) => count + methods[kind].of, 0),
    sampled: parts.reduce((count, { methods }) => count + methods[kind].sampled, 0),
  });
  return {
    stage,
    assessors: parts.flatMap(({ assessors }) => assessors),
    methods: Object.fromEntries(EVIDENCE_KINDS.map((kind) => [kind, sum(kind)])) as Population['methods'],
  };
}

/** Counts pieces of one stage. */
export function populationOf(stage: SamplingStage, pieces: readonly DecidedPiece[]): Population {
  const ids = [...new Set(pieces.map(({ assessorId }) => assessorId))].sort();
  const methods = EVIDENCE_KINDS.map((kind) => [
    kind,
    tallyOf(
      pieces.filter((piece) => piece.kind === kind),
      ({ submissionId }) => [submissionId],
    ),
  ]);
  return {
    stage,
    assessors: ids.map((id) =>
      assessorTally(
        id,
        pieces.filter(({ assessorId }) => assessorId === id),
      ),
    ),
    methods: Object.fromEntries(methods) as Record<EvidenceKind, Tally>,
  };
}
