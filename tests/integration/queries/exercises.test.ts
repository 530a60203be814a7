import { describe, expect, test } from 'vitest';
import type { Database } from '#db/client.ts';
import { findExerciseWork, listExerciseWork, saveExerciseWork } from '#db/queries/exercises.ts';
import type { ExerciseWork } from '#src/domain/exercises/work.ts';
import { DATABASES } from '../db/eachDatabase.ts';
import { insertPerson } from '../db/rows.ts';

const FIRST = new Date('2026-11-20T10:00:00Z');
const LATER = new Date('2026-11-21T10:00:00Z');
const wrote = (text: string): ExerciseWork => ({ kind: 'compare', text });

const aTrainee = (database: Database) => database.write((tx) => insertPerson(tx));

function saving(database: Database, traineeId: string) {
  const about = { traineeId, exerciseId: 'parole-recall-compare', moduleId: 'parole-recall', exerciseVersion: '1' };
  return (text: string, basedOn: number, { isFinished = false, at = FIRST } = {}) =>
    database.write((tx) => saveExerciseWork(tx, { ...about, work: wrote(text), basedOn, isFinished, at }));
}

for (const { name, canRun, use } of DATABASES) {
  describe.skipIf(!canRun)(`work on an exercise, ${name}`, () => {
    const open = use();

    test('is kept with a revision that goes up by one, and is the trainee’s own', async () => {
      const database = await open();
      const [one, other] = [await aTrainee(database), await aTrainee(database)];
      const save = saving(database, one);
      expect(await save('One.', 0)).toBe(1);
      expect(await save('Two.', 1)).toBe(2);
      expect(await database.read((db) => listExerciseWork(db, one, 'parole-recall'))).toMatchObject([
        { work: wrote('Two.'), revision: 2 },
      ]);
      expect(await database.read((db) => listExerciseWork(db, one, 'parole-release-test'))).toEqual([]);
      expect(await database.read((db) => findExerciseWork(db, other, 'parole-recall-compare'))).toBeNull();
    });

    test('changes nothing when it comes again, also from an old page', async () => {
      const database = await open();
      const traineeId = await aTrainee(database);
      const save = saving(database, traineeId);
      await save('The same.', 0);
      expect(await save('The same.', 0, { at: LATER })).toBe(1);
      const kept = await database.read((db) => findExerciseWork(db, traineeId, 'parole-recall-compare'));
      expect(kept).toMatchObject({ revision: 1, savedAt: FIRST });
    });

    test('is refused from a page that another tab has overtaken, and what is kept stays', async () => {
      const database = await open();
      const traineeId = await aTrainee(database);
      const save = saving(database, traineeId);
      await save('From this tab.', 0);
      await expect(save('From the other tab.', 0)).rejects.toMatchObject({ code: 'conflict' });
      const kept = await database.read((db) => findExerciseWork(db, traineeId, 'parole-recall-compare'));
      expect(kept).toMatchObject({ work: wrote('From this tab.'), revision: 1 });
    });

    test('remembers when it first came to an end, whatever is tried afterwards', async () => {
      const database = await open();
      const traineeId = await aTrainee(database);
      const save = saving(database, traineeId);
      const end = async () =>
        (await database.read((db) => findExerciseWork(db, traineeId, 'parole-recall-compare')))?.finishedAt;
      await save('Begun.', 0);
      expect(await end()).toBeNull();
      await save('Done.', 1, { isFinished: true });
      expect(await end()).toEqual(FIRST);
      await save('', 2, { isFinished: false, at: LATER });
      await save('Done again.', 3, { isFinished: true, at: LATER });
      expect(await end()).toEqual(FIRST);
    });
  });
}
