import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from '../support/journey.ts';
import { startPortal } from '../support/portalServer.ts';
import { PAGES } from './everyPage.ts';
import { type Loaded, loadedBy, shiftOn } from './weight.ts';

const MOST = { pageBytes: 100 * 1024, scriptBytes: 25 * 1024, queries: 8, trips: 5 };
const sum = (files: readonly Loaded[]) => files.reduce((total, { bytes }) => total + bytes, 0);

for (const [path, who] of [
  ['/modules/parole-recall', 'amara'],
  ['/modules/parole-release-test', 'amara'],
  ['/', 'amara'],
  ['/portfolio/evidence/amara-evidence-4', 'amara'],
  ['/assess/amara-evidence-3-1', 'daniel'],
] as const) {
  test(
    `${path} weighs at most 100 kB on a first visit, at most 25 kB of it script, and nothing in it jumps`,
    { tag: '@phone' },
    async ({ page, signInAs }) => {
      await signInAs(who);
      const files = await loadedBy(page, path);
      expect(files.map(({ type }) => type)).toEqual(expect.arrayContaining(['Document', 'Stylesheet']));
      expect(sum(files)).toBeLessThanOrEqual(MOST.pageBytes);
      expect(sum(files.filter(({ type }) => type === 'Script'))).toBeLessThanOrEqual(MOST.scriptBytes);
      expect(
        files.filter(({ isCompressed, bytes }) => !isCompressed && bytes > 2048),
        'everything of any size is compressed',
      ).toEqual([]);
      const hashed = files.filter(({ url }) => url.includes('/_astro/'));
      expect(hashed.length).toBeGreaterThan(0);
      for (const { url, cacheControl } of hashed) expect(cacheControl, url).toBe('public, max-age=31536000, immutable');
      expect(await shiftOn(page)).toBe(0);
    },
  );
}

test('no page asks the database more than eight questions in five round trips, and as many with 200 trainees as with 25', async () => {
  test.setTimeout(120_000);
  const [small, large] = [await costs(25), await costs(200)];
  expect([...small.keys()].length).toBeGreaterThan(40);
  const tooMany = [...small].filter(([, { queries, trips }]) => queries > MOST.queries || trips > MOST.trips);
  expect(tooMany).toEqual([]);
  // Not the trips: two chains of questions share one where they happen to be as far as each other.
  const asked = (found: ReadonlyMap<string, Cost>) => new Map([...found].map(([page, { queries }]) => [page, queries]));
  expect(Object.fromEntries(asked(large))).toEqual(Object.fromEntries(asked(small)));
  expect([...large.values()].filter(({ trips }) => trips > MOST.trips)).toEqual([]);
});

interface Cost {
  readonly queries: number;
  readonly trips: number;
}

/** What each page of each person costs, from the portal's own log. */
async function costs(trainees: number): Promise<Map<string, Cost>> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-budget-'));
  const database = join(folder, 'demo.db');
  const env = {
    DATABASE_URL: pathToFileURL(database).href,
    KEYS_DIR: join(folder, 'keys'),
    ANCHORS_DIR: join(folder, 'anchors'),
  };
  const script = fileURLToPath(new URL('../../scripts/demo.ts', import.meta.url));
  execFileSync(process.execPath, [script, '--trainees', String(trainees), '--database', database], {
    env: { ...process.env, ...env },
  });
  const portal = await startPortal({ env });
  try {
    const answers = new Map<string, string>();
    for (const [who, sights] of Map.groupBy(PAGES, (sight) => sight.who)) {
      const client = who ? await portal.signIn(who) : portal.visitor();
      for (const { path, status } of sights) {
        const answer = await client.get(path);
        expect(answer.status, path).toBe(status);
        answers.set(answer.headers.get('x-request-id') ?? '', `${who ?? 'a visitor'} ${path}`);
      }
    }
    await expect.poll(() => costOf(portal.log(), answers).size).toBe(answers.size);
    return costOf(portal.log(), answers);
  } finally {
    await portal.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function costOf(log: readonly Record<string, unknown>[], answers: ReadonlyMap<string, string>): Map<string, Cost> {
  const lines = log.filter(({ id, queries }) => answers.has(String(id)) && queries !== undefined);
  return new Map(
    lines.map(({ id, queries, trips }) => [
      answers.get(String(id)) ?? '',
      { queries: Number(queries), trips: Number(trips) },
    ]),
  );
}
