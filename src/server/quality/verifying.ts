import { findSubmission, type SubmissionRecord } from '#db/queries/submissions.ts';
import {
  findPlanOf,
  findVerification,
  insertVerification,
  listSignersOn,
  listVerifications,
} from '#db/queries/verifications.ts';
import type { Reader, Writer } from '#db/client.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { handsIn, lookOutcome, lookProblems, type Said, type VacsAnswers } from '#src/domain/quality/verifying.ts';
import { now } from '../portal.ts';
import { refuseFull } from '../room.ts';
import { unlockSignOff } from '../signing.ts';

/** A look as it was sent. */
export interface SentLook {
  readonly verificationId: string;
  readonly submissionId: string;
  /** The assessment that was on the page. */
  readonly assessmentId: string;
  /** The newest look that was on the page; empty where there was none. */
  readonly seenLook: string;
  readonly said: readonly Said[];
  readonly tests: VacsAnswers;
  readonly words: string;
}

/** Whose decisions a look is about, for `verification.write`; null where there is nothing. */
export async function lookSubject(db: Reader, submissionId: string) {
  const submission = await findSubmission(db, submissionId);
  if (!submission) return null;
  const decidedBy = handsIn(submission, await listSignersOn(db, submissionId));
  return { ...submission, decidedBy };
}

type Subject = NonNullable<Awaited<ReturnType<typeof lookSubject>>>;

const conflict = (words: string) => new Refusal('conflict', { words });

/** Whether the look is about what stands now. Throws `conflict` with words where it is not. */
function refuseOutdated({ assessment }: SubmissionRecord, look: SentLook): void {
  if (!assessment || assessment.id !== look.assessmentId)
    throw conflict('This was decided again while you were looking. Nothing was kept: look at the new decisions.');
  if (assessment.standing === 'to_countersign')
    throw conflict('A qualified colleague countersigns these decisions first. Look at them after that.');
  if (assessment.standing === 'sent_back')
    throw conflict('A colleague sent these decisions back. They count for nothing until they are decided again.');
}

/** Throws `conflict` where another look at the same decisions came in between. */
async function refuseCrossed(tx: Writer, look: SentLook): Promise<void> {
  const looks = await listVerifications(tx, look.submissionId);
  const newest = looks.findLast(({ assessmentId }) => assessmentId === look.assessmentId);
  if ((newest?.id ?? '') === look.seenLook) return;
  throw conflict(
    `${newest?.verifierName ?? 'Somebody'} looked at these decisions in the meantime. Read what was said, then say yours.`,
  );
}

function refuseIncomplete(subject: Subject, look: SentLook): void {
  const decided = subject.assessment?.decisions.map(({ criterionId }) => criterionId) ?? [];
  const problems = lookProblems({ decided, said: look.said, tests: look.tests });
  if (Object.keys(problems).length > 0) throw new Refusal('bad_input', { fields: problems });
  if (lookOutcome(look.said) === 'reject' && subject.signOff !== null)
    throw conflict(
      'This was signed as a whole, before criteria were signed off one by one, and cannot be opened again. Ask the assessor to have it handed in anew.',
    );
}

/**
 * Signatures that stand under criteria she does not agree on, each once. A later assessment of the same snapshot carries what is signed
 * over as it was, so a look at that one is about the signature too.
 */
export function signaturesToOpen(
  { signedCriteria }: Pick<SubmissionRecord, 'signedCriteria'>,
  look: Pick<SentLook, 'said'>,
) {
  const rejected = look.said.filter(({ outcome }) => outcome === 'reject');
  return signedCriteria.flatMap(({ signOffId, claims }) => {
    const said = rejected.find(({ criterionId }) => claims.includes(criterionId));
    return said ? [{ signOffId, reason: said.reason }] : [];
  });
}

interface Looking {
  readonly viewer: Viewer;
  /** When her password was last checked; null where she was not asked. */
  readonly factorAt: Date | null;
}

async function openSignatures(tx: Writer, subject: Subject, { look, viewer, factorAt }: Looking & { look: SentLook }) {
  const toOpen = signaturesToOpen(subject, look);
  if (toOpen.length === 0) return 0;
  if (factorAt === null)
    throw new Refusal('bad_input', {
      fields: { password: 'A signature rests on what you do not agree with. Give your password to open it again' },
    });
  for (const { signOffId, reason } of toOpen) await unlockSignOff(tx, { signOffId, viewer, reason, factorAt });
  return toOpen.length;
}

/**
 * Keeps what a quality assurer found in one look, and opens the signatures again that rest on what she rejects: everything asked again
 * inside the transaction. A repeat with the same id changes nothing. Gives back how many signatures were opened.
 * Throws `not_found` where it is not in her sample or she had a hand in it, `conflict`, `bad_input` with fields.
 */
export async function keepLook(tx: Writer, look: SentLook, { viewer, factorAt }: Looking): Promise<number> {
  const kept = await findVerification(tx, look.verificationId);
  if (kept && (kept.verifierId !== viewer.id || kept.submissionId !== look.submissionId)) throw new Refusal('conflict');
  if (kept) return 0;
  const subject = await lookSubject(tx, look.submissionId);
  authorise(viewer, 'verification.write', subject);
  if (!subject) throw new Refusal('not_found');
  refuseOutdated(subject, look);
  await refuseCrossed(tx, look);
  refuseIncomplete(subject, look);
  await refuseFull(tx, 'looks', look.submissionId);
  const opened = await openSignatures(tx, subject, { look, viewer, factorAt });
  const plan = await findPlanOf(tx, { verifierId: viewer.id, submissionId: look.submissionId });
  const { verificationId: id, submissionId, assessmentId, words, tests, said } = look;
  const row = { id, submissionId, assessmentId, words, planId: plan?.id ?? null, tests: JSON.stringify(tests) };
  await insertVerification(
    tx,
    { ...row, verifierId: viewer.id, outcome: lookOutcome(said), verifiedAt: now() },
    said.map(({ criterionId, outcome, reason }) => ({ criterionId, outcome: outcome ?? 'agree', reason })),
  );
  return opened;
}
