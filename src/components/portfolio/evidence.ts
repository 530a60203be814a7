import { formatInstant } from '#src/domain/calendar.ts';
import { sizeWords } from '#src/domain/files/limits.ts';
import type { FileType, ScanState } from '#src/domain/files/words.ts';
import type { StandingSubmission } from '#db/queries/standingSubmissions.ts';
import {
  type EvidenceState,
  evidenceState,
  NEXT_STEPS,
  stateFacts,
  waitingDays,
} from '#src/domain/portfolio/evidenceState.ts';
import { movedIds, type Qualifications } from '#src/domain/portfolio/versions.ts';

/** The newest snapshot of one piece of evidence, or null where none was handed in. */
export function newestOf(submissions: readonly StandingSubmission[], evidenceId: string): StandingSubmission | null {
  return submissions.find((submission) => submission.evidenceId === evidenceId && submission.isNewest) ?? null;
}

/** Titles of the evidence that others may open, by its id: what was handed in, signed where both sign, and not taken back. */
export function evidenceTitles(submissions: readonly StandingSubmission[]): ReadonlyMap<string, string> {
  const open = submissions.filter(({ withdrawnAt, awaitsSignatures }) => withdrawnAt === null && !awaitsSignatures);
  return new Map(open.map(({ evidenceId, title }) => [evidenceId, title]));
}

/** Where a piece of evidence stands, from its newest snapshot. */
export function stateOfEvidence(newest: StandingSubmission | null, qualifications: Qualifications): EvidenceState {
  return evidenceState(newest && stateFacts(newest, qualifications));
}

/** What a snapshot claims by the numbers of today; what was dropped since is said to be: "3.2, 4.1, 5.1 (dropped since)". */
export function claimWords(
  { claims: ids, qualificationVersion: version }: Pick<StandingSubmission, 'claims' | 'qualificationVersion'>,
  qualifications: Qualifications,
): string {
  const moved = movedIds(qualifications, { version, ids });
  return [...moved.ids.map(({ id }) => id), ...moved.dropped.map(({ id }) => `${id} (dropped since)`)].join(', ');
}

/** What happens next, said to the trainee. */
export function nextStep(state: EvidenceState, newest: StandingSubmission | null): string {
  if (state === 'draft' && newest?.writer)
    return `${newest.writer.name} has it back and changes it. You are asked again when there is another version to sign.`;
  if (state === 'draft' && newest !== null)
    return 'You withdrew it. Only you can see it. Submit it again when it is ready.';
  if (state === 'submitted' && newest?.assessment?.standing === 'reopened')
    return 'A quality assurer looked at this and asked your assessor to look again.';
  return NEXT_STEPS[state];
}

/** How long it has been waiting, where it waits. */
export function heldSince(newest: StandingSubmission | null, state: EvidenceState, today: string): string {
  if (!newest || (state !== 'submitted' && state !== 'to_countersign')) return '';
  const days = waitingDays(newest.heldFrom, today);
  if (days === 0) return newest.heldFrom > newest.submittedAt ? 'Since today.' : 'Handed in today.';
  return `Waiting for ${days} ${days === 1 ? 'day' : 'days'}.`;
}

/** A file of a snapshot as its pages list it. */
export interface BodyFile {
  readonly id: string;
  readonly name: string;
  readonly type: FileType;
  readonly sizeBytes: number;
  readonly scan: ScanState;
  /** When its content was removed; its hash stays. */
  readonly removedAt: Date | number | null;
}

const SCAN_WORDS: Readonly<Record<ScanState, string>> = {
  clean: 'checked for viruses',
  not_scanned: 'not scanned for viruses',
  pending: 'waiting for the virus scanner',
  infected: 'infected, so its content was deleted',
};

/** Type, size and what the virus scanner said; or that its content is gone. */
export function fileWords({ type, sizeBytes, scan, removedAt }: BodyFile): string {
  const kept =
    removedAt === null
      ? SCAN_WORDS[scan]
      : scan === 'infected'
        ? SCAN_WORDS.infected
        : 'content removed, its hash is kept';
  return `${type.toUpperCase()}, ${sizeWords(sizeBytes)}, ${kept}`;
}

/** Who signed, when, and where it stands in the ledger. */
export function signatureWords({
  signerName,
  signedAt,
  ledgerSeq,
}: NonNullable<StandingSubmission['signOff']>): string {
  return `Signed by ${signerName} on ${formatInstant(signedAt)}, entry ${String(ledgerSeq)} of the sign-off ledger.`;
}
