import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { findUnderSignature } from '#db/queries/signingFacts.ts';
import { findSubmission, listSubmissionsOfTrainee } from '#db/queries/submissions.ts';
import { assessments, criterionDecisions, evidenceFiles, signOffs } from '#db/schema/index.ts';
import type { ScanState } from '#src/domain/files/words.ts';
import { signOffBody } from '#src/domain/ledger/entryBody.ts';
import { loadReadyCriteria } from '#src/server/assessorQueue.ts';
import { gridOfTrainee } from '#src/server/grid.ts';
import { assessmentHash, sessionRef } from '#src/server/ledger/hashes.ts';
import { readQualifications } from '#src/server/qualification.ts';
import { removeContent } from '#src/server/retention/remove.ts';
import { loadSignPage } from '#src/server/signing/page.ts';
import type { TestDatabase } from '../../support/database.ts';
import { addMet, decide, handIn, sample, verifySample } from './decidedEvidence.ts';
import { findingsOf, freshSigning, signOffsOf } from './freshSigning.ts';
import { criterion, shown, signAs, unit } from './signingWorld.ts';

const signing = freshSigning();
const write: TestDatabase['write'] = (run) => signing.database.write(run);
const gridNow = () =>
  signing.database.read(async (db) =>
    gridOfTrainee(await readQualifications(db), await listSubmissionsOfTrainee(db, 'amara')).units.flatMap(
      ({ criteria }) => criteria,
    ),
  );
/** What the grid and the queue say may be signed: always the same. */
async function readyNow(): Promise<string[]> {
  const onGrid = (await gridNow()).filter(({ readyToSign }) => readyToSign).map(({ id }) => id);
  const inQueue = await signing.database.read((db) => loadReadyCriteria(db, ['amara']));
  expect(inQueue.get('amara') ?? []).toEqual(onGrid);
  return onGrid;
}
const basisOf = async (criterionId: string) =>
  (await signOffsOf(signing))
    .findLast(({ subjectId }) => subjectId === criterionId)
    ?.basis.map(({ submissionId }) => submissionId);
const findings = () => findingsOf(signing);

describe('a piece that nobody can read', () => {
  const removeWords = () =>
    write((tx) =>
      removeContent(tx, {
        ...{ kind: 'submission', recordId: 'gone-1', reason: 'Asked for.', removedBy: null, at: new Date() },
      }),
    );
  const scanned = (scan: ScanState) => () =>
    write((tx) => tx.update(evidenceFiles).set({ scan }).where(eq(evidenceFiles.id, 'file-gone')));
  const CLOSED = [
    ['its words were removed', removeWords],
    ['its file still waits for the virus scanner', scanned('pending')],
    ['its file was infected', scanned('infected')],
  ] as const;

  test.each(CLOSED)('is left out where the rest is enough: %s', async (_story, close) => {
    await write(async (tx) => {
      await addMet(tx, { id: 'account', criteria: ['1.1'] });
      await addMet(tx, { id: 'gone', criteria: ['1.1'], withFile: true });
    });
    await close();
    expect(await readyNow()).toEqual(['1.1']);
    const page = await signing.database.read((db) => loadSignPage(db, { traineeId: 'amara', asked: criterion('1.1') }));
    expect(page.ready[0]?.pieces.map(({ submission }) => submission.id)).toEqual(['account-1']);
    expect(page.ready[0]?.notCounted).toHaveLength(1);
    await signAs(signing.world, { wanted: criterion('1.1') });
    expect(await basisOf('1.1')).toEqual(['account-1']);
    expect(await findings()).toEqual([]);
  });

  test.each(CLOSED)('makes nothing ready alone: %s', async (_story, close) => {
    await write((tx) => addMet(tx, { id: 'gone', criteria: ['1.1'], withFile: true }));
    expect(await readyNow()).toEqual(['1.1']);
    await close();
    expect(await readyNow()).toEqual([]);
    await expect(signAs(signing.world, { wanted: criterion('1.1') })).rejects.toThrow(
      'cannot be read now and does not count',
    );
  });

  test('a file that no scanner has looked at, because there is none, may be read', async () => {
    await write((tx) => addMet(tx, { id: 'gone', criteria: ['1.1'], withFile: true }));
    await scanned('not_scanned')();
    expect(await readyNow()).toEqual(['1.1']);
  });
});

describe('a decision that a quality assurer did not agree with', () => {
  const reject = () =>
    write((tx) =>
      verifySample(tx, {
        ...{ id: 'look', submissionId: 'account-1', assessmentId: 'account-decided' },
        outcomes: { '1.1': 'reject' },
      }),
    );
  const again = (criteria: readonly string[]) => write((tx) => handIn(tx, { id: 'account', criteria, number: 2 }));

  test('holds the signature up until it is decided on again, in whatever version of the piece', async () => {
    await write(async (tx) => {
      await addMet(tx, { id: 'account', criteria: ['1.1'] });
      await addMet(tx, { id: 'other', criteria: ['1.1'] });
    });
    await reject();
    expect(await readyNow()).toEqual([]);
    await again(['1.1']);
    expect(await readyNow()).toEqual([]);
    await expect(signAs(signing.world, { wanted: criterion('1.1') })).rejects.toThrow('Decide on it again first.');
    await write((tx) => decide(tx, { id: 'second', submissionId: 'account-2', outcomes: { '1.1': 'met' } }));
    expect(await readyNow()).toEqual(['1.1']);
    await signAs(signing.world, { wanted: criterion('1.1') });
    expect(await basisOf('1.1')).toEqual(['other-1', 'account-2']);
  });

  test('still holds the signature up while a record that claims it no more is not signed by both', async () => {
    await write(async (tx) => {
      await addMet(tx, { id: 'account', criteria: ['1.1'] });
      await addMet(tx, { id: 'other', criteria: ['1.1'] });
    });
    await reject();
    await write((tx) => handIn(tx, { id: 'account', criteria: ['2.1'], number: 2, writerId: 'daniel' }));
    expect(await readyNow()).toEqual([]);
  });

  test('holds nothing up once the piece claims the criterion no more', async () => {
    await write(async (tx) => {
      await addMet(tx, { id: 'account', criteria: ['1.1'] });
      await addMet(tx, { id: 'other', criteria: ['1.1'] });
    });
    await reject();
    await again(['2.1']);
    expect(await readyNow()).toEqual(['1.1']);
    await signAs(signing.world, { wanted: criterion('1.1') });
    expect(await basisOf('1.1')).toEqual(['other-1']);
  });
});

describe('a submission that was signed whole, as it was done before', () => {
  /** Daniel signs the whole of a piece that was decided on. */
  const signWhole = (submissionId: string) =>
    write(async (tx) => {
      const submission = await findSubmission(tx, submissionId);
      const [row] = await tx.select().from(assessments).where(eq(assessments.submissionId, submissionId));
      if (!submission || !row) throw new Error(`Nobody decided on ${submissionId}.`);
      const decisions = await tx.select().from(criterionDecisions).where(eq(criterionDecisions.assessmentId, row.id));
      const at = new Date();
      const { seq } = await signing.world.ledger.append(
        tx,
        signOffBody({
          ...{ viewerId: 'daniel', sessionRef: sessionRef('a session'), factorAt: at, at, submission },
          assessment: { ...row, sha256: assessmentHash({ ...row, format: 1, decisions }), decisions },
        }),
      );
      const signed = { submissionId, assessmentId: row.id, signedBy: 'daniel', signedAt: at, ledgerSeq: seq };
      await tx.insert(signOffs).values(signed);
    });

  beforeEach(async () => {
    await write(async (tx) => {
      const submissionId = await handIn(tx, { id: 'old', criteria: ['1.1'] });
      await decide(tx, { id: 'old-decided', submissionId, outcomes: { '1.1': 'met' }, format: 1 });
      await addMet(tx, { id: 'account', criteria: ['1.2'] });
      await addMet(tx, { id: 'seen', criteria: ['1.2'], kind: 'observation' });
    });
    await signWhole('old-1');
  });

  test('signed what was met in it: grid, queue and the page to sign say so', async () => {
    const [first] = await gridNow();
    expect(first).toMatchObject({ state: 'met', signOff: { signerName: 'Daniel Marsh', signOffId: null } });
    expect(await readyNow()).toEqual(['1.2']);
    expect((await shown(signing.world, criterion('1.1'))).problem).toMatch(
      /^Criterion 1\.1 was signed off by Daniel Marsh on .*Nothing is left to sign\.$/u,
    );
  });

  test('is what the signature of its unit rests on, and that verifies', async () => {
    await signAs(signing.world, { wanted: criterion('1.2') });
    const page = await signing.database.read((db) => loadSignPage(db, { traineeId: 'amara', asked: unit('1') }));
    expect(page.ready[0]?.under.map(({ title, ledgerSeq }) => [title, ledgerSeq])).toEqual([
      ['About old', 1],
      [undefined, 2],
    ]);
    await signAs(signing.world, { wanted: unit('1') });
    const [, signed] = await signOffsOf(signing);
    expect(signed?.rests).toEqual([1, 2]);
    expect(await findings()).toEqual([]);
  });

  test('counts where the signature of its unit may be opened: who samples it may, who had a hand in it may not', async () => {
    await write(async (tx) => {
      const submissionId = await handIn(tx, { id: 'older', criteria: ['2.1'] });
      const outcomes = { '2.1': 'met' } as const;
      await decide(tx, { id: 'older-decided', submissionId, assessorId: 'owen', outcomes, format: 1 });
      await sample(tx, submissionId);
    });
    await signWhole('older-1');
    await signAs(signing.world, { wanted: unit('2'), by: 'joan' });
    const [signed] = await signOffsOf(signing);
    const { sampledBy, decidedBy } = await signing.database.read((db) => findUnderSignature(db, signed?.id ?? ''));
    expect(sampledBy).toEqual(['venetia']);
    expect(decidedBy.toSorted()).toEqual(['daniel', 'joan', 'owen']);
  });
});
