import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openDatabase } from '#db/client.ts';
import { findCountersigning } from '#db/queries/countersigning.ts';
import { listSignOffsOfTrainee } from '#db/queries/signing.ts';
import { findSubmission } from '#db/queries/submissions.ts';
import { insertWordJustifications } from '#db/queries/wordJustifications.ts';
import { portfolioExports, witnessAnswers, witnessRequests } from '#db/schema/index.ts';
import type { Justification } from '#src/domain/personalData/answers.ts';
import type { CountersignOutcome, RecordPart } from '#src/domain/portfolio/words.ts';
import { witnessAnswerTexts } from '#src/domain/witness/answer.ts';
import { sha256 } from '#src/server/ledger/hashes.ts';
import { removeContent } from '#src/server/retention/remove.ts';
import { factsHash } from '#src/server/signing/assessmentHashes.ts';
import { countersign, logExport, signRecord, unlockSignOff } from '#src/server/signing.ts';
import { signOffEach } from '../ledger/signedPortfolio.ts';
import { signReviewEach } from '../ledger/signedReviews.ts';
import { addMet, sample } from './decidedEvidence.ts';
import {
  criterion,
  nameCountersigner,
  openSigningWorld,
  type Person,
  signAs,
  type SigningWorld,
  unit,
  viewerOf,
} from './signingWorld.ts';

const factorAt = () => new Date();
/** Why a passage in words of others may stay. */
export const REASON = { place: 'text', kind: 'name', reason: 'A person of a training case.' } as const;

/** One of the two signatures under the observation. */
export async function signSeen(world: SigningWorld, by: Person, part: RecordPart): Promise<void> {
  await world.database.write(async (tx) => {
    const shownSha256 = (await findSubmission(tx, 'seen-1'))?.sha256 ?? '';
    const words = part === 'trainee' ? 'I agree with this, as Mr Ash said.' : '';
    const justifications = part === 'trainee' ? [{ ...REASON, place: 'words' }] : [];
    await signRecord(tx, {
      viewer: viewerOf(by),
      submissionId: 'seen-1',
      part,
      words,
      justifications,
      shownSha256,
      factorAt: factorAt(),
    });
  });
  await world.ledger.anchor();
}

/** What Joan says of a decision of Owen's. */
async function answerOwen(world: SigningWorld, assessmentId: string, outcome: CountersignOutcome): Promise<void> {
  await world.database.write(async (tx) => {
    await nameCountersigner(tx, 'joan');
    const found = await findCountersigning(tx, assessmentId);
    if (!found) throw new Error(`There is no assessment ${assessmentId}.`);
    const request = { assessmentId, outcome, words: 'I read it.', shownSha256: factsHash(found.assessment) };
    await countersign(tx, { ...request, viewer: viewerOf('joan'), factorAt: factorAt() });
  });
  await world.ledger.anchor();
}

/** Venetia opens the signature that stands under a subject again, with what stands on it. */
async function openAgain(world: SigningWorld, subject: string, subjectId: string): Promise<void> {
  const found = (await world.database.read((db) => listSignOffsOfTrainee(db, 'amara'))).find(
    (one) => one.subject === subject && one.subjectId === subjectId && one.unlock === null,
  );
  const request = { signOffId: found?.id ?? '', reason: 'The account is about another case.' };
  await world.database.write((tx) =>
    unlockSignOff(tx, { ...request, viewer: viewerOf('venetia'), factorAt: factorAt() }),
  );
  await world.ledger.anchor();
}

async function takeAlong(world: SigningWorld): Promise<void> {
  await world.database.write(async (tx) => {
    const ledgerSeq = await logExport(tx, { viewer: viewerOf('amara'), exportId: 'export-1' });
    await tx.insert(portfolioExports).values({ id: 'export-1', traineeId: 'amara', askedAt: new Date(), ledgerSeq });
  });
  await world.ledger.anchor();
}

/** A witness wrote about the account; `before`: when reasons were in no hash. */
export async function addWitness(
  world: SigningWorld,
  justifications: readonly Justification[],
  when: 'now' | 'before' = 'now',
): Promise<void> {
  const at = new Date('2026-11-16T10:00:00Z');
  const asked = { witnessName: 'A colleague', witnessJob: 'Officer', question: 'What did you see?' };
  const answer = {
    ...{ evidenceId: 'account', requestId: 'request', name: 'A colleague', job: 'Officer' },
    ...{ relationship: 'We work together.', text: 'She heard both out, and Mr Ash.', answeredAt: at },
  };
  const hashedText = witnessAnswerTexts(answer, justifications)[when === 'now' ? 0 : 1] ?? '';
  const words = { wordsOf: 'witness_answer', recordId: 'account', evidenceId: 'account' } as const;
  await world.database.write(async (tx) => {
    await tx.insert(witnessRequests).values({
      ...{ id: 'request', evidenceId: 'account', tokenHash: 'hash', madeBy: 'amara', madeAt: at, expiresAt: at },
      ...asked,
    });
    await tx.insert(witnessAnswers).values({ ...answer, sha256: sha256(hashedText) });
    await insertWordJustifications(tx, { ...words, justifications });
  });
}

/** Everything there is to sign: see `WHOLE` for the entries. */
async function signWhole(world: SigningWorld): Promise<void> {
  await world.database.write(async (tx) => {
    await addMet(tx, { id: 'account', criteria: ['1.1', '1.2', '2.1'], withFile: true, justifications: [REASON] });
    await addMet(tx, { id: 'seen', criteria: ['1.2'], kind: 'observation', writerId: 'daniel' });
    await addMet(tx, { id: 'plan', criteria: ['2.1'], assessorId: 'owen', needsCountersign: true });
    await addMet(tx, { id: 'talk', criteria: ['2.1'], assessorId: 'owen', needsCountersign: true });
    await addMet(tx, { id: 'kept', criteria: ['2.1'] });
    await sample(tx, 'account-1');
  });
  await addWitness(world, [REASON]);
  await signSeen(world, 'daniel', 'assessor');
  await signSeen(world, 'amara', 'trainee');
  await answerOwen(world, 'plan-decided', 'agreed');
  await answerOwen(world, 'talk-decided', 'sent_back');
  for (const wanted of [criterion('1.1'), criterion('1.2'), criterion('2.1'), unit('1'), unit('2')])
    await signAs(world, { wanted });
  await openAgain(world, 'criterion', '1.1');
  await signAs(world, { wanted: criterion('1.1') });
  await signAs(world, { wanted: unit('1') });
  await takeAlong(world);
  await world.database.write(async (tx) => {
    const over = { reason: 'Its time is over.', removedBy: null, at: new Date() };
    await removeContent(tx, { ...over, kind: 'submission', recordId: 'kept-1' });
    await removeContent(tx, { ...over, kind: 'feedback', recordId: 'kept-decided' });
  });
}

/** What `folderSignedWhole` holds, by the number of the entry. */
export const WHOLE = {
  ...{ oldSignOff: 1, review: 3, record: 6, recordTrainee: 7, countersigned: 8, sentBack: 9 },
  ...{ criterion11: 10, criterion12: 11, criterion21: 12, unit1: 13, unit2: 14 },
  ...{ unlock: 15, unlockUnit: 16, again11: 17, againUnit: 18, export: 19, size: 19 },
} as const;

/** A folder with database, keys and anchors of a ledger with every type of entry, the portal stopped. Whoever asks for it removes it. */
export async function folderSignedWhole(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-whole-'));
  const url = pathToFileURL(join(folder, 'portal.db')).href;
  const database = await openDatabase({ url });
  const world = await openSigningWorld(database, { databaseUrl: url, folder });
  await signOffEach({ first: 1, last: 2 }, { ...world, databaseUrl: url, alarms: [] });
  await signReviewEach({ first: 1, last: 1 }, { ...world, databaseUrl: url, alarms: [] });
  await signWhole(world);
  await database.close();
  return folder;
}
