import { beforeEach, describe, expect, test } from 'vitest';
import { listBusyTimes } from '#db/queries/placementClashes.ts';
import { findPlacement, listAgreers, listObjectives, replaceObjectives } from '#db/queries/placementDetail.ts';
import {
  finishPlacementReport,
  listPlacementDays,
  listPlacementLog,
  savePlacementDay,
  savePlacementLog,
  savePlacementReport,
} from '#db/queries/placementRecords.ts';
import { cancelPlacement, insertAgreement, insertPlacement, listPlacements } from '#db/queries/placements.ts';
import * as tables from '#db/schema/index.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { AT, insertPerson } from '../db/rows.ts';

const PLACEMENT = {
  id: 'court',
  traineeId: 'amara',
  kind: 'court' as const,
  place: 'Made-up court',
  hostContact: 'Desk',
  lookFor: 'Days',
  startsOn: '2026-11-23',
  endsOn: '2026-11-27',
  proposedAt: AT,
};

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
  await database.write(async (tx) => {
    for (const id of ['amara', 'tom', 'ruth', 'kerry', 'rita']) await insertPerson(tx, { id, name: id });
    await tx.insert(tables.cohorts).values({ id: 'london', name: 'London', region: 'London', startsOn: '2026-01-05' });
    await tx.insert(tables.cohortMemberships).values({
      id: 'membership',
      traineeId: 'amara',
      cohortId: 'london',
      joinedOn: '2026-01-05',
    });
    const startsOn = '2026-01-05';
    await tx.insert(tables.assignments).values([
      { id: 'a', kind: 'tutor', personId: 'ruth', cohortId: 'london', startsOn },
      { id: 'b', kind: 'tutor', personId: 'rita', cohortId: 'london', startsOn, endsOn: '2026-06-01' },
      { id: 'c', kind: 'manager', personId: 'kerry', traineeId: 'amara', startsOn },
    ]);
    await insertPlacement(tx, PLACEMENT);
  });
});

describe('who agrees', () => {
  test('her tutor and her manager of that day, those of another day not', async () => {
    const names = (day: string) =>
      database.read(async (db) => (await listAgreers(db, 'amara', day)).map(({ part, name }) => `${part} ${name}`));
    expect(await names('2026-05-31')).toEqual(['manager kerry', 'tutor rita', 'tutor ruth']);
    expect(await names('2026-06-01')).toEqual(['manager kerry', 'tutor ruth']);
    expect(await database.read((db) => listAgreers(db, 'tom', '2026-06-01'))).toEqual([]);
  });

  test('each as what she was, also after her assignment has ended; the first time stands', async () => {
    const later = new Date(AT.getTime() + 60_000);
    await database.write(async (tx) => {
      for (const personId of ['ruth', 'rita', 'kerry', 'tom'])
        await insertAgreement(tx, { placementId: 'court', personId, agreedAt: AT });
      await insertAgreement(tx, { placementId: 'court', personId: 'ruth', agreedAt: later });
    });
    const [placement] = await database.read((db) => listPlacements(db, 'amara'));
    const said = placement?.agreements.map(({ personId, as, at }) => [personId, as, at.getTime()]) ?? [];
    expect(Object.fromEntries(said.map(([personId, ...rest]) => [personId, rest]))).toEqual({
      ruth: [['tutor'], AT.getTime()],
      rita: [['tutor'], AT.getTime()],
      kerry: [['manager'], AT.getTime()],
      tom: [[], AT.getTime()],
    });
  });
});

describe('what a placement may clash with', () => {
  test('study time, meetings and days elsewhere that stand; nothing lost, taken back, cancelled or of another person', async () => {
    const study = { traineeId: 'amara', minutes: 60, part: 'modules' as const, plannedAt: AT, revision: 1 };
    const meeting = { traineeId: 'amara', startsAt: '10:00', plannedBy: 'ruth', plannedAt: AT };
    const away = { traineeId: 'amara', words: '', enteredAt: AT };
    const record = { traineeId: 'amara', words: '', recordedAt: AT };
    await database.write(async (tx) => {
      await tx.insert(tables.studySessions).values([
        { ...study, id: 'planned', day: '2026-11-24', startsAt: '13:00' },
        { ...study, id: 'withdrawn', day: '2026-11-24', withdrawnAt: AT },
        { ...study, id: 'lost', day: '2026-11-23' },
        { ...study, id: 'then-taken', day: '2026-11-25' },
        { ...study, id: 'later', day: '2026-11-28' },
        { ...study, id: 'toms', day: '2026-11-24', traineeId: 'tom' },
      ]);
      await tx.insert(tables.studyRecords).values([
        { ...record, id: '1', sessionId: 'lost', number: 1, takenMinutes: 0, lostMinutes: 60, cause: 'duty_cover' },
        { ...record, id: '2', sessionId: 'then-taken', number: 1, takenMinutes: 0, lostMinutes: 60, cause: 'court' },
        { ...record, id: '3', sessionId: 'then-taken', number: 2, takenMinutes: 60, lostMinutes: 0, cause: null },
      ]);
      await tx.insert(tables.supervisionMeetings).values([
        { ...meeting, id: 'meeting', day: '2026-11-26' },
        { ...meeting, id: 'cancelled', day: '2026-11-27', cancelledAt: AT, cancelledBy: 'ruth', cancelReason: 'x' },
      ]);
      await tx.insert(tables.weekExceptions).values([
        { ...away, id: 'leave', startsOn: '2026-11-20', endsOn: '2026-11-23', place: 'leave' },
        { ...away, id: 'removed', startsOn: '2026-11-20', endsOn: '2026-11-30', place: 'leave', removedAt: AT },
        { ...away, id: 'before', startsOn: '2026-11-20', endsOn: '2026-11-22', place: 'leave' },
      ]);
    });
    const busy = await database.read((db) =>
      listBusyTimes(db, { traineeId: 'amara', from: '2026-11-23', to: '2026-11-27' }),
    );
    expect(busy).toEqual([
      { kind: 'leave', startsOn: '2026-11-20', endsOn: '2026-11-23', startsAt: null, minutes: null },
      { kind: 'study', startsOn: '2026-11-24', endsOn: '2026-11-24', startsAt: '13:00', minutes: 60 },
      { kind: 'study', startsOn: '2026-11-25', endsOn: '2026-11-25', startsAt: null, minutes: 60 },
      { kind: 'supervision', startsOn: '2026-11-26', endsOn: '2026-11-26', startsAt: '10:00', minutes: null },
    ]);
  });

  test('the peer sessions of her own cohort that are on, with how long they last', async () => {
    await database.write(async (tx) => {
      await tx.insert(tables.cohorts).values({ id: 'wales', name: 'Wales', region: 'Wales', startsOn: '2026-01-05' });
      const peer = {
        cohortId: 'london',
        startsAt: '14:00',
        endsAt: '15:15',
        place: 'x',
        revision: 1,
        savedBy: 'ruth',
        savedAt: AT,
      };
      await tx.insert(tables.peerSessions).values([
        { ...peer, id: 'peer', day: '2026-11-27' },
        { ...peer, id: 'called-off', day: '2026-11-26', cancelledAt: AT, cancelledBy: 'ruth', cancelReason: 'x' },
        { ...peer, id: 'elsewhere', day: '2026-11-26', cohortId: 'wales' },
      ]);
    });
    const busy = await database.read((db) =>
      listBusyTimes(db, { traineeId: 'amara', from: '2026-11-23', to: '2026-11-27' }),
    );
    expect(busy).toEqual([
      { kind: 'peer', startsOn: '2026-11-27', endsOn: '2026-11-27', startsAt: '14:00', minutes: 75 },
    ]);
  });
});

describe('what is written about a placement', () => {
  const save = { placementId: 'court', basedOn: 0, at: AT };
  const day = { day: '2026-11-23', attendance: 'attended' as const, minutes: 420, words: '' };

  test('a day, its log and the report: the same again changes nothing, an older version is refused', async () => {
    const log = { id: 'log', day: day.day, words: 'Seen' };
    for (const write of [
      (basedOn: number, words: string) =>
        database.write((tx) => savePlacementDay(tx, { ...save, ...day, attendance: 'part', basedOn, words })),
      (basedOn: number, words: string) =>
        database.write((tx) => savePlacementLog(tx, { ...save, ...log, basedOn, words })),
      (basedOn: number, words: string) => database.write((tx) => savePlacementReport(tx, { ...save, basedOn, words })),
    ]) {
      expect(await write(0, 'First')).toBe(1);
      expect(await write(0, 'First')).toBe(1);
      await expect(write(0, 'Older')).rejects.toMatchObject({ code: 'conflict' });
      expect(await write(1, 'Second')).toBe(2);
    }
    const [days, entries] = await database.read((db) =>
      Promise.all([listPlacementDays(db, 'court'), listPlacementLog(db, 'court')]),
    );
    expect(days.map(({ words }) => words)).toEqual(['Second']);
    expect(entries.map(({ words }) => words)).toEqual(['Second']);
  });

  test('a finished report does not change, and stays finished as of the first time', async () => {
    const later = new Date(AT.getTime() + 60_000);
    await database.write(async (tx) => {
      await savePlacementReport(tx, { ...save, words: 'Learnt' });
      await finishPlacementReport(tx, 'court', AT);
      await finishPlacementReport(tx, 'court', later);
    });
    const change = database.write((tx) => savePlacementReport(tx, { ...save, basedOn: 1, words: 'Else' }));
    await expect(change).rejects.toMatchObject({ code: 'bad_input' });
    const found = await database.read((db) => findPlacement(db, 'court'));
    expect(found?.report).toMatchObject({ words: 'Learnt', finishedAt: AT });
  });
});

test('a placement is proposed once, keeps its objectives in order, and is cancelled once', async () => {
  const again = await database.write((tx) => insertPlacement(tx, { ...PLACEMENT, place: 'Somewhere else' }));
  expect(again).toBe(false);
  await database.write(async (tx) => {
    await replaceObjectives(tx, 'court', [{ words: 'Old', criteria: ['1.1'], version: 'demo-1' }]);
    await replaceObjectives(tx, 'court', [
      { words: 'Second thoughts', criteria: ['6.7'], version: 'demo-1' },
      { words: 'First thoughts', criteria: ['1.1', '1.2'], version: 'demo-1' },
    ]);
    await cancelPlacement(tx, { id: 'court', by: 'amara', reason: 'Duty cover', at: AT });
    await cancelPlacement(tx, { id: 'court', by: 'amara', reason: 'Another reason', at: AT });
  });
  const [placements, objectives, toms] = await database.read((db) =>
    Promise.all([listPlacements(db, 'amara'), listObjectives(db, 'amara'), listObjectives(db, 'tom')]),
  );
  expect(placements).toHaveLength(1);
  expect(placements[0]).toMatchObject({ place: 'Made-up court', cancelReason: 'Duty cover', recordedDays: 0 });
  expect(objectives.map(({ words, criteria }) => [words, criteria])).toEqual([
    ['Second thoughts', ['6.7']],
    ['First thoughts', ['1.1', '1.2']],
  ]);
  expect(toms).toEqual([]);
});
