import { describe, expect, test } from 'vitest';
import { listRecordSignatures } from '#db/queries/signing.ts';
import { findSubmission } from '#db/queries/submissions.ts';
import { portfolioExports } from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { countersign, logExport, signRecord, unlockSignOff } from '#src/server/signing.ts';
import { findCountersigning } from '#db/queries/countersigning.ts';
import { factsHash } from '#src/server/signing/assessmentHashes.ts';
import type { TestDatabase } from '../../support/database.ts';
import { addMet, handIn, sample } from './decidedEvidence.ts';
import { findingsOf, freshSigning, signEverything, signOffsOf } from './freshSigning.ts';
import { criterion, nameCountersigner, signAs, unit, viewerOf } from './signingWorld.ts';

const signing = freshSigning();
const write: TestDatabase['write'] = (run) => signing.database.write(run);
const signOffs = () => signOffsOf(signing);
const standing = async () =>
  (await signOffs()).filter(({ unlock }) => unlock === null).map(({ subject, subjectId }) => `${subject} ${subjectId}`);
const findings = () => findingsOf(signing);

describe('opening a signature again', () => {
  const unlock = async (
    subject: string,
    reason = 'The account is about another case.',
    by: 'venetia' | 'daniel' = 'venetia',
  ) => {
    const found = (await signOffs()).find((one) => `${one.subject} ${one.subjectId}` === subject);
    const request = { signOffId: found?.id ?? '', viewer: viewerOf(by), reason, factorAt: new Date() };
    const opened = await write((tx) => unlockSignOff(tx, request));
    await signing.world.ledger.anchor();
    return opened.map((one) => `${one.subject} ${one.subjectId}`);
  };

  test('takes the unit and the qualification above it along, and what was opened is signed anew as the next round', async () => {
    await signEverything(signing);
    await write((tx) => sample(tx, 'account-1'));
    expect(await unlock('criterion 1.1')).toEqual(['criterion 1.1', 'unit 1', 'qualification all']);
    expect(await standing()).toEqual(['criterion 1.2', 'criterion 2.1', 'unit 2']);
    await signAs(signing.world, { wanted: criterion('1.1') });
    await signAs(signing.world, { wanted: unit('1') });
    expect((await signOffs()).at(-1)).toMatchObject({ subject: 'unit', round: 2, rests: [2, 10], unlock: null });
    expect(await findings()).toEqual([]);
  });

  test.each(['criterion 1.1', 'criterion 2.1', 'unit 2'])(
    'another piece of the trainee in her sample opens nothing under %s',
    async (subject) => {
      await signEverything(signing);
      await write((tx) => sample(tx, 'seen-1'));
      await expect(unlock(subject)).rejects.toMatchObject({ code: 'not_found' });
      expect(await standing()).toContain(subject);
    },
  );

  test.each([
    ['criterion 1.2', ['criterion 1.2', 'unit 1', 'qualification all']],
    ['unit 1', ['unit 1', 'qualification all']],
    ['qualification all', ['qualification all']],
  ])('a piece that %s rests on opens it, however far below', async (subject, opened) => {
    await signEverything(signing);
    await write((tx) => sample(tx, 'seen-1'));
    expect(await unlock(subject)).toEqual(opened);
    expect(await findings()).toEqual([]);
  });

  test('nobody opens a unit under which she decided, countersigned or signed herself', async () => {
    await signEverything(signing);
    await write((tx) => sample(tx, 'seen-1', 'daniel'));
    const found = (await signOffs()).find(({ subject, subjectId }) => subject === 'unit' && subjectId === '1');
    const viewer: Viewer = { ...viewerOf('daniel'), roles: ['assessor', 'verifier'] };
    const request = { signOffId: found?.id ?? '', viewer, reason: 'Look again.', factorAt: new Date() };
    await expect(write((tx) => unlockSignOff(tx, request))).rejects.toMatchObject({ code: 'not_allowed' });
  });

  test('is for a quality assurer with what it rests on in her sample, who neither decided nor signed, with a reason, once', async () => {
    await signEverything(signing);
    await expect(unlock('criterion 1.1')).rejects.toMatchObject({ code: 'not_found' });
    await write((tx) => sample(tx, 'account-1'));
    await expect(unlock('criterion 1.1', 'x', 'daniel')).rejects.toMatchObject({ code: 'not_found' });
    await expect(unlock('criterion 1.1', ' ')).rejects.toMatchObject({ code: 'bad_input' });
    await unlock('criterion 1.1');
    await expect(unlock('criterion 1.1')).rejects.toMatchObject({ code: 'conflict' });
    expect(await findings()).toEqual([]);
  });
});

describe('records, countersignatures and exports', () => {
  const signRecordAs = (by: 'daniel' | 'amara' | 'joan', part: 'assessor' | 'trainee', shownSha256: string) =>
    write((tx) =>
      signRecord(tx, {
        viewer: viewerOf(by),
        submissionId: 'seen-1',
        part,
        words: '',
        shownSha256,
        factorAt: new Date(),
      }),
    );

  test('a record is signed by its writer, then by the trainee, each once', async () => {
    await write((tx) => handIn(tx, { id: 'seen', criteria: ['1.2'], kind: 'observation', writerId: 'daniel' }));
    const sha256 = (await signing.database.read((db) => findSubmission(db, 'seen-1')))?.sha256 ?? '';
    await expect(signRecordAs('amara', 'trainee', sha256)).rejects.toThrow(
      'The assessor who wrote this record signs it first',
    );
    await expect(signRecordAs('joan', 'assessor', sha256)).rejects.toMatchObject({ code: 'not_found' });
    await expect(signRecordAs('daniel', 'trainee', sha256)).rejects.toMatchObject({ code: 'not_found' });
    await expect(signRecordAs('daniel', 'assessor', '0'.repeat(64))).rejects.toThrow('changed after you opened');
    for (const [by, part] of [
      ['daniel', 'assessor'],
      ['daniel', 'assessor'],
      ['amara', 'trainee'],
    ] as const)
      await signRecordAs(by, part, sha256);
    const signatures = await signing.database.read((db) => listRecordSignatures(db, 'seen-1'));
    expect(signatures.map(({ part, personId }) => `${part} ${personId}`)).toEqual(['assessor daniel', 'trainee amara']);
    await signing.world.ledger.anchor();
    expect(await findings()).toEqual([]);
  });

  test('a record is signed by nobody whose trainee was handed over while she was asked for her password', async () => {
    await write((tx) => handIn(tx, { id: 'seen', criteria: ['1.2'], kind: 'observation', writerId: 'daniel' }));
    const sha256 = (await signing.database.read((db) => findSubmission(db, 'seen-1')))?.sha256 ?? '';
    await write((tx) => tx.run("update assignments set ends_on = '2026-01-06' where id = 'daniel-amara'"));
    expect(viewerOf('daniel').assessorOf, 'her session still says so').toContain('amara');
    await expect(signRecordAs('daniel', 'assessor', sha256)).rejects.toMatchObject({ code: 'not_found' });
    expect(await signing.database.read((db) => listRecordSignatures(db, 'seen-1'))).toEqual([]);
  });

  test('a countersignature is given by her who is named, with words where it is sent back', async () => {
    await write(async (tx) => {
      await nameCountersigner(tx, 'joan');
      await addMet(tx, { id: 'plan', criteria: ['2.1'], assessorId: 'owen', needsCountersign: true });
    });
    const found = await signing.database.read((db) => findCountersigning(db, 'plan-decided'));
    if (!found) throw new Error('There is no such assessment.');
    const about = {
      assessmentId: 'plan-decided',
      words: '',
      shownSha256: factsHash(found.assessment),
      factorAt: new Date(),
    };
    const give = (by: 'joan' | 'daniel' | 'owen', outcome: 'agreed' | 'sent_back', change: object = {}) =>
      write((tx) => countersign(tx, { ...about, viewer: viewerOf(by), outcome, ...change }));
    await expect(give('daniel', 'agreed')).rejects.toMatchObject({ code: 'not_found' });
    await expect(give('owen', 'agreed')).rejects.toMatchObject({ code: 'not_found' });
    await expect(give('joan', 'sent_back')).rejects.toMatchObject({ code: 'bad_input' });
    await expect(give('joan', 'agreed', { shownSha256: '0'.repeat(64) })).rejects.toThrow('changed after you opened');
    await give('joan', 'agreed');
    await give('joan', 'agreed');
    await expect(give('joan', 'sent_back', { words: 'Look again.' })).rejects.toThrow('already');
    await signAs(signing.world, { wanted: criterion('2.1') });
    expect(await findings()).toEqual([]);
  });

  test('nobody countersigns who was named no more while she was asked for her password', async () => {
    await write(async (tx) => {
      await nameCountersigner(tx, 'joan');
      await nameCountersigner(tx, 'daniel', '2026-01-06');
      await addMet(tx, { id: 'plan', criteria: ['2.1'], assessorId: 'owen', needsCountersign: true });
    });
    const found = await signing.database.read((db) => findCountersigning(db, 'plan-decided'));
    if (!found) throw new Error('There is no such assessment.');
    const request = {
      outcome: 'agreed' as const,
      ...{ assessmentId: 'plan-decided', words: '', factorAt: new Date() },
      shownSha256: factsHash(found.assessment),
    };
    expect(viewerOf('joan').countersignerOf, 'her session still says so').toContain('owen');
    await expect(write((tx) => countersign(tx, { ...request, viewer: viewerOf('joan') }))).rejects.toMatchObject({
      code: 'not_found',
    });
    await write((tx) => countersign(tx, { ...request, viewer: viewerOf('daniel') }));
    await signing.world.ledger.anchor();
    expect(await findings()).toEqual([]);
  });

  test('an export is an entry of the ledger', async () => {
    await write(async (tx) => {
      const ledgerSeq = await logExport(tx, { viewer: viewerOf('amara'), exportId: 'export-1' });
      await tx.insert(portfolioExports).values({ id: 'export-1', traineeId: 'amara', askedAt: new Date(), ledgerSeq });
    });
    await signing.world.ledger.anchor();
    expect(await findings()).toEqual([]);
  });
});
