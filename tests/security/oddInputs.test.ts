import fc from 'fast-check';
import type { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COLLEAGUES, NAMED_PEOPLE } from '#db/demo/people.ts';
import type { Answer, PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { COLUMNS, type Column } from './access/cast.ts';
import { listActions, listPageFiles } from './access/inventory.ts';
import { REACHES } from './access/reach.ts';
import { furnishWorld } from './access/world.ts';
import { oddForm, oddJson, oddPart, oddText } from './oddInputs.ts';

/** Another seed, or more tries: FUZZ_SEED=7 FUZZ_RUNS=20 npm test -- security. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20261121);
const times = Number(process.env['FUZZ_RUNS'] ?? 1);
const RUNS_AN_ACTION = 24 * times;
const RUNS_A_PAGE = 10 * times;

const portal = servedPortal({ prepare: (database: DatabaseSync) => furnishWorld(database) });
const clients = new Map<string, PortalClient>();
const tries = { count: 0 };

beforeAll(async () => {
  for (const person of ['amara', 'ruth', 'daniel', 'joan', 'kerry', 'venetia', 'harvey', 'edith', 'tom', 'salma'])
    clients.set(person, await portal().signIn(person));
});
afterAll(() => process.stdout.write(`Odd inputs: ${tries.count} tries, seed ${seed}.\n`));

/** Who gets past the policy with an action, so that what is odd reaches all of it. */
const WORKERS: Readonly<Record<string, string>> = {
  assess: 'assessor mine',
  assessmentPlan: 'assessor mine',
  caseload: 'manager mine',
  'caseload.object': 'trainee own',
  'caseload.rename': 'trainee own',
  cohortCover: 'admin',
  cohorts: 'admin',
  cohortTemplates: 'admin',
  programme: 'admin',
  contacts: 'tutor mine',
  'messages.send': 'tutor mine',
  handOver: 'admin',
  invitations: 'admin',
  office: 'admin',
  peerRota: 'tutor mine',
  placementOffers: 'admin',
  'placementOffers.wish': 'trainee own',
  'placementOffers.takeBack': 'trainee own',
  // Her password may well become another, and she does nothing else here.
  'passwords.change': 'manager other',
  'placements.agree': 'tutor mine',
  qualification: 'admin',
  quality: 'verifier sample',
  'quality.judge': 'assessor mine',
  'readiness.agree': 'manager mine',
  records: 'assessor mine',
  'records.sendBack': 'trainee own',
  'records.sign': 'trainee own',
  retention: 'admin',
  signing: 'assessor mine',
  'signing.countersign': 'assessor other',
  supervision: 'tutor mine',
  weekPatterns: 'admin',
  'witness.check': 'assessor mine',
};
function workerOf(action: string): Column {
  const name = WORKERS[action] ?? WORKERS[action.split('.')[0] ?? ''] ?? 'trainee own';
  return COLUMNS.find((column) => column.name === name)!;
}

const INSIDES =
  /SQLITE|drizzle|libsql|node_modules|\bat \S+ \(|insert into|file:\/\/|ZodError|TypeError|\[object Object\]/;

/** What is wrong with an answer, or null: a fault, a page without a type, or the insides of the portal. */
function wrong({ status, headers, text }: Answer, sent: string): string | null {
  tries.count += 1;
  if (status >= 500) return `${status} ${text.slice(0, 200)}`;
  if (status !== 204 && status !== 303 && !headers.get('content-type')) return `${status} without a content type`;
  const shown = INSIDES.exec(text)?.[0];
  return shown && !sent.includes(shown) ? `shows "${shown}"` : null;
}

interface ActionUnderTest {
  readonly name: string;
  readonly fields: readonly string[];
}

function fieldsOf(action: string, input: unknown): string[] {
  const properties = Object.keys((input as { properties?: object } | null)?.properties ?? {});
  const column = workerOf(action);
  return [
    ...new Set([
      ...properties,
      ...Object.keys(REACHES[action]?.input({ portal: portal(), column, way: 'called' }) ?? {}),
    ]),
  ];
}

async function tryForm({ name }: ActionUnderTest, pairs: readonly [string, string][]): Promise<string | null> {
  const column = workerOf(name);
  const client = clients.get(column.viewerId ?? '')!;
  const form = new FormData();
  for (const [key, value] of pairs) form.append(key, value);
  const page = REACHES[name]?.page({ portal: portal(), column, way: 'called' }) ?? '/account';
  const headers = { origin: portal().url };
  const sent = JSON.stringify(pairs);
  const urlencoded = await client.send(`${page}?_action=${name}`, {
    method: 'POST',
    body: new URLSearchParams([...pairs]),
    headers,
  });
  const called = await client.call(name, form);
  return wrong(urlencoded, sent) ?? wrong(called, sent);
}

async function tryJson({ name }: ActionUnderTest, body: string): Promise<string | null> {
  const client = clients.get(workerOf(name).viewerId ?? '')!;
  const answer = await client.send(`/_actions/${name}`, {
    method: 'POST',
    body,
    headers: { origin: portal().url, 'content-type': 'application/json' },
  });
  return wrong(answer, body);
}

/** Password checks take their time on purpose, and some end the session they are sent from. */
const FEWER = new Set([
  'accounts.signIn',
  'accounts.signInBeside',
  'signing.sign',
  'signing.countersign',
  'exports.ask',
  'handOver.confirm',
  'invitations.send',
  'passwords.change',
  'qualification.bringIn',
  'quality.unlock',
  'quality.verify',
  'records.finish',
  'records.sign',
  'retention.apply',
  'accounts.signOutEverywhere',
  'accounts.endSession',
]);
const runsOf = (name: string) => (FEWER.has(name) ? Math.ceil(RUNS_AN_ACTION / 4) : RUNS_AN_ACTION);

async function signAgain(name: string): Promise<void> {
  const person = workerOf(name).viewerId ?? '';
  const client = clients.get(person);
  if ((await client?.get('/account'))?.status !== 200) clients.set(person, await portal().signIn(person));
}

describe('odd input is refused or kept as text, and never a fault', () => {
  // Wrong passwords come last: after enough of them nobody at this address can sign in for a while.
  const order = (name: string) => (name.startsWith('accounts.signIn') ? 2 : Number(FEWER.has(name)));
  const actions = listActions().toSorted((a, b) => order(a.name) - order(b.name));

  test.each(actions.map((action) => [action.name, action] as const))(
    '%s',
    { timeout: 120_000 * times },
    async (name, { input }) => {
      const action = { name, fields: fieldsOf(name, input) };
      await signAgain(name);
      const inputs = fc.tuple(oddForm(action.fields), oddJson(action.fields));
      await fc.assert(
        fc.asyncProperty(inputs, async ([alter, json]) => {
          const right = REACHES[name]!.input({ portal: portal(), column: workerOf(name), way: 'called' });
          expect(await tryForm(action, alter(right))).toBeNull();
          expect(await tryJson(action, json)).toBeNull();
        }),
        { numRuns: runsOf(name), seed },
      );
    },
  );

  const pages = listPageFiles().filter(({ pattern }) => pattern !== '/sign-out');
  test.each(pages.map(({ pattern }) => pattern))('GET %s', { timeout: 120_000 * times }, async (pattern) => {
    const people = [portal().visitor(), ...clients.values()];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...people), oddPart, oddText, oddPart, async (client, part, name, value) => {
        const address = pattern.replace(/\[\w+\]/, () => part);
        const query = `${encodeURIComponent(name.toWellFormed())}=${value}&tier=${value}&section=${value}&sort=${value}&to=${value}`;
        expect(wrong(await client.get(address), part)).toBeNull();
        expect(wrong(await client.get(`${address}?${query}`), query)).toBeNull();
      }),
      { numRuns: RUNS_A_PAGE, seed },
    );
  });
});

describe('afterwards', () => {
  test('the portal is well, and its log tells of no fault', async () => {
    expect((await portal().visitor().get('/health')).text).toBe('{"status":"ok"}');
    expect(
      portal()
        .log()
        .filter(({ level }) => level === 'error' || level === 'fatal'),
    ).toEqual([]);
  });

  test('nothing that cannot be kept was kept: no NUL, and no half of a character', () => {
    const texts = portal().rows(
      'select title || text as t from evidence_items union all select text from reflections union all select place || host_contact || look_for from placements union all select comment from assessments union all select reference from cases',
    );
    expect(texts.length).toBeGreaterThan(100);
    expect(
      texts.filter(
        ({ t }) => !String(t).isWellFormed() || String(t).includes('\u0000') || String(t).includes('\ufffd'),
      ),
    ).toEqual([]);
  });

  test('everybody is still who she was', () => {
    expect(
      portal().rows(
        `select id from people where id in (select value from json_each(?)) and (email <> id || '@pqip.example' or disabled_at is not null)`,
        JSON.stringify([...NAMED_PEOPLE, ...COLLEAGUES].map(({ id }) => id)),
      ),
    ).toEqual([]);
    expect(portal().rows('pragma foreign_key_check')).toEqual([]);
  });
});
