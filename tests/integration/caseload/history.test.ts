import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#db/client.ts';
import { countQueries, currentCount } from '#db/queryCount.ts';
import { listCohortTrainees } from '#db/queries/cohorts.ts';
import { type TraineeRecord, findTrainee } from '#db/queries/trainees.ts';
import { loadCaseloads } from '#src/server/caseload.ts';
import { loadHistories, type TraineeHistory } from '#src/server/caseload/caseloadHistory.ts';
import { loadContent } from '#src/server/content.ts';
import { officeNow } from '#src/server/office.ts';
import { installPortal, type Portal } from '#src/server/portal.ts';
import { writeDemo } from '../../../scripts/demo/write.ts';
import { aViewer } from '../../support/viewer.ts';

const NOW = new Date('2026-11-19T10:00:00Z');
const ruth = aViewer('ruth', { roles: ['tutor'], tutorOf: ['london'] });
const gwen = aViewer('gwen', { roles: ['tutor'], tutorOf: ['wales'] });

const folder = mkdtempSync(join(tmpdir(), 'portal-histories-'));
let database: Database;
let trainees: readonly TraineeRecord[];

beforeAll(async () => {
  const url = pathToFileURL(join(folder, 'portal.db')).href;
  const places = { keysDir: join(folder, 'keys'), anchorsDir: join(folder, 'anchors') };
  await writeDemo({ ...places, url, traineeCount: 25, now: NOW });
  database = await openDatabase({ url });
  const content = await loadContent(new URL('../../../', import.meta.url));
  installPortal({ database, content, settings: { programmeNow: NOW } } as unknown as Portal);
  const cohorts = await Promise.all([
    database.read((db) => listCohortTrainees(db, ruth, 'london')),
    database.read((db) => listCohortTrainees(db, gwen, 'wales')),
  ]);
  trainees = cohorts.flat();
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Histories as somebody who may see all of them reads them. */
const histories = (who: readonly TraineeRecord[] = trainees) => {
  const both = aViewer('both', { roles: ['tutor'], tutorOf: ['london', 'wales'] });
  return database.read((db) => loadHistories(db, both, who));
};
async function historyOf(traineeId: string): Promise<TraineeHistory> {
  const trainee = await database.read((db) => findTrainee(db, traineeId));
  const [history] = await histories(trainee ? [trainee] : []);
  if (!history) throw new Error(`No history of ${traineeId}`);
  return history;
}
const told = ({ steps }: TraineeHistory) => steps.flatMap(({ events }) => events.map(({ words }) => words));

test('the last step of everybody’s history is what her live page says', async () => {
  const live = await database.read((db) => loadCaseloads(db, trainees));
  const past = await histories();
  expect(past).toHaveLength(25);
  for (const [index, { load, cases, trainee }] of live.entries()) {
    const last = past[index]?.steps.at(-1);
    const { available, used, percent, limit, aboveSecondLine } = load;
    const expected = { available, used, percent, limit, aboveSecondLine, day: '2026-11-19', caseCount: cases.length };
    expect(last, trainee.traineeId).toMatchObject(expected);
  }
});

describe('whose history a viewer reads', () => {
  test.each([
    ['her tutor reads it', aViewer('ruth', { roles: ['tutor'], tutorOf: ['london'] }), true],
    ['she reads her own', aViewer('tom', { roles: ['trainee'] }), true],
    ['her manager reads it', aViewer('kerry', { roles: ['manager'], managerOf: ['tom'] }), true],
    ['a tutor of another cohort gets none of it', gwen, false],
    ['nor does her assessor', aViewer('daniel', { roles: ['assessor'], assessorOf: ['tom'] }), false],
    ['nor another trainee', aViewer('amara', { roles: ['trainee'] }), false],
    ['nor somebody with her id and no role', aViewer('tom'), false],
  ])('%s', async (_story, viewer, sees) => {
    const tom = trainees.filter(({ traineeId }) => traineeId === 'tom');
    const [history] = await database.read((db) => loadHistories(db, viewer, tom));
    expect((history?.facts.allocations.length ?? 0) > 0).toBe(sees);
    expect((history?.facts.agreements.length ?? 0) > 0).toBe(sees);
  });
});

test('a cohort of sixteen takes one question', async () => {
  await officeNow();
  const london = trainees.filter(({ cohortId }) => cohortId === 'london');
  const count = await countQueries(async () => {
    await histories(london);
    return currentCount();
  });
  expect(london).toHaveLength(16);
  expect(count).toEqual({ queries: 1, trips: 1 });
});

describe('the stories of the demo', () => {
  test('Amara was never over her limit; a tier changed, a case was shadowed, another moved to Jonah', async () => {
    const history = await historyOf('amara');
    expect(history.reading).toMatchObject({ state: 'within', percent: 94.7 });
    expect(history.steps.filter(({ limit }) => limit === 'over')).toEqual([]);
    expect(told(history)).toEqual(
      expect.arrayContaining([
        'HAZEL-32 taken: D1, custody, shadowing, 0% counts',
        'BRAMBLE-33 taken: D2, community, co-working, 50% counts',
        'BRAMBLE-33 moved to somebody else',
        'COMET-3: tier C2, was C3; letter tier E',
      ]),
    );
    expect(told(await historyOf('jonah'))).toContain('BRAMBLE-33 taken: D2, community');
  });

  test('Tom is over as agreed, was over before, and a rule was set aside for one case', async () => {
    const history = await historyOf('tom');
    expect(history.reading).toMatchObject({ state: 'over', isAgreed: true, percent: 114.1 });
    expect(history.steps.find(({ limit }) => limit === 'over')?.stage).toBe('First six months');
    expect(told(history).filter((words) => words.startsWith('Rule set aside for INDIGO-9'))).toHaveLength(1);
  });

  test('Nia works part time and had hours taken off; Kofi could carry more', async () => {
    const nia = await historyOf('nia');
    expect(nia.steps.at(-1)).toMatchObject({ available: 261, used: 195, limit: 'within' });
    expect(told(nia)).toContain('Reduction ends: Induction at a second office');
    expect((await historyOf('kofi')).reading).toMatchObject({ state: 'under', percent: 18.6 });
  });
});
