import { countRounds, findSignOff, insertPortfolioSignOff, isAssessorOf } from '#db/queries/signing.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import type { SignerFacts } from '#src/domain/ledger/entryBody.ts';
import { portfolioSignOffBody } from '#src/domain/ledger/portfolioSignOffBody.ts';
import { signingProblem } from '#src/domain/portfolio/signing.ts';
import type { WordedSubject } from '#src/domain/portfolio/wording.ts';
import { now, portal, today } from '../portal.ts';
import { readQualifications } from '../qualification.ts';
import { candidateOf, type SignCandidate } from './candidates.ts';
import { signerOf } from './signer.ts';
import { loadSituation } from './situation.ts';

/** A subject that somebody wants to sign, as it stood on the page. */
export interface WantedSubject extends WordedSubject {
  /** Made when the page was shown: the same form again changes nothing. */
  readonly signOffId: string;
  /** Digest of what stood on the page, from `candidateOf`. */
  readonly shownDigest: string;
}

export interface SubjectsRequest {
  readonly viewer: Viewer;
  readonly traineeId: string;
  readonly wanted: readonly WantedSubject[];
  /** When her password was last checked. */
  readonly factorAt: Date;
}

/** What was signed: the id of the signature and its entry. */
export interface Signed {
  readonly signOffId: string;
  readonly ledgerSeq: number;
}

/**
 * Signs criteria, a unit or the qualification off, in the caller's transaction: every rule asked again, then a ledger entry and a row
 * for each. All of them or none. What this very person signed with this very form before is given back unchanged.
 * Throws as `signingProblem` says. Call `portal().ledger.anchor()` after the commit.
 */
export async function signSubjects(tx: Writer, request: SubjectsRequest): Promise<Signed[]> {
  const { viewer, traineeId, wanted, factorAt } = request;
  const kept = await keptBefore(tx, request);
  const open = wanted.filter(({ signOffId }) => kept.every((one) => one.signOffId !== signOffId));
  if (wanted.length > 0 && open.length === 0) return kept;
  const qualifications = await readQualifications(tx);
  const situation = await loadSituation(tx, { traineeId, qualifications });
  const candidates = open.map((one) => ({ ...one, candidate: candidateOf(situation, one) }));
  const at = now();
  const refusal = signingProblem({
    viewer,
    traineeId,
    isAssessor: await isAssessorOf(tx, { personId: viewer.id, traineeId, day: today() }),
    wanted: candidates.map(({ candidate, subject, subjectId, shownDigest }) => ({
      subject,
      subjectId,
      shownDigest,
      problem: candidate ? candidate.problem : `The criteria that count now have no ${subject} ${subjectId}.`,
      digest: candidate?.digest ?? '',
    })),
    factorAt,
    at,
  });
  if (refusal) throw refusal;
  const signer = signerOf(viewer, { traineeId, factorAt, at });
  const signed = [...kept];
  for (const { candidate, signOffId } of candidates) {
    if (candidate)
      signed.push(await keep(tx, { candidate, signOffId, signer, version: qualifications.current.version, at }));
  }
  return signed;
}

/** The same for one subject. */
export async function signSubject(
  tx: Writer,
  { viewer, traineeId, factorAt, ...wanted }: Omit<SubjectsRequest, 'wanted'> & WantedSubject,
): Promise<Signed> {
  const [signed] = await signSubjects(tx, { viewer, traineeId, factorAt, wanted: [wanted] });
  if (!signed) throw new Refusal('conflict');
  return signed;
}

/** What a form that arrived before came to. Throws `conflict` for the id of another signature. */
async function keptBefore(tx: Writer, { viewer, traineeId, wanted }: SubjectsRequest): Promise<Signed[]> {
  const kept: Signed[] = [];
  for (const { signOffId, subject, subjectId } of wanted) {
    const found = await findSignOff(tx, signOffId);
    if (!found) continue;
    const isSame = found.subject === subject && found.subjectId === subjectId;
    if (!isSame || found.traineeId !== traineeId || found.signedBy !== viewer.id) throw new Refusal('conflict');
    kept.push({ signOffId, ledgerSeq: found.ledgerSeq });
  }
  return kept;
}

interface Keeping {
  readonly candidate: SignCandidate;
  readonly signOffId: string;
  readonly signer: SignerFacts;
  readonly version: string;
  readonly at: Date;
}

async function keep(tx: Writer, { candidate, signOffId, signer, version, at }: Keeping): Promise<Signed> {
  const { subject, subjectId, basis, rests, wordingSha256 } = candidate;
  const { traineeId, viewerId } = signer;
  const round = 1 + (await countRounds(tx, { traineeId, subject, subjectId, version }));
  const what = { signOffId, subject, subjectId, qualificationVersion: version, round };
  const { seq } = await portal().ledger.append(
    tx,
    portfolioSignOffBody(signer, { ...what, wordingSha256, basis, rests }),
  );
  const { signOffId: id, ...row } = what;
  await insertPortfolioSignOff(tx, { ...row, id, traineeId, signedBy: viewerId, signedAt: at, ledgerSeq: seq }, basis);
  return { signOffId, ledgerSeq: seq };
}
