import type { Viewer } from '../access/viewer.ts';
import { Refusal } from '../errors.ts';
import { type EvidenceState, evidenceState, type RecordedSnapshot, stateFacts } from '../portfolio/evidenceState.ts';
import type { Qualifications } from '../portfolio/versions.ts';
import type { RecordPart } from '../portfolio/words.ts';

/** Characters of a reason why a trainee does not sign. */
export const REASON_MAX = 2_000;

/**
 * Where an observation or a discussion stands for her who writes it. `sent_back`: the trainee did not agree. `taken_back`: its writer
 * took it back before the trainee had signed. The others as for any evidence.
 */
export type RecordState = EvidenceState | 'sent_back' | 'taken_back';

/** From its newest snapshot, null where none was finished, and whether the trainee refused that one. */
export function recordState(
  newest: RecordedSnapshot | null,
  { wasRefused, qualifications }: { readonly wasRefused: boolean; readonly qualifications: Qualifications },
): RecordState {
  if (newest && newest.withdrawnAt !== null) return wasRefused ? 'sent_back' : 'taken_back';
  return evidenceState(newest && stateFacts(newest, qualifications));
}

/** What happens next, said to its writer. */
export const WRITER_STEPS: Readonly<Record<RecordState, string>> = {
  draft: 'Only you can read it until you finish and sign it.',
  sent_back: 'The trainee does not sign it as it stands. Read why, change it, and finish it again.',
  taken_back: 'You took it back. Change it and finish it again.',
  to_sign_both: 'You have signed. It waits for the trainee’s signature.',
  submitted: 'Both have signed. It waits in the queue for a decision on each criterion.',
  to_countersign: 'Decided. A qualified colleague looks at the decisions before they count.',
  returned: 'It came back with feedback. You can write another version of it.',
  accepted: 'Every criterion in it is met.',
  signed_off: 'Signed off. Nothing more to do.',
};

const WRITABLE: readonly RecordState[] = ['draft', 'sent_back', 'taken_back', 'returned'];

/** Whether its words can be changed: not while it waits for a signature or a decision, and not once it is settled. */
export const isWritable = (state: RecordState): boolean => WRITABLE.includes(state);

interface Item {
  readonly traineeId: string;
  readonly writerId: string | null;
  readonly removedAt: Date | null;
}

/**
 * Whether a draft of a record is hers to read and write: she wrote it, and she assesses the trainee now. After a hand-over it is closed
 * to her and to everybody, because nobody else saw what she saw. Source: docs/decisions.md, "A record is its writer's until it is finished".
 */
export function mayWriteRecord(viewer: Pick<Viewer, 'id' | 'assessorOf'>, item: Item): boolean {
  return (
    item.removedAt === null &&
    item.writerId === viewer.id &&
    viewer.id !== item.traineeId &&
    viewer.assessorOf.includes(item.traineeId)
  );
}

/** Why the words of a record cannot be changed, or null. */
export function writeProblem(state: RecordState): Refusal | null {
  if (isWritable(state)) return null;
  const words =
    state === 'to_sign_both'
      ? 'You have signed this, and it waits for the trainee’s signature. Take it back first to change it.'
      : 'Both have signed this record, so nobody changes it any more. Write a new one to add to it.';
  return new Refusal('conflict', { words });
}

interface Waiting {
  readonly writer: { readonly id: string } | null;
  readonly traineeId: string;
  readonly isNewest: boolean;
  readonly withdrawnAt: Date | null;
  readonly signatures: readonly { readonly part: RecordPart }[];
}

/** Why a record that waits for the trainee cannot go back to its writer, or null: it went back, or both have signed. */
function leavingProblem({ isNewest, withdrawnAt, signatures }: Waiting): Refusal | null {
  if (!isNewest || withdrawnAt !== null)
    return new Refusal('conflict', { words: 'This version went back already. Look at the newest one.' });
  return signatures.some(({ part }) => part === 'trainee')
    ? new Refusal('conflict', { words: 'Both have signed this record, so it stays as it is.' })
    : null;
}

/** Why a trainee cannot send a record back unsigned, or null. `not_found` where it is not about her. */
export function sendBackProblem(viewer: Pick<Viewer, 'id'>, record: Waiting): Refusal | null {
  if (record.writer === null || viewer.id !== record.traineeId || record.writer.id === viewer.id)
    return new Refusal('not_found');
  return leavingProblem(record);
}

/** Why its writer cannot take a finished record back, or null. `not_found` where she did not write it or assesses the trainee no more. */
export function takeBackProblem(viewer: Pick<Viewer, 'id' | 'assessorOf'>, record: Waiting): Refusal | null {
  if (record.writer?.id !== viewer.id || !viewer.assessorOf.includes(record.traineeId)) return new Refusal('not_found');
  return leavingProblem(record);
}
