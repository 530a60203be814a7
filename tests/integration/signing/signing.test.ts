import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { removeContent } from '#src/server/retention/remove.ts';
import { signSubjects } from '#src/server/signing.ts';
import type { TestDatabase } from '../../support/database.ts';
import { addMet, decide, handIn, sample, verifySample } from './decidedEvidence.ts';
import { findingsOf, freshSigning, showEverything, signEverything, signOffsOf } from './freshSigning.ts';
import { criterion, QUALIFICATION, shown, signAs, unit, viewerOf } from './signingWorld.ts';

const signing = freshSigning();
const write: TestDatabase['write'] = (run) => signing.database.write(run);
const signOffs = () => signOffsOf(signing);
const findings = () => findingsOf(signing);

describe('criteria, units and the qualification', () => {
  test('are signed in that order, each with an entry, and verify', async () => {
    await signEverything(signing);
    const signed = await signOffs();
    expect(signed.map(({ ledgerSeq }) => ledgerSeq)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(signed.map(({ rests }) => rests)).toEqual([[], [], [], [1, 2], [3], [4, 5]]);
    expect(signed[1]?.basis.map(({ assessmentId }) => assessmentId)).toEqual(['account-decided', 'seen-decided']);
    expect(await findings()).toEqual([]);
  });

  test('several criteria are signed in one step, an entry each', async () => {
    await showEverything(signing);
    const wanted = await Promise.all(
      ['1.1', '1.2'].map(async (id) => ({
        ...criterion(id),
        signOffId: randomUUID(),
        shownDigest: (await shown(signing.world, criterion(id))).digest,
      })),
    );
    const request = { viewer: viewerOf('daniel'), traineeId: 'amara', wanted, factorAt: new Date() };
    expect(await write((tx) => signSubjects(tx, request))).toHaveLength(2);
    expect(await write((tx) => signSubjects(tx, request))).toHaveLength(2);
    expect((await signOffs()).map(({ ledgerSeq }) => ledgerSeq)).toEqual([1, 2]);
  });

  test('one that cannot be signed stops the others, and nothing is written', async () => {
    await write((tx) => addMet(tx, { id: 'account', criteria: ['1.1', '1.2'] }));
    const wanted = await Promise.all(
      ['1.1', '1.2'].map(async (id) => ({
        ...criterion(id),
        signOffId: randomUUID(),
        shownDigest: (await shown(signing.world, criterion(id))).digest,
      })),
    );
    const request = { viewer: viewerOf('daniel'), traineeId: 'amara', wanted, factorAt: new Date() };
    await expect(write((tx) => signSubjects(tx, request))).rejects.toThrow(
      'Criterion 1.2 is not shown enough yet: shown 1 of 2 times, direct observation still missing.',
    );
    expect(await signOffs()).toEqual([]);
    expect(await findings()).toEqual([]);
  });

  test('somebody else signs first: told who and when, in words', async () => {
    await showEverything(signing);
    await signAs(signing.world, { wanted: criterion('1.1'), by: 'joan' });
    await expect(signAs(signing.world, { wanted: criterion('1.1') })).rejects.toThrow(
      /^Criterion 1\.1 was signed off by Joan Merriman on .*Nothing is left to sign\.$/,
    );
  });

  test('evidence that came after the page was opened: told, and not signed', async () => {
    await showEverything(signing);
    const { digest } = await shown(signing.world, criterion('1.1'));
    await write((tx) => addMet(tx, { id: 'later', criteria: ['1.1'] }));
    await expect(signAs(signing.world, { wanted: criterion('1.1'), shownDigest: digest })).rejects.toThrow(
      'What is under criterion 1.1 changed after you opened this page.',
    );
  });

  test.each<[string, () => Promise<unknown>, string]>([
    [
      'evidence that is out of date',
      () =>
        write(async (tx) => {
          await addMet(tx, { id: 'account', criteria: ['1.2'] });
          await addMet(tx, { id: 'seen', criteria: ['1.2'], kind: 'observation', happenedOn: '2020-01-01' });
        }),
      'shown 1 of 2 times, direct observation still missing, 1 piece is out of date.',
    ],
    [
      'a kind that the criterion does not take',
      () =>
        write(async (tx) => {
          await addMet(tx, { id: 'seen', criteria: ['1.2'], kind: 'observation' });
          await addMet(tx, { id: 'task', criteria: ['1.2'], kind: 'assignment' });
        }),
      'shown 1 of 2 times.',
    ],
    [
      'the same piece handed in twice',
      () =>
        write(async (tx) => {
          await addMet(tx, { id: 'seen', criteria: ['1.2'], kind: 'observation' });
          const submissionId = await handIn(tx, { id: 'seen', criteria: ['1.2'], kind: 'observation', number: 2 });
          await decide(tx, { id: 'again', submissionId, outcomes: { '1.2': 'met' } });
        }),
      'shown 1 of 2 times.',
    ],
    [
      'decisions that nobody has countersigned',
      () =>
        write(async (tx) => {
          await addMet(tx, { id: 'account', criteria: ['1.2'] });
          await addMet(tx, {
            ...{ id: 'seen', criteria: ['1.2'], kind: 'observation' },
            ...{ assessorId: 'owen', needsCountersign: true },
          });
        }),
      'A decision on it waits for a colleague to countersign it.',
    ],
    [
      'a decision that a quality assurer did not agree with, although enough is left',
      () =>
        write(async (tx) => {
          await addMet(tx, { id: 'account', criteria: ['1.2'] });
          await addMet(tx, { id: 'other', criteria: ['1.2'] });
          await addMet(tx, { id: 'seen', criteria: ['1.2'], kind: 'observation' });
          const looked = { id: 'look', submissionId: 'other-1', assessmentId: 'other-decided' };
          await verifySample(tx, { ...looked, outcomes: { '1.2': 'reject' } });
        }),
      'A quality assurer did not agree with a decision on criterion 1.2. Decide on it again first.',
    ],
    [
      'evidence whose words were removed',
      () =>
        write(async (tx) => {
          await addMet(tx, { id: 'account', criteria: ['1.2'] });
          await addMet(tx, { id: 'seen', criteria: ['1.2'], kind: 'observation' });
          const removal = { kind: 'submission', recordId: 'seen-1', reason: 'Asked for.', at: new Date() } as const;
          await removeContent(tx, { ...removal, removedBy: null });
        }),
      '1 piece of evidence for it cannot be read now and does not count. Other evidence has to show it.',
    ],
  ])('%s: a criterion is not signed', async (_story, prepare, words) => {
    await prepare();
    await expect(signAs(signing.world, { wanted: criterion('1.2') })).rejects.toThrow(words);
    expect(await signOffs()).toEqual([]);
  });

  test('a unit with a criterion that is not signed, and the qualification with a unit that is not: refused', async () => {
    await showEverything(signing);
    await signAs(signing.world, { wanted: criterion('1.1') });
    await expect(signAs(signing.world, { wanted: unit('1') })).rejects.toThrow('Unit 1 waits for criterion 1.2');
    await expect(signAs(signing.world, { wanted: QUALIFICATION })).rejects.toThrow('waits for units 1 and 2');
  });

  test('the qualification waits for every sample to have an outcome', async () => {
    await showEverything(signing);
    for (const wanted of [criterion('1.1'), criterion('1.2'), criterion('2.1'), unit('1'), unit('2')])
      await signAs(signing.world, { wanted });
    await write((tx) => sample(tx, 'account-1'));
    await expect(signAs(signing.world, { wanted: QUALIFICATION })).rejects.toThrow(
      '1 sample of this portfolio has no outcome',
    );
    const looked = { id: 'look', submissionId: 'account-1', assessmentId: 'account-decided' };
    await write((tx) => verifySample(tx, { ...looked, outcomes: { '1.1': 'agree' } }));
    await signAs(signing.world, { wanted: QUALIFICATION });
    expect(await findings()).toEqual([]);
  });

  test.each<[string, Parameters<typeof signAs>[1]]>([
    ['her own', { by: 'amara', wanted: criterion('1.1') }],
    ['of a trainee whom somebody else assesses', { by: 'harvey', wanted: criterion('1.1') }],
    ['of a trainee she does not assess', { by: 'daniel', wanted: criterion('1.1'), traineeId: 'tom' }],
  ])('nobody signs %s', async (_whose, asked) => {
    await showEverything(signing);
    await expect(signAs(signing.world, asked)).rejects.toMatchObject({ code: 'not_found' });
    expect(await signOffs()).toEqual([]);
  });

  test('a password that was given too long ago, a criterion that does not exist, nothing chosen: refused', async () => {
    await showEverything(signing);
    const { digest: shownDigest } = await shown(signing.world, criterion('1.1'));
    const viewer = viewerOf('daniel');
    const wanted = { ...criterion('1.1'), signOffId: randomUUID(), shownDigest };
    const longAgo = new Date(Date.now() - 6 * 60_000);
    const sign = (given: object) =>
      write((tx) => signSubjects(tx, { viewer, traineeId: 'amara', wanted: [wanted], factorAt: new Date(), ...given }));
    await expect(sign({ factorAt: longAgo })).rejects.toMatchObject({ code: 'fresh_password' });
    await expect(sign({ wanted: [{ ...wanted, subjectId: '9.9' }] })).rejects.toMatchObject({ code: 'conflict' });
    await expect(sign({ wanted: [] })).rejects.toMatchObject({ code: 'bad_input' });
    expect(await signOffs()).toEqual([]);
  });

  test('the id of another signature is refused', async () => {
    await showEverything(signing);
    const { signOffId } = await signAs(signing.world, { wanted: criterion('1.1') });
    await expect(signAs(signing.world, { wanted: criterion('2.1'), signOffId })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(signAs(signing.world, { by: 'joan', wanted: criterion('1.1'), signOffId })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});
