import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { countAsOne, countPlaywright, countVitest } from '../../../scripts/test/count.mjs';
import { chooseGroups } from '../../../scripts/test/groups.mjs';
import { lastLine, printGroup, sumUp } from '../../../scripts/test/report.mjs';
import { runGroups } from '../../../scripts/test/schedule.mjs';

let reports = '';
beforeEach(() => {
  reports = mkdtempSync(join(tmpdir(), 'test-run-'));
});
afterEach(() => rmSync(reports, { recursive: true }));

const writeReport = (report: unknown) => {
  const file = join(reports, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
};
const counts = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };

describe('what is counted', () => {
  test('a file of tests that could not even be loaded counts as failed', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(countVitest(writeReport({ ...counts, testResults }))).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  test('a failed test is counted once, and not once more for its file', () => {
    const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }];
    expect(countVitest(writeReport({ ...counts, numFailedTests: 1, testResults })).failed).toBe(1);
  });

  test('a journey that passes only at the second try, and an error outside any journey, count as failed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright(writeReport({ stats, errors: [{}] }))).toEqual({ passed: 5, failed: 3, skipped: 2 });
  });

  test.each([
    ['nothing skipped', { passed: 12, failed: 0, skipped: 0 }, '12 passed, 0 failed'],
    ['something skipped', { passed: 12, failed: 1, skipped: 2 }, '12 passed, 1 failed, 2 skipped'],
  ])('the last line, with %s', (_story, total, line) => {
    expect(lastLine(total)).toBe(line);
  });

  test('what is skipped counts as failed where nothing may be skipped, and is said', () => {
    const say = vi.spyOn(console, 'log').mockImplementation(() => {});
    const result = { name: 'unit', seconds: 1, passed: 3, failed: 0, skipped: 2, output: '' };
    expect(sumUp([result, result], { ci: true })).toEqual({ passed: 6, failed: 4, skipped: 0 });
    expect(sumUp([result, result], { ci: false })).toEqual({ passed: 6, failed: 0, skipped: 4 });
    expect(say).toHaveBeenCalledOnce();
  });

  test('a group that failed says everything, one that passed is one line', () => {
    const say = vi.spyOn(console, 'log').mockImplementation(() => {});
    printGroup({ name: 'lint', seconds: 2.34, passed: 1, failed: 0, skipped: 0, output: 'all the details' });
    expect(say.mock.calls).toEqual([['lint            2.3 s   1 passed']]);
    printGroup({ name: 'lint', seconds: 2.34, passed: 0, failed: 1, skipped: 0, output: 'all the details' });
    expect(say.mock.calls.flat().join('\n')).toContain('all the details');
  });
});

/** A group that runs this piece of JavaScript. */
const group = (name: string, script: string, more = {}) => ({
  name,
  count: countAsOne,
  command: () => ['-e', script],
  ...more,
});

async function run(groups: ReturnType<typeof group>[], missing = {}) {
  const context = { root: reports, reports, runtime: process.execPath, env: { variables: process.env, missing } };
  const told: string[] = [];
  const results = await runGroups(groups, context, ({ name }: { name: string }) => told.push(name));
  return { told, byName: Object.fromEntries(results.map((result: { name: string }) => [result.name, result])) };
}

describe('the order of the groups', () => {
  test('a group starts after those it waits for, and one that runs alone comes last', async () => {
    const groups = [
      group('journeys', '', { after: ['build'], alone: true }),
      group('unit', ''),
      group('build', '', { after: ['unit'] }),
    ];
    expect((await run(groups)).told).toEqual(['unit', 'build', 'journeys']);
  });

  test('a group whose need failed is not run and counts as failed', async () => {
    const { byName } = await run([
      group('build', 'process.exit(3)'),
      group('journeys', '', { after: ['build'], must: ['build'] }),
    ]);
    expect(byName).toMatchObject({
      build: { failed: 1 },
      journeys: { failed: 1, why: 'not run, because build failed' },
    });
  });

  test('without a browser the journeys fail, without Java they run', async () => {
    const missing = { browser: { why: 'no browser', fatal: true }, java: { why: 'no Java', fatal: false } };
    const groups = [group('journeys', '', { needs: ['browser'] }), group('pages', '', { needs: ['java'] })];
    expect((await run(groups, missing)).byName).toMatchObject({
      journeys: { failed: 1, why: 'no browser' },
      pages: { passed: 1 },
    });
  });

  test('a group that leaves no report, and one that crashes after its tests passed, count as failed', async () => {
    const passed = { count: () => ({ passed: 4, failed: 0, skipped: 0 }) };
    const { byName } = await run([
      group('unit', '', { count: countVitest }),
      group('security', 'process.abort()', passed),
    ]);
    expect(byName).toMatchObject({ unit: { passed: 0, failed: 1 }, security: { passed: 4, failed: 1 } });
  });

  test('a group asked for by name brings the one it cannot do without, and a wrong name is refused', () => {
    expect(chooseGroups(['journeys']).map(({ name }: { name: string }) => name)).toEqual(['build', 'journeys']);
    expect(() => chooseGroups(['units'])).toThrow('There is no group "units". The groups are: build,');
  });
});
