import { expect, test } from 'vitest';
import { changeRating, listRatings, type RatingChange } from '#db/queries/ratings.ts';
import { criterionRatings } from '#db/schema/index.ts';
import { freshDatabase } from '../../support/database.ts';
import { line, step, version } from '../../unit/portfolio/lines.ts';
import { AT, insertPerson } from '../db/rows.ts';

/** 1.1 and 1.2 change places, 1.3 becomes 2.1 and 2.2, 1.4 is dropped. */
const CHANGED = line(
  [version('old', '1.1', '1.2', '1.3', '1.4'), version('new', '1.1', '1.2', '2.1', '2.2')],
  step('old', 'new', '1.1>1.2', '1.2>1.1', '1.3>2.1', '1.3>2.2', '1.4>'),
);

async function aTrainee() {
  const database = await freshDatabase();
  const row = (criterionId: string, rating: 'not_yet' | 'with_help' | 'on_my_own', of: string | null = 'old') => ({
    ...{ traineeId: 'amara', criterionId, rating, qualificationVersion: of, ratedAt: AT },
  });
  await database.write(async (tx) => {
    await insertPerson(tx, { id: 'amara', name: 'amara' });
    await tx
      .insert(criterionRatings)
      .values([row('1.1', 'not_yet'), row('1.2', 'with_help', null), row('1.3', 'on_my_own'), row('1.4', 'not_yet')]);
  });
  const change = (given: Pick<RatingChange, 'criteria' | 'rating'>) =>
    database.write((tx) => changeRating(tx, { traineeId: 'amara', at: AT, ...given }, CHANGED));
  const now = async () => Object.fromEntries(await database.read((db) => listRatings(db, 'amara', CHANGED)));
  const rows = () => database.read((db) => db.select().from(criterionRatings));
  return { change, now, rows };
}

const MOVED = { '1.1': 'with_help', '1.2': 'not_yet', '2.1': 'on_my_own', '2.2': 'on_my_own' };

test('what she says in a new version takes nothing away that she said of another criterion with that number', async () => {
  const { change, now, rows } = await aTrainee();
  expect(await now()).toEqual(MOVED);
  await change({ criteria: ['1.1'], rating: 'could_show_others' });
  expect(await now()).toEqual({ ...MOVED, '1.1': 'could_show_others' });
  await change({ criteria: ['1.1'], rating: 'could_show_others' });
  expect((await rows()).filter(({ qualificationVersion }) => qualificationVersion === 'new')).toHaveLength(4);
  expect((await rows()).find(({ criterionId }) => criterionId === '1.4')?.qualificationVersion).toBe('old');
});

test('a rating that moved along can be taken away, and does not come back', async () => {
  const { change, now } = await aTrainee();
  await change({ criteria: ['2.1'], rating: null });
  const { '2.1': _gone, ...rest } = MOVED;
  expect(await now()).toEqual(rest);
});
