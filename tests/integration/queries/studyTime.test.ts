import { describe, expect, test } from 'vitest';
import type { Database } from '#db/client.ts';
import {
  countStudyTime,
  findStudySession,
  insertStudyRecord,
  insertStudySessions,
  listBusyDays,
  listStudySessions,
  moveStudySession,
  withdrawStudySession,
} from '#db/queries/studyTime.ts';
import { placements, weekExceptions } from '#db/schema/index.ts';
import { DATABASES } from '../db/eachDatabase.ts';
import { insertPerson } from '../db/rows.ts';

const AT = new Date('2026-11-20T10:00:00Z');
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
const aTrainee = (database: Database) => database.write((tx) => insertPerson(tx));
const planned = (traineeId: string, id: string, day: string, more: { makesUp?: string; minutes?: number } = {}) => ({
  id,
  traineeId,
  day,
  minutes: 444,
  part: 'academic' as const,
  plannedAt: AT,
  revision: 1,
  ...more,
});
const lost = (traineeId: string, sessionId: string, number: number, lostMinutes: number) => ({
  id: `${sessionId}-${String(number)}`,
  sessionId,
  traineeId,
  number,
  takenMinutes: 444 - lostMinutes,
  lostMinutes,
  cause: lostMinutes > 0 ? ('court' as const) : null,
  words: '',
  recordedAt: AT,
});

for (const { name, canRun, use } of DATABASES) {
  describe.skipIf(!canRun)(`study sessions, ${name}`, () => {
    const open = use();

    test('come with the newest record, the earlier ones beside it, and what makes them up on other days', async () => {
      const database = await open();
      const [one, other] = [await aTrainee(database), await aTrainee(database)];
      await database.write(async (tx) => {
        await insertStudySessions(tx, [
          planned(one, 'first', '2026-11-05'),
          planned(one, 'again', '2026-12-03', { makesUp: 'first' }),
          planned(one, 'out', '2026-12-10'),
          planned(other, 'others', '2026-11-06'),
        ]);
        await insertStudyRecord(tx, lost(one, 'first', 1, 0));
        await insertStudyRecord(tx, lost(one, 'first', 2, 444));
      });
      const sessions = await database.read((db) => listStudySessions(db, [one], NOVEMBER));
      expect(sessions.map(({ id }) => id)).toEqual(['first', 'again']);
      expect(sessions[0]).toMatchObject({
        record: { number: 2, cause: 'court' },
        earlier: [{ number: 1, cause: null }],
      });
      expect(await database.read((db) => listStudySessions(db, [], NOVEMBER))).toEqual([]);
    });

    test('are counted over everybody by what stands, and withdrawn ones for nothing', async () => {
      const database = await open();
      const one = await aTrainee(database);
      await database.write(async (tx) => {
        await insertStudySessions(tx, [planned(one, 'counted', '2031-05-05'), planned(one, 'uncounted', '2031-05-12')]);
        await insertStudyRecord(tx, lost(one, 'counted', 1, 444));
        await insertStudyRecord(tx, lost(one, 'counted', 2, 100));
        await withdrawStudySession(tx, { id: 'uncounted', at: AT, revision: 2 });
      });
      const counts = await database.read((db) => countStudyTime(db, { from: '2031-05-01', to: '2031-05-31' }));
      expect(counts).toEqual({ plannedMinutes: 444, lostMinutes: 100, traineesWithLoss: 1 });
      expect(await database.read((db) => countStudyTime(db, { from: '2020-01-01', to: '2020-01-31' }))).toEqual({
        plannedMinutes: 0,
        lostMinutes: 0,
        traineesWithLoss: 0,
      });
    });

    test('a repeat plans nothing twice, and a move counts', async () => {
      const database = await open();
      const one = await aTrainee(database);
      const session = planned(one, 'moving', '2026-11-26');
      for (let time = 0; time < 2; time += 1) await database.write((tx) => insertStudySessions(tx, [session]));
      await database.write((tx) => moveStudySession(tx, { id: 'moving', day: '2026-11-27', revision: 2 }));
      expect(await database.read((db) => findStudySession(db, 'moving'))).toMatchObject({
        day: '2026-11-27',
        revision: 2,
      });
    });

    test('placements and leave that touch some days are known; cancelled and removed ones are not', async () => {
      const database = await open();
      const traineeId = await aTrainee(database);
      const placement = { traineeId, kind: 'court' as const, hostContact: '', lookFor: '', proposedAt: AT };
      const leave = { traineeId, words: '', enteredAt: AT, place: 'leave' as const };
      await database.write(async (tx) => {
        await tx.insert(placements).values([
          { ...placement, id: 'p', place: 'Larkham', startsOn: '2026-10-30', endsOn: '2026-11-02', weekdays: [1, 5] },
          { ...placement, id: 'c', place: 'Gone', startsOn: '2026-11-03', endsOn: '2026-11-03', cancelledAt: AT },
        ]);
        await tx.insert(weekExceptions).values([
          { ...leave, id: 'l', startsOn: '2026-11-16', endsOn: '2026-11-20' },
          { ...leave, id: 'r', startsOn: '2026-11-23', endsOn: '2026-11-24', removedAt: AT },
          { ...leave, id: 'o', place: 'office', startsOn: '2026-11-25', endsOn: '2026-11-25' },
        ]);
      });
      expect(await database.read((db) => listBusyDays(db, traineeId, NOVEMBER))).toEqual([
        { kind: 'placement', place: 'Larkham', startsOn: '2026-10-30', endsOn: '2026-11-02', weekdays: [1, 5] },
        {
          kind: 'leave',
          place: 'leave',
          startsOn: '2026-11-16',
          endsOn: '2026-11-20',
          weekdays: [1, 2, 3, 4, 5, 6, 7],
        },
      ]);
    });
  });
}
