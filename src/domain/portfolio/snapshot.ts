import { canonicalJson } from '../ledger/canonicalJson.ts';
import { wholeSecond } from '../ledger/wholeSecond.ts';
import { type HashedReason, hashedReasons } from '../personalData/hashedReasons.ts';
import type { EvidenceKind } from './words.ts';

/** A submission as its row and its claims hold it. */
export interface Snapshot {
  readonly id: string;
  readonly evidenceId: string;
  readonly traineeId: string;
  readonly number: number;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly text: string;
  /** Ids of the criteria claimed, in any order. */
  readonly criteria: readonly string[];
  readonly qualificationVersion: string;
  readonly submittedAt: Date;
}

/** What a snapshot of format 2 holds beside. */
export interface SnapshotV2 extends Snapshot {
  readonly format: 2;
  /** As stored: JSON. */
  readonly details: string;
  readonly happenedOn: string | null;
  readonly writerId: string | null;
  readonly changeNote: string;
  /** Where each criterion is shown; a criterion without words may be left out. */
  readonly whereShown: Readonly<Record<string, string>>;
  /** In the order she put them. */
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly sizeBytes: number;
    readonly sha256: string;
  }[];
  readonly justifications: readonly HashedReason[];
}

/** The one text of a submission: its SHA-256 is what a signature vouches for. Source: docs/ledger.md. */
export function snapshotText({ criteria, submittedAt, ...snapshot }: Snapshot): string {
  return canonicalJson({
    label: 'pqip-submission-v1',
    id: snapshot.id,
    evidenceId: snapshot.evidenceId,
    traineeId: snapshot.traineeId,
    number: snapshot.number,
    kind: snapshot.kind,
    title: snapshot.title,
    text: snapshot.text,
    criteria: [...criteria].sort(),
    qualificationVersion: snapshot.qualificationVersion,
    submittedAt: wholeSecond(submittedAt),
  });
}

/** The same for a snapshot of format 2: its details, its files by their hashes, and what was justified. Source: docs/ledger.md. */
export function snapshotTextV2(snapshot: SnapshotV2): string {
  return canonicalJson({
    label: 'pqip-submission-v2',
    id: snapshot.id,
    evidenceId: snapshot.evidenceId,
    traineeId: snapshot.traineeId,
    number: snapshot.number,
    kind: snapshot.kind,
    title: snapshot.title,
    text: snapshot.text,
    details: snapshot.details,
    happenedOn: snapshot.happenedOn,
    writerId: snapshot.writerId,
    changeNote: snapshot.changeNote,
    claims: [...snapshot.criteria].sort().map((id) => ({ id, whereShown: snapshot.whereShown[id] ?? '' })),
    files: snapshot.files.map(({ id, name, type, sizeBytes, sha256 }) => ({ id, name, type, sizeBytes, sha256 })),
    justifications: hashedReasons(snapshot.justifications),
    qualificationVersion: snapshot.qualificationVersion,
    submittedAt: wholeSecond(snapshot.submittedAt),
  });
}
