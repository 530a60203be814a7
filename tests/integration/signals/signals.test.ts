import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#db/client.ts';
import { listStandingSubmissions } from '#db/queries/standingSubmissions.ts';
import { countQueries, currentCount } from '#db/queryCount.ts';
import { evidenceState, stateFacts } from '#src/domain/portfolio/evidenceState.ts';
import { openSignals } from '#src/domain/signals/order.ts';
import { loadCaseloads } from '#src/server/caseload.ts';
import { replayDays, replayReport } from '#src/domain/signals/replay.ts';
import { loadContent } from '#src/server/content.ts';
import { installPortal, type Portal } from '#src/server/portal.ts';
import { qualificationsNow } from '#src/server/qualification.ts';
import {
  type LoadedSignals,
  loadCohortSignals,
  loadCohortSignalsAsPortal,
  loadTraineeSignals,
} from '#src/server/signals/loadSignals.ts';
import { type ReplayedPast, replaySignals } from '#src/server/signals/replay.ts';
import { loadStanding } from '#src/server/standings.ts';
import { writeDemo } from '../../../scripts/demo/write.ts';
import { aViewer } from '../../support/viewer.ts';

const NOW = new Date('2026-11-19T10:00:00Z');
const TODAY = '2026-11-19';
const ROOT = new URL('../../../', import.meta.url);
const ruth = aViewer('ruth', { roles: ['tutor'], tutorOf: ['london'] });
const gwen = aViewer('gwen', { roles: ['tutor'], tutorOf: ['wales'] });
const amara = aViewer('amara', { roles: ['trainee'] });
const kerry = aViewer('kerry', { roles: ['manager'], managerOf: ['amara', 'tom'] });
const daniel = aViewer('daniel', { roles: ['assessor'], assessorOf: ['amara', 'tom'] });

const folder = mkdtempSync(join(tmpdir(), 'portal-signals-'));
let database: Database;
let everybody: readonly LoadedSignals[];

const both = <T>(run: (viewer: typeof ruth, cohortId: string) => Promise<T>) =>
  Promise.all([run(ruth, 'london'), run(gwen, 'wales')]);
const cohort = (viewer: typeof ruth, cohortId: string) =>
  database.read((db) => loadCohortSignals(db, viewer, cohortId));
const one = (viewer: typeof ruth, traineeId: string) =>
  database.read((db) => loadTraineeSignals(db, viewer, traineeId));
const named = (traineeId: string) => {
  const found = everybody.find((trainee) => trainee.traineeId === traineeId);
  if (!found) throw new Error(`There is no ${traineeId}`);
  return found;
};
const kinds = (traineeId: string) => named(traineeId).signals.map(({ kind }) => kind);

beforeAll(async () => {
  const url = pathToFileURL(join(folder, 'portal.db')).href;
  const places = { keysDir: join(folder, 'keys'), anchorsDir: join(folder, 'anchors') };
  await writeDemo({ ...places, url, traineeCount: 25, now: NOW });
  database = await openDatabase({ url });
  const content = await loadContent(ROOT);
  installPortal({ database, content, settings: { programmeNow: NOW } } as unknown as Portal);
  everybody = (await both(cohort)).flat();
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the demo tells a story of each: late, quiet, over the limit, on a break, in the first weeks, noted', () => {
  expect(kinds('tom')).toEqual(
    expect.arrayContaining(['modules-late', 'over-limit', 'rule-override', 'study-time-lost', 'placement-cancelled']),
  );
  expect(kinds('amara')).toEqual(['evidence-returned']);
  expect(kinds('gethin')).toEqual(['break-ending']);
  expect(named('imran')).toMatchObject({ isInFirstWeeks: true });
  expect(kinds('imran')).toContain('no-sign-in');
  expect(openSignals(named('hannah')).map(({ kind }) => kind)).toEqual(['modules-late']);
  expect(named('jonah').signals[0]).toMatchObject({ note: null, earlierNote: { by: 'Ruth Adeyemi' } });
});

describe('signals are the same whoever asks, and whichever page', () => {
  test('a trainee, her tutor and the portal itself get the same of everybody', async () => {
    const asPortal = (await both((_viewer, id) => database.read((db) => loadCohortSignalsAsPortal(db, id)))).flat();
    for (const [index, trainee] of everybody.entries()) {
      const { traineeId } = trainee;
      const own = await one(aViewer(traineeId, { roles: ['trainee'] }), traineeId);
      expect({ traineeId, signals: own?.signals }).toEqual({ traineeId, signals: trainee.signals });
      expect(asPortal[index]?.signals).toEqual(trainee.signals);
    }
  });

  test('they rest on the facts of the other pages: progress, caseload and evidence', async () => {
    const qualifications = await qualificationsNow();
    for (const { traineeId, facts, trainee, load } of everybody) {
      const standing = await database.read((db) => loadStanding(db, traineeId));
      expect(facts.late.map(({ moduleId }) => moduleId)).toEqual(
        standing?.standing.late.map(({ moduleId }) => moduleId),
      );
      const [caseload] = await database.read((db) => loadCaseloads(db, [trainee]));
      expect({ traineeId, percent: load.percent }).toEqual({ traineeId, percent: caseload?.load.percent });
      const shown = await database.read((db) => listStandingSubmissions(db, traineeId));
      const returned = shown.filter(
        (piece) => piece.isNewest && evidenceState(stateFacts(piece, qualifications)) === 'returned',
      );
      expect(facts.returned.map(({ id }) => id).sort()).toEqual(returned.map(({ id }) => id).sort());
    }
  });
});

describe('nobody gets what is not hers', () => {
  test('the tutor of another cohort, a trainee and an assessor get nothing', async () => {
    expect(await cohort(gwen, 'london')).toEqual([]);
    expect(await cohort(amara, 'london')).toEqual([]);
    expect(await one(gwen, 'amara')).toBeNull();
    expect(await one(aViewer('tom', { roles: ['trainee'] }), 'amara')).toBeNull();
    expect(await one(daniel, 'amara')).toBeNull();
    expect(await one(ruth, 'nobody')).toBeNull();
  });

  test('a manager reads those of her trainees', async () => {
    expect((await one(kerry, 'tom'))?.signals).toEqual(named('tom').signals);
    expect(await one(kerry, 'priya')).toBeNull();
  });

  test('a check-in that is not shared is never told of, however low its answers', async () => {
    expect(kinds('tom')).not.toContain('wellbeing');
    expect(named('tom').facts.sharedCheckIns).toEqual([]);
    expect(named('amara').facts.sharedCheckIns).toHaveLength(1);
  });
});

test('a cohort takes three queries in one round trip, and one trainee no more', async () => {
  const counted = (run: () => Promise<unknown>) =>
    countQueries(async () => {
      await run();
      return { ...currentCount() };
    });
  expect(await counted(() => cohort(ruth, 'london'))).toEqual({ queries: 3, trips: 1 });
  expect(await counted(() => one(amara, 'amara'))).toEqual({ queries: 3, trips: 1 });
});

describe('a look back', () => {
  const replayed = async (days: readonly string[], traineeId?: string): Promise<ReplayedPast[]> => {
    const content = await loadContent(ROOT);
    const found: ReplayedPast[] = [];
    for await (const trainee of replaySignals({ database, content, scope: { traineeId }, days, today: TODAY }))
      found.push(trainee);
    return found;
  };

  test('says of today what the pages say today', async () => {
    const all = (await replayed([TODAY])).filter(({ withdrewOn }) => withdrewOn === null);
    expect(all).toHaveLength(everybody.length);
    for (const { traineeId, weeks } of all) {
      const now = named(traineeId).signals.map(({ kind, reason }) => ({ kind, reason }));
      const then = weeks[0]?.signals.map(({ kind, reason }) => ({ kind, reason }));
      expect({ traineeId, then }).toEqual({ traineeId, then: now });
    }
  });

  test('knows nothing of what was entered later', async () => {
    const [tom] = await replayed(['2026-10-15', '2026-10-29', TODAY], 'tom');
    expect(tom?.weeks.map((week) => week.kinds.includes('placement-cancelled'))).toEqual([false, false, true]);
    expect(tom?.weeks[0]?.kinds).not.toContain('over-limit');
  });

  test('has a withdrawal to compare with: what stood in the last weeks of whoever left, from what was known then', async () => {
    const [esme] = await replayed(replayDays('2025-11-20', TODAY), 'esme');
    expect(esme?.withdrewOn).not.toBeNull();
    const weeks = esme?.weeks ?? [];
    expect(weeks.length).toBe(12);
    expect(weeks[2]?.kinds, 'while all was well').not.toContain('modules-late');
    expect(weeks.at(-1)?.kinds).toEqual(expect.arrayContaining(['modules-late', 'no-sign-in']));
    expect(weeks.flatMap(({ kinds: said }) => said)).toContain('study-time-lost');
    const late = replayReport(esme ? [esme] : []).find(({ kind }) => kind === 'modules-late');
    expect(late?.beforeWithdrawal).toEqual({ count: 1, of: 1 });
  });

  test('writes nothing', async () => {
    const rows = () => database.read((db) => db.all('select count(*) as n from signal_notes'));
    const before = await rows();
    await replayed([TODAY]);
    expect(await rows()).toEqual(before);
  });

  test('leaves the days before somebody’s start and after her end out', async () => {
    expect((await replayed(['2020-01-01'])).every(({ weeks }) => weeks.length === 0)).toBe(true);
  });
});
