import { describe, expect, test } from 'vitest';
import { findSubmission } from '#db/queries/submissions.ts';
import { insertWordJustifications } from '#db/queries/wordJustifications.ts';
import { recordSignatures, wordJustifications } from '#db/schema/index.ts';
import type { RecordSignatureBody } from '#src/domain/ledger/entryBody.ts';
import { recordSignatureBody } from '#src/domain/ledger/recordSignatureBody.ts';
import type { JustifiedWords } from '#src/domain/personalData/words.ts';
import { sessionRef, sha256 } from '#src/server/ledger/hashes.ts';
import { addMet } from './decidedEvidence.ts';
import { findingsOf, freshSigning, verified } from './freshSigning.ts';
import { addWitness, REASON, signSeen } from './signedWhole.ts';
import { criterion, signAs } from './signingWorld.ts';

const signing = freshSigning();

/** A signed account on which a witness wrote, and a signed observation, none of them with a reason. */
async function signWithoutReasons(): Promise<void> {
  await signing.database.write(async (tx) => {
    await addMet(tx, { id: 'account', criteria: ['1.1'] });
    await addMet(tx, { id: 'seen', criteria: ['1.2'], kind: 'observation', writerId: 'daniel' });
  });
  await addWitness(signing.world, []);
  await signSeen(signing.world, 'daniel', 'assessor');
  await signAs(signing.world, { wanted: criterion('1.1') });
}

describe('a reason that somebody puts beside words afterwards', () => {
  test.each<[JustifiedWords, string, string, RegExp]>([
    ['assessment', 'account-decided', 'account', /account-decided is not what was signed/u],
    ['witness_answer', 'account', 'account', /witness wrote about evidence account was altered/u],
    ['record_words', 'seen-1 assessor', 'seen', /reasons beside the words of entry \d+ \(seen-1 assessor\)/u],
    ['record_words', 'seen-1 trainee', 'seen', /beside words of seen-1 trainee, and there are no such words/u],
    ['assessment', 'seen-decided', 'account', /beside words of seen-decided was altered: it names other evidence/u],
  ])('is found: %s %s', async (wordsOf, recordId, evidenceId, finding) => {
    await signWithoutReasons();
    expect(await findingsOf(signing)).toEqual([]);
    await signing.database.write((tx) =>
      tx.insert(wordJustifications).values({ wordsOf, recordId, evidenceId, position: 1, ...REASON }),
    );
    expect((await findingsOf(signing)).join('\n')).toMatch(finding);
  });
});

describe('from before reasons were hashed', () => {
  /** The assessor's signature under an observation as its entry was then. */
  async function signAsBefore(): Promise<void> {
    await signing.database.write(async (tx) => {
      const submissionId = 'seen-1';
      const at = new Date();
      const signer = { viewerId: 'daniel', sessionRef: sessionRef('a session'), factorAt: at, traineeId: 'amara', at };
      const submissionSha256 = (await findSubmission(tx, submissionId))?.sha256 ?? '';
      const facts = { submissionId, submissionSha256, part: 'assessor', wordsSha256: sha256('') } as const;
      const { reasonsSha256: _later, ...body } = recordSignatureBody(signer, { ...facts, reasonsSha256: '' });
      const { seq } = await signing.world.ledger.append(tx, body as RecordSignatureBody);
      const row = { submissionId, part: 'assessor', personId: 'daniel', words: '', signedAt: at } as const;
      await tx.insert(recordSignatures).values({ ...row, ledgerSeq: seq });
      const beside = { wordsOf: 'record_words', recordId: 'seen-1 assessor', evidenceId: 'seen' } as const;
      await insertWordJustifications(tx, { ...beside, justifications: [REASON] });
    });
    await signing.world.ledger.anchor();
  }

  test('assessments, answers and signatures still verify, and a note says how many reasons nothing vouches for', async () => {
    await signing.database.write(async (tx) => {
      await addMet(tx, { id: 'account', criteria: ['1.1'], format: 2, justifications: [REASON] });
      await addMet(tx, { id: 'seen', criteria: ['1.2'], kind: 'observation', writerId: 'daniel' });
    });
    await addWitness(signing.world, [REASON], 'before');
    await signAsBefore();
    await signAs(signing.world, { wanted: criterion('1.1') });
    const { findings, notes } = await verified(signing);
    expect(findings).toEqual([]);
    expect(notes.join('\n')).toContain('Reasons beside 3 records are from before reasons were hashed');
  });
});
