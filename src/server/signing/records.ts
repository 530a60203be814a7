import { insertRecordSignature, listRecordSignatures } from '#db/queries/signing.ts';
import { findSubmission } from '#db/queries/submissions.ts';
import { insertWordJustifications } from '#db/queries/wordJustifications.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { recordSignatureBody } from '#src/domain/ledger/recordSignatureBody.ts';
import type { Justification } from '#src/domain/personalData/answers.ts';
import { wordReasonsText } from '#src/domain/personalData/hashedReasons.ts';
import { hasSignedPart, recordSignProblem } from '#src/domain/portfolio/recordSigning.ts';
import type { RecordPart } from '#src/domain/portfolio/words.ts';
import { sha256 } from '../ledger/hashes.ts';
import { now, portal } from '../portal.ts';
import { assessorNow } from '../viewerNow.ts';
import { signerOf } from './signer.ts';

export interface RecordRequest {
  readonly viewer: Viewer;
  /** The snapshot of the observation or the discussion. */
  readonly submissionId: string;
  readonly part: RecordPart;
  /** What the signer adds; `''` for nothing. */
  readonly words: string;
  /** Why passages in them that look like a real person's may stay. */
  readonly justifications?: readonly Justification[];
  /** `sha256` of the submission that stood on the page. */
  readonly shownSha256: string;
  readonly factorAt: Date;
}

/**
 * One of the two signatures under an observation or a discussion, in the caller's transaction: the rules asked again, an entry and a
 * row. The same person's same part again changes nothing. Throws as `recordSignProblem` says. Call `portal().ledger.anchor()` after
 * the commit.
 */
export async function signRecord(tx: Writer, request: RecordRequest): Promise<void> {
  const { submissionId, part, words, justifications = [], shownSha256, factorAt } = request;
  const viewer = await assessorNow(tx, request.viewer);
  const submission = await findSubmission(tx, submissionId);
  if (!submission) throw new Refusal('not_found');
  const { traineeId, sha256: submissionSha256, isNewest } = submission;
  const record = {
    traineeId,
    writerId: submission.writer?.id ?? null,
    sha256: submissionSha256,
    isNewest,
    isWithdrawn: submission.withdrawnAt !== null,
    signatures: await listRecordSignatures(tx, submissionId),
  };
  if (hasSignedPart({ viewer, part, record })) return;
  const at = now();
  const refusal = recordSignProblem({ viewer, record, part, shownSha256, words, factorAt, at });
  if (refusal) throw refusal;
  const signer = signerOf(viewer, { traineeId, factorAt, at });
  const hashes = {
    submissionSha256,
    wordsSha256: sha256(words),
    reasonsSha256: sha256(wordReasonsText(justifications)),
  };
  const body = recordSignatureBody(signer, { submissionId, part, ...hashes });
  const { seq } = await portal().ledger.append(tx, body);
  await insertRecordSignature(tx, { submissionId, part, personId: viewer.id, words, signedAt: at, ledgerSeq: seq });
  const { evidenceId } = submission;
  const recordId = `${submissionId} ${part}`;
  await insertWordJustifications(tx, { wordsOf: 'record_words', recordId, evidenceId, justifications });
}
