import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { findTrainee } from '#db/queries/trainees.ts';
import { programmePauses } from '#db/schema/index.ts';
import { beginBreak, cancelBreak, changeBreak } from '#src/server/programme/breaks.ts';
import type { TestDatabase } from '../../support/database.ts';
import { audited, HARVEY, placeHouse, refusal, TODAY, toldOfPlace } from './placeHouse.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await placeHouse();
});

interface Days {
  readonly id?: string;
  readonly traineeId?: string;
  readonly startsOn?: string;
  readonly endsOn?: string | null;
}

async function begin({
  id = randomUUID(),
  traineeId = 'amara',
  startsOn = TODAY,
  endsOn = null,
}: Days = {}): Promise<string> {
  await database.write((tx) => beginBreak(tx, HARVEY, { id, traineeId, reason: 'parental_leave', startsOn, endsOn }));
  return id;
}
const change = (breakId: string, endsOn: string | null, basedOn = '') =>
  database.write((tx) => changeBreak(tx, HARVEY, { breakId, endsOn, basedOn }));
const cancel = (breakId: string) => database.write((tx) => cancelBreak(tx, HARVEY, breakId));
const kept = () => database.read((db) => db.select().from(programmePauses));

test('a break is entered, its day back is set and set again, and the audit has each step without its kind', async () => {
  const id = await begin();
  await change(id, '2027-01-04');
  await change(id, '2027-01-11', '2027-01-04');
  expect(await kept()).toMatchObject([{ id, startsOn: TODAY, endsOn: '2027-01-11', reason: 'parental_leave' }]);
  expect(await audited(database)).toEqual(['break.begun', 'break.changed', 'break.changed']);
  expect(await toldOfPlace(database)).toEqual(['break-begun', 'break-changed', 'break-changed']);
  expect((await database.read((db) => findTrainee(db, 'amara')))?.enrolment.pauses).toHaveLength(1);
});

test('the same form again changes nothing, and its id is nobody else’s', async () => {
  const id = await begin();
  await begin({ id });
  await change(id, '2027-01-04');
  await change(id, '2027-01-04');
  expect(await kept()).toHaveLength(1);
  expect(await audited(database)).toHaveLength(2);
  expect(await toldOfPlace(database), 'told once').toHaveLength(2);
  expect(await refusal(begin({ id, traineeId: 'tom' }))).toEqual(['conflict']);
});

test('two breaks never share a day, also where two forms were filled in at once', async () => {
  const answers = await Promise.allSettled([begin(), begin({ startsOn: '2026-12-07' })]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await kept()).toHaveLength(1);
});

test('a day back that somebody else changed meanwhile is not lost', async () => {
  const id = await begin();
  await change(id, '2027-01-04');
  expect(await refusal(change(id, '2027-02-01'))).toEqual(['conflict']);
  expect(await kept()).toMatchObject([{ endsOn: '2027-01-04' }]);
});

test('a break to come is taken out, one that has begun is not, and one that is gone stays gone', async () => {
  const coming = await begin({ startsOn: '2026-12-07', endsOn: '2026-12-21' });
  await cancel(coming);
  await cancel(coming);
  expect(await kept()).toEqual([]);
  const running = await begin();
  expect(await refusal(cancel(running))).toEqual(['bad_input']);
});

test('nobody without a place has a break, and no break that there is not is changed', async () => {
  expect(await refusal(begin({ traineeId: 'ruth' }))).toEqual(['not_found']);
  expect(await refusal(change('nowhere', TODAY))).toEqual(['not_found']);
});
