import { listFilesOfSubmissions } from '#db/queries/files.ts';
import type { SignOffRecord } from '#db/queries/signing.ts';
import { listSubmissionWords } from '#db/queries/signingFacts.ts';
import type { Reader } from '#db/client.ts';
import { findSubject, type WordedSubject, WHOLE_QUALIFICATION } from '#src/domain/portfolio/wording.ts';
import { currentIds } from '#src/domain/portfolio/versions.ts';
import { evidenceFacts } from '../grid.ts';
import { qualificationsNow } from '../qualification.ts';
import { candidateOf, type SignCandidate } from './candidates.ts';
import { loadSituation, type Situation } from './situation.ts';

/** What is asked for on the page. Null: everything that can be signed for this trainee now. */
export type Asked = WordedSubject | { readonly submissionId: string } | null;

/** What the page to sign shows: each subject with all that its signature would stand for, and what is not ready. Six queries in three round trips. */
export async function loadSignPage(db: Reader, { traineeId, asked }: { traineeId: string; asked: Asked }) {
  const qualifications = await qualificationsNow();
  const situation = await loadSituation(db, { traineeId, qualifications });
  const candidates = subjectsAsked(situation, asked).flatMap((one) => candidateOf(situation, one) ?? []);
  const ready = candidates.filter(({ problem }) => problem === null);
  const submissionIds = ready.flatMap(({ basis }) => basis.map(({ submissionId }) => submissionId));
  const [words, files] = await Promise.all([
    listSubmissionWords(db, submissionIds),
    listFilesOfSubmissions(db, submissionIds),
  ]);
  const pieceOf = pieceIn(situation, { words, files });
  return {
    qualification: qualifications.current,
    ready: ready.map((candidate) => ({
      ...candidate,
      ...(findSubject(qualifications.current, candidate) ?? { unit: null, criterion: null }),
      pieces: candidate.basis.map((basis) => pieceOf(basis, candidate.subjectId)),
      under: underneath(situation, candidate),
      notCounted: titlesOf(situation, candidate.leftOut),
    })),
    notReady: asked === null ? [] : candidates.filter(({ problem }) => problem !== null),
  };
}

export type SignPage = Awaited<ReturnType<typeof loadSignPage>>;
export type ReadySubject = SignPage['ready'][number];
export type SignPiece = ReadySubject['pieces'][number];

/** Everything: only what can be signed. A submission: the criteria it claims, in the version that counts now. */
function subjectsAsked(situation: Situation, asked: Asked): WordedSubject[] {
  if (asked && 'subject' in asked) return [asked];
  const { grid, submissions, qualifications } = situation;
  const criteria = grid.units.flatMap((unit) => unit.criteria.map(({ id }) => id));
  if (asked) {
    const submission = submissions.find(({ id }) => id === asked.submissionId);
    const claimed = new Set(submission ? evidenceFacts(qualifications, submission).criteria : []);
    return criteria.filter((id) => claimed.has(id)).map(criterion);
  }
  const units = grid.units.map(({ id }) => ({ subject: 'unit', subjectId: id }) as const);
  return [...criteria.map(criterion), ...units, { subject: 'qualification', subjectId: WHOLE_QUALIFICATION }];
}

const criterion = (id: string): WordedSubject => ({ subject: 'criterion', subjectId: id });

interface Read {
  readonly words: Awaited<ReturnType<typeof listSubmissionWords>>;
  readonly files: Awaited<ReturnType<typeof listFilesOfSubmissions>>;
}

/** A piece of evidence under a criterion: what was handed in, what was decided, and by whom. */
function pieceIn({ submissions, assessments, qualifications }: Situation, { words, files }: Read) {
  return ({ submissionId, assessmentId }: SignCandidate['basis'][number], criterionId: string) => {
    const submission = submissions.find(({ id }) => id === submissionId);
    const assessment = assessments.get(assessmentId);
    if (!submission || !assessment) throw new Error(`Nothing was read of submission ${submissionId}.`);
    const version = submission.qualificationVersion;
    const decision = assessment.decisions.find(({ criterionId: id }) =>
      currentIds(qualifications, { version, id }).some((now) => now.id === criterionId && now.carries),
    );
    const { text, details } = words.get(submissionId) ?? { text: '', details: '{}' };
    return { submission: { ...submission, text, details }, assessment, decision, files: files.get(submissionId) ?? [] };
  };
}

/** A signature under what is to be signed; `title`: of the submission that was signed whole, as it was done before. */
type Under = Pick<SignOffRecord, 'signerName' | 'signedAt' | 'qualificationVersion' | 'ledgerSeq'> &
  ((WordedSubject & { readonly title?: never }) | { readonly title: string });

/** The signatures that a unit or the qualification stands on. */
function underneath({ signOffs, submissions }: Situation, { rests, subject }: SignCandidate): Under[] {
  if (subject === 'criterion') return [];
  const entries = new Set(rests);
  const whole = submissions.flatMap(({ signOff, title, qualificationVersion }) =>
    signOff && entries.has(signOff.ledgerSeq) ? { ...signOff, title, qualificationVersion } : [],
  );
  return [...whole, ...signOffs.filter(({ ledgerSeq }) => entries.has(ledgerSeq))];
}

/** What pieces are called; one whose words were removed has no title any more. */
function titlesOf({ submissions }: Situation, submissionIds: readonly string[]): string[] {
  return submissions
    .filter(({ id }) => submissionIds.includes(id))
    .map(({ title, number }) => (title === '' ? `a piece whose words were removed (version ${number})` : `“${title}”`));
}
