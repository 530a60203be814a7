import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#db/client.ts';
import { listCohortTrainees } from '#db/queries/cohorts.ts';
import { findCohortDesk, upsertLook } from '#db/queries/cohortViews/desk.ts';
import { countQueries, currentCount } from '#db/queryCount.ts';
import { cohortRows } from '#src/domain/cohorts/file.ts';
import { heatmapOf } from '#src/domain/cohorts/heatmap.ts';
import { USUAL } from '#src/domain/cohorts/view.ts';
import { loadHistories } from '#src/server/caseload/caseloadHistory.ts';
import { cohortCaseloadsNow } from '#src/server/cohorts/cohortCaseloads.ts';
import { cohortRowsNow } from '#src/server/cohorts/cohortRows.ts';
import { loadMonday } from '#src/server/cohorts/mondayPage.ts';
import { loadCohortSummaries } from '#src/server/cohorts/summaries.ts';
import { loadContent } from '#src/server/content.ts';
import { installPortal, type Portal } from '#src/server/portal.ts';
import { writeDemo } from '../../../scripts/demo/write.ts';
import { aViewer } from '../../support/viewer.ts';

const NOW = new Date('2026-11-19T10:00:00Z');
const ROOT = new URL('../../../', import.meta.url);
const ruth = aViewer('ruth', { roles: ['tutor'], tutorOf: ['london'] });
const gwen = aViewer('gwen', { roles: ['tutor'], tutorOf: ['wales'] });
const formerly = aViewer('ruth', { roles: ['tutor'], tutorOf: [] });

const folder = mkdtempSync(join(tmpdir(), 'portal-monday-'));
let database: Database;
let content: Portal['content'];

const on = (programmeNow: Date) =>
  installPortal({ database, content, settings: { programmeNow } } as unknown as Portal);
const monday = (viewer: typeof ruth, cohortId: string) => database.read((db) => loadMonday(db, viewer, cohortId));
/** A write that has nothing to do with any cohort. */
const anyWrite = () => database.write((tx) => tx.run("update people set language = language where id = 'harvey'"));

beforeAll(async () => {
  const url = pathToFileURL(join(folder, 'portal.db')).href;
  const places = { keysDir: join(folder, 'keys'), anchorsDir: join(folder, 'anchors') };
  await writeDemo({ ...places, url, traineeCount: 25, now: NOW });
  database = await openDatabase({ url });
  content = await loadContent(ROOT);
  on(NOW);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

describe('a cohort on Monday', () => {
  test('is there for its tutor, by name, with everything in a word for each', async () => {
    const found = await monday(ruth, 'london');
    expect(found?.rows).toHaveLength(16);
    const names = found?.rows.map(({ name }) => name) ?? [];
    expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, 'en-GB')));
    const { modules } = content;
    const lines = cohortRows({ heatmap: heatmapOf(found?.rows ?? [], modules, { ...USUAL, isWhole: true }), modules });
    expect(lines).toHaveLength(17);
    expect(lines.flat().filter((cell) => /undefined|null|NaN|Infinity/.test(cell))).toEqual([]);
  });

  test('is nobody’s who is not its tutor, no longer its tutor, or who asks for one that there is not', async () => {
    expect(await monday(gwen, 'london')).toBeNull();
    expect(await monday(formerly, 'london')).toBeNull();
    expect(await monday({ ...gwen, tutorOf: ['nowhere'] }, 'nowhere')).toBeNull();
    expect(await cohortRowsNow(gwen, 'london')).toEqual([]);
  });

  test('what was worked out for one tutor is not handed to another, also while it is kept', async () => {
    await monday(ruth, 'london');
    expect(await cohortRowsNow(gwen, 'london')).toEqual([]);
    expect(await cohortRowsNow(formerly, 'london')).toEqual([]);
    const wales = await loadCohortSummariesOf(gwen);
    expect(wales.map(({ cohortId }) => cohortId)).toEqual(['wales']);
    expect(wales.flatMap(({ first }) => first).every(({ traineeId }) => traineeId !== 'tom')).toBe(true);
  });

  test('asks one question of its own, and three that all its pages share until something is written', async () => {
    await anyWrite();
    const cost = await countQueries(async () => {
      await monday(ruth, 'london');
      return currentCount();
    });
    expect(cost).toEqual({ queries: 1, trips: 1 });
  });
});

const loadCohortSummariesOf = (viewer: typeof ruth) => database.read((db) => loadCohortSummaries(db, viewer));

describe('the caseloads of a cohort', () => {
  test('are those of everybody in it, as each history says, and stand until anything is written', async () => {
    const trainees = await database.read((db) => listCohortTrainees(db, ruth, 'london'));
    const histories = await database.read((db) => loadHistories(db, ruth, trainees));
    const found = await cohortCaseloadsNow(ruth, 'london');
    expect(found.map(({ name, reading }) => [name, reading])).toEqual(
      histories.map(({ trainee, reading }) => [trainee.name, reading]),
    );
    expect(found.map(({ steps }) => steps.length)).toEqual(histories.map(({ steps }) => steps.length));
    expect(await cohortCaseloadsNow(ruth, 'london')).toBe(found);
    await anyWrite();
    expect(await cohortCaseloadsNow(ruth, 'london')).not.toBe(found);
  });

  test('are nobody’s who is not the tutor of the cohort now, whatever was kept for its tutor', async () => {
    expect(await cohortCaseloadsNow(ruth, 'london')).toHaveLength(16);
    expect(await cohortCaseloadsNow(gwen, 'london')).toEqual([]);
    expect(await cohortCaseloadsNow(formerly, 'london')).toEqual([]);
  });
});

describe('everybody of a cohort is worked out once', () => {
  test('until anything at all is written', async () => {
    const first = await cohortRowsNow(ruth, 'london');
    expect(await cohortRowsNow(ruth, 'london')).toBe(first);
    await anyWrite();
    const after = await cohortRowsNow(ruth, 'london');
    expect(after).not.toBe(first);
    expect(after).toEqual(first);
  });

  test('and for one day only', async () => {
    const [tom] = (await cohortRowsNow(ruth, 'london')).filter(({ traineeId }) => traineeId === 'tom');
    on(new Date('2026-11-26T10:00:00Z'));
    const [later] = (await cohortRowsNow(ruth, 'london')).filter(({ traineeId }) => traineeId === 'tom');
    on(NOW);
    expect([tom?.facts.today, later?.facts.today]).toEqual(['2026-11-19', '2026-11-26']);
    expect(later?.standing.place.week).toBe((tom?.standing.place.week ?? 0) + 1);
  });

  test('what is written while it is worked out is in the next answer', async () => {
    await anyWrite();
    const pending = cohortRowsNow(ruth, 'london');
    await database.write((tx) => tx.run(`update people set name = 'Tom Hughes-Hart' where id = 'tom'`));
    await pending;
    const names = (await cohortRowsNow(ruth, 'london')).map(({ name }) => name);
    expect(names).toContain('Tom Hughes-Hart');
    await database.write((tx) => tx.run(`update people set name = 'Tom Hughes' where id = 'tom'`));
  });
});

describe('a look that is kept', () => {
  const look = { lookedAt: NOW, signals: ['tom modules-late a'], beforeAt: null, beforeSignals: null };

  test('is read back as it was written, and the next stands in its place', async () => {
    const where = { personId: 'gwen', cohortId: 'wales' };
    await database.write((tx) => upsertLook(tx, { ...where, look }));
    const next = { ...look, lookedAt: new Date('2026-11-19T12:00:00Z'), beforeAt: NOW, beforeSignals: look.signals };
    await database.write((tx) => upsertLook(tx, { ...where, look: next }));
    const desk = await database.read((db) => findCohortDesk(db, gwen, 'wales'));
    expect(desk?.look).toEqual(next);
  });

  test('is of one tutor alone: whoever else has the cohort has a look and views of her own', async () => {
    const also = aViewer('imogen', { roles: ['tutor'], tutorOf: ['wales', 'london'] });
    const desk = await database.read((db) => findCohortDesk(db, also, 'london'));
    expect(desk).toMatchObject({ look: null, savedViews: [] });
    expect((await database.read((db) => findCohortDesk(db, ruth, 'london')))?.savedViews.length).toBeGreaterThan(0);
  });
});
