import { insertCountersignature } from '#db/queries/signing.ts';
import { findCountersigning } from '#db/queries/countersigning.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { countersignatureBody } from '#src/domain/ledger/countersignatureBody.ts';
import { countersignProblem } from '#src/domain/portfolio/countersigning.ts';
import type { CountersignOutcome } from '#src/domain/portfolio/words.ts';
import { sha256 } from '../ledger/hashes.ts';
import { tellReturned } from '../notices/tellings.ts';
import { now, portal } from '../portal.ts';
import { countersignerNow } from '../viewerNow.ts';
import { factsHash } from './assessmentHashes.ts';
import { signerOf } from './signer.ts';

export interface CountersignRequest {
  readonly viewer: Viewer;
  readonly assessmentId: string;
  readonly outcome: CountersignOutcome;
  readonly words: string;
  /** SHA-256 of the assessment that stood on the page, from `factsHash`. */
  readonly shownSha256: string;
  readonly factorAt: Date;
}

/**
 * What a qualified colleague says of the decisions of an assessor in training, in the caller's transaction: the rules asked again, an
 * entry and a row. The same answer of the same person again changes nothing. Throws as `countersignProblem` says. Call
 * `portal().ledger.anchor()` after the commit.
 */
export async function countersign(tx: Writer, request: CountersignRequest): Promise<void> {
  const { assessmentId, outcome, words, shownSha256, factorAt } = request;
  const found = await findCountersigning(tx, assessmentId);
  if (!found) throw new Refusal('not_found');
  const viewer = await countersignerNow(tx, request.viewer, found.assessorId);
  const { traineeId, countersignature } = found;
  if (isRepeat(request, countersignature)) return;
  const assessmentSha256 = factsHash(found.assessment);
  const at = now();
  const assessment = { ...found.assessment, isNewest: found.isNewest, isWithdrawn: found.isWithdrawn };
  const refusal = countersignProblem({
    viewer,
    traineeId,
    assessment: { ...assessment, sha256: assessmentSha256 },
    countersignature,
    outcome,
    words,
    shownSha256,
    factorAt,
    at,
  });
  if (refusal) throw refusal;
  const signer = signerOf(viewer, { traineeId, factorAt, at });
  const body = countersignatureBody(signer, { assessmentId, assessmentSha256, outcome, wordsSha256: sha256(words) });
  const { seq } = await portal().ledger.append(tx, body);
  await insertCountersignature(tx, { assessmentId, personId: viewer.id, outcome, words, signedAt: at, ledgerSeq: seq });
  const counts = outcome === 'agreed' && found.decided === 'returned';
  if (counts) await tellReturned(tx, { traineeId, evidenceId: found.evidenceId, assessmentId });
}

type Kept = NonNullable<Awaited<ReturnType<typeof findCountersigning>>>['countersignature'];

const isRepeat = ({ viewer, outcome, words }: CountersignRequest, kept: Kept): boolean =>
  kept !== null && kept.personId === viewer.id && kept.outcome === outcome && kept.words === words;
