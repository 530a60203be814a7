import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { expect, test } from '../support/journey.ts';
import { openPortalClient, type PortalClient } from '../support/portalClient.ts';
import { PAGES, PROBLEMS } from './everyPage.ts';
import type { Sight } from './sight.ts';

const VALIDATOR = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

test('the HTML validator finds no error on any page, error or refusal of any role', async () => {
  test.skip(!process.env['VNU'], 'HTML validator not run: no Java runtime');
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'portal-html-'));
  try {
    const names = await keepAll(folder, [...PAGES, ...PROBLEMS]);
    expect(names.size).toBe(PAGES.length + PROBLEMS.length);
    const { stdout, status } = spawnSync(
      'java',
      ['-jar', VALIDATOR, '--errors-only', '--stdout', '--format', 'gnu', folder],
      { encoding: 'utf8' },
    );
    expect(withPaths(stdout, names)).not.toContain('error');
    expect(status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Writes the HTML of each sight into a file; gives back file name -> whose page it was. */
async function keepAll(folder: string, sights: readonly Sight[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const [who, own] of Map.groupBy(sights, (sight) => sight.who)) {
    const client = openPortalClient(process.env['PORTAL_TEST_URL'] ?? '');
    if (who) await client.signIn(who);
    for (const sight of own) {
      const name = `${names.size}.html`;
      writeFileSync(join(folder, name), await htmlOf(client, sight));
      names.set(name, `${who ?? 'visitor'} ${sight.send?.action ?? sight.path}`);
    }
  }
  return names;
}

async function htmlOf(client: PortalClient, { path, status, send }: Sight): Promise<string> {
  const answer = send ? await client.post(send.action, send.fields) : await client.get(path);
  expect(answer.status, send?.action ?? path).toBe(status);
  expect(answer.headers.get('content-type'), path).toContain('text/html');
  return answer.text;
}

const withPaths = (report: string, names: ReadonlyMap<string, string>) =>
  report.replaceAll(/"?file:[^"]*?\/(\d+\.html)"?/g, (_whole, name: string) => names.get(name) ?? name);
