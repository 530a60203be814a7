import { beforeEach, expect, test } from 'vitest';
import { listSubmissionsOfTrainee } from '#db/queries/submissions.ts';
import { criterionMappings, qualificationVersions } from '#db/schema/index.ts';
import type { Writer } from '#db/client.ts';
import { evidenceState, stateFacts } from '#src/domain/portfolio/evidenceState.ts';
import { loadReadyCriteria } from '#src/server/assessorQueue.ts';
import { lockedDecisions } from '#src/server/assessing.ts';
import { gridOfTrainee } from '#src/server/grid.ts';
import { installPortal, type Portal } from '#src/server/portal.ts';
import { forgetQualifications, readQualifications } from '#src/server/qualification.ts';
import { signaturesToOpen } from '#src/server/quality/verifying.ts';
import { freshDatabase, freshFolder, type TestDatabase } from '../../support/database.ts';
import { addMet, decide, handIn, verifySample } from './decidedEvidence.ts';
import { criterion, openSigningWorld, signAs, type SigningWorld, SMALL } from './signingWorld.ts';

let database: TestDatabase;
let world: SigningWorld;

beforeEach(async () => {
  database = await freshDatabase();
  world = await openSigningWorld(database, { databaseUrl: database.url, folder: freshFolder() });
  const content = { qualification: { ...SMALL, version: 'before' } };
  const settings = { programmeNow: null, demo: null };
  installPortal({ database, ledger: world.ledger, content, settings } as unknown as Portal);
});

/** A version in which 1.1 and 1.2 have changed places, and 2.1 is what 1.1 and 2.1 were. */
async function changePlaces(tx: Writer): Promise<void> {
  const [first, second] = SMALL.units;
  const one = { neededTimes: 1, kinds: ['reflective_account'], mustInclude: [], currentForMonths: null };
  const criteria = ['1.1', '1.2'].map((id) => ({ ...one, id, text: `New words of ${id}.` }));
  const units = [
    { ...first, criteria },
    { ...second, criteria: [{ ...one, id: '2.1', text: 'New words.' }] },
  ];
  await tx.insert(qualificationVersions).values({
    ...{ version: 'small-2', label: 'Second', notice: 'Made up.', units: JSON.stringify(units) },
    ...{ effectiveFrom: '2026-02-01', importedBy: 'harvey', importedAt: new Date('2026-01-20T09:00:00Z') },
  });
  const steps = [
    ['1.1', '1.2'],
    ['1.2', '1.1'],
    ['1.1', '2.1'],
    ['2.1', '2.1'],
  ] as const;
  await tx.insert(criterionMappings).values(
    steps.map(([oldId, newId]) => ({
      ...{ id: `${oldId} to ${newId}`, fromVersion: 'small-1', toVersion: 'small-2' },
      ...{ oldId, newId, carries: true },
    })),
  );
}

const account = async () => {
  const [found] = await database.read((db) => listSubmissionsOfTrainee(db, 'amara'));
  if (!found) throw new Error('Nothing was handed in.');
  return found;
};
const stateNow = async () =>
  evidenceState(stateFacts(await account(), await database.read((db) => readQualifications(db))));
const lockedNow = async () => {
  const submission = await account();
  const locked = await database.read((db) => lockedDecisions(db, submission));
  return locked.map(({ criterionId }) => criterionId).sort();
};
const openedBy = async (criterionId: string) =>
  signaturesToOpen(await account(), { said: [{ criterionId, outcome: 'reject', reason: 'No.' }] }).length;

test('what was handed in under old numbers is locked, opened and told as signed by those numbers', async () => {
  await database.write((tx) => addMet(tx, { id: 'account', criteria: ['1.1', '1.2'] }));
  await database.write(changePlaces);
  await signAs(world, { wanted: criterion('1.2') });
  expect(await stateNow()).toBe('accepted');
  expect(await lockedNow()).toEqual(['1.1']);
  expect(await openedBy('1.1')).toBe(1);
  expect(await openedBy('1.2')).toBe(0);
  await signAs(world, { wanted: criterion('1.1') });
  expect(await stateNow()).toBe('signed_off');
  expect(await lockedNow()).toEqual(['1.1', '1.2']);
});

test('a look at the decision under its old number makes the signature checked', async () => {
  await database.write((tx) => addMet(tx, { id: 'account', criteria: ['1.1', '1.2'] }));
  await database.write(changePlaces);
  await signAs(world, { wanted: criterion('1.2') });
  const look = { id: 'look', submissionId: 'account-1', assessmentId: 'account-decided' };
  await database.write((tx) => verifySample(tx, { ...look, outcomes: { '1.1': 'agree', '1.2': 'agree' } }));
  const grid = await database.read(async (db) =>
    gridOfTrainee(await readQualifications(db), await listSubmissionsOfTrainee(db, 'amara')),
  );
  const states = grid.units.flatMap(({ criteria }) => criteria.map(({ id, state }) => [id, state]));
  expect(Object.fromEntries(states)).toMatchObject({ '1.1': 'working_towards', '1.2': 'checked' });
});

/** Another version in which 2.1 is what 1.1 and 2.1 were, shown twice, and 1.2 is gone. */
async function putTogether(tx: Writer): Promise<void> {
  const [first, second] = SMALL.units;
  const one = { neededTimes: 2, kinds: ['reflective_account'], mustInclude: [], currentForMonths: null };
  const units = [
    { ...first, criteria: [{ ...one, id: '1.1', text: 'Something new.' }] },
    { ...second, criteria: [{ ...one, id: '2.1', text: 'Explains a decision, and writes it down.' }] },
  ];
  await tx.insert(qualificationVersions).values({
    ...{ version: 'small-2', label: 'Second', notice: 'Made up.', units: JSON.stringify(units) },
    ...{ effectiveFrom: '2026-02-01', importedBy: 'harvey', importedAt: new Date('2026-01-20T09:00:00Z') },
  });
  await tx.insert(criterionMappings).values(
    (
      [
        ['1.1', '2.1', true],
        ['2.1', '2.1', true],
        ['1.2', null, false],
      ] as const
    ).map(([oldId, newId, carries]) => ({
      ...{ id: `${oldId} goes on`, fromVersion: 'small-1', toVersion: 'small-2', oldId, newId, carries },
    })),
  );
}

test('of two that became one each piece counts once, by both decisions, on the grid and in the queue', async () => {
  const ready = async () => {
    const grid = await database.read(async (db) =>
      gridOfTrainee(await readQualifications(db), await listSubmissionsOfTrainee(db, 'amara')),
    );
    const rows = grid.units.flatMap(({ criteria }) => criteria);
    forgetQualifications();
    const queue = await database.read((db) => loadReadyCriteria(db, ['amara']));
    const onGrid = rows.filter(({ readyToSign }) => readyToSign).map(({ id }) => id);
    expect(queue.get('amara') ?? []).toEqual(onGrid);
    return { onGrid, shown: rows.map(({ id, shownTimes }) => [id, shownTimes]) };
  };
  await database.write((tx) => addMet(tx, { id: 'first', criteria: ['1.1'] }));
  await signAs(world, { wanted: criterion('1.1') });
  await database.write(async (tx) => {
    for (const id of ['half', 'other']) {
      const submissionId = await handIn(tx, { id, criteria: ['1.1', '2.1'] });
      await decide(tx, { id: `${id}-decided`, submissionId, outcomes: { '1.1': 'not_met', '2.1': 'met' } });
    }
    await putTogether(tx);
  });
  expect(await ready()).toEqual({
    onGrid: [],
    shown: [
      ['1.1', 0],
      ['2.1', 1],
    ],
  });
  await database.write((tx) => addMet(tx, { id: 'both', criteria: ['1.1', '2.1'] }));
  expect(await ready()).toEqual({
    onGrid: ['2.1'],
    shown: [
      ['1.1', 0],
      ['2.1', 2],
    ],
  });
});

test('a snapshot that claims what was dropped is signed off once the rest of it is', async () => {
  await database.write((tx) => addMet(tx, { id: 'account', criteria: ['2.1', '1.2'] }));
  await signAs(world, { wanted: criterion('2.1') });
  expect(await stateNow()).toBe('accepted');
  await database.write(putTogether);
  expect(await stateNow()).toBe('signed_off');
});

test('of two that became one both are locked, and not agreeing with both opens one signature', async () => {
  await database.write((tx) => addMet(tx, { id: 'account', criteria: ['1.1', '2.1'] }));
  await database.write(changePlaces);
  await signAs(world, { wanted: criterion('2.1') });
  expect(await lockedNow()).toEqual(['1.1', '2.1']);
  const said = ['1.1', '2.1'].map((criterionId) => ({ criterionId, outcome: 'reject' as const, reason: 'No.' }));
  expect(signaturesToOpen(await account(), { said })).toHaveLength(1);
});
