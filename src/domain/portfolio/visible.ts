import { can } from '../access/policy.ts';
import type { TraineeSubject, Viewer } from '../access/viewer.ts';

/** A dated snapshot as far as it decides who reads it. */
export interface Handed {
  readonly id: string;
  readonly withdrawnAt: Date | null;
  /** A record of an assessor that not both have signed. */
  readonly awaitsSignatures: boolean;
  readonly sampledBy: readonly string[];
}

/** How a reader comes to a piece of evidence. The policy has let her in already. */
export interface Reading {
  readonly viewer: { readonly id: string; readonly externalOf: readonly string[] };
  /** It is about her. */
  readonly isHers: boolean;
  /** She decides on it. */
  readonly decides: boolean;
  /** She reads it for nothing but a sample. */
  readonly isSampleOnly: boolean;
}

/** How a viewer whom the policy lets in comes to the evidence of a trainee. */
export const readingOf = (viewer: Viewer, subject: TraineeSubject): Reading => ({
  viewer,
  isHers: can(viewer, 'evidence.write', subject),
  decides: can(viewer, 'evidence.decide', subject),
  isSampleOnly: !can(viewer, 'evidence.read', { ...subject, sampledBy: [], submissionIds: [] }),
});

/**
 * The snapshots a reader sees: the trainee all of them, her assessor all that were not taken back, others what both have signed too,
 * and whoever has a sample nothing beside it. Source: "Who may see what", docs/contract.md.
 */
export function visibleSnapshots<Snapshot extends Handed>(
  snapshots: readonly Snapshot[],
  reading: Reading,
): Snapshot[] {
  const { viewer, isHers, decides, isSampleOnly } = reading;
  if (isHers) return [...snapshots];
  const handedIn = snapshots.filter(({ withdrawnAt }) => withdrawnAt === null);
  if (decides) return handedIn;
  const whole = handedIn.filter(({ awaitsSignatures }) => !awaitsSignatures);
  return isSampleOnly
    ? whole.filter(({ id, sampledBy }) => sampledBy.includes(viewer.id) || viewer.externalOf.includes(id))
    : whole;
}
