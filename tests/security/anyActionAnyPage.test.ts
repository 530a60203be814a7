import type { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COLUMNS } from './access/cast.ts';
import { type Footprint, openFootprint } from './access/footprint.ts';
import { listActions } from './access/inventory.ts';
import { REACHES } from './access/reach.ts';
import { furnishWorld } from './access/world.ts';
import { servedPortal } from '../support/servedPortal.ts';

const portal = servedPortal({ prepare: (database: DatabaseSync) => furnishWorld(database) });
/** For whoever has a password, or the link of a host or a witness: they are not asked who they are. */
const FOR_VISITORS = [
  'accounts.signIn',
  'accounts.signInBeside',
  'passwords.askReset',
  'passwords.setByLink',
  'placementHost.answer',
  'witness.answer',
];
/** Everybody's own: her account, and what she has seen. */
const FOR_EVERYBODY = ['accounts.', 'passwords.change', 'matters.acknowledge', 'notices.'];
/** What an administrator writes herself. */
const ADMINISTERS = [
  'cohortCover.',
  'cohorts.',
  'cohortTemplates.',
  'programme.',
  'handOver.',
  'invitations.',
  'notices.sendAgain',
  'imports.',
  'people.',
  'office.',
  'qualification.',
  'retention.',
  'placementOffers.make',
  'placementOffers.withdraw',
  'placementOffers.giveOut',
  'weekPatterns.',
];
const actions = listActions()
  .map(({ name }) => name)
  .filter((name) => !FOR_VISITORS.includes(name));
const PUBLIC = [
  '/privacy',
  '/accessibility',
  '/health',
  '/sign-in',
  '/sign-out',
  '/404',
  '/500',
  '/nothing-here',
  '/favicon.svg',
];
const OPEN_TO_ALL_ROLES = ['/', '/modules', '/modules/parole-recall', '/modules/parole-release-test/check', '/account'];

let footprint: Footprint;
beforeAll(() => {
  footprint = openFootprint(portal().databasePath);
});
afterAll(() => footprint.close());

const fieldsFor = (action: string) =>
  REACHES[action]!.input({
    portal: portal(),
    column: COLUMNS.find(({ name }) => name === 'trainee own')!,
    way: 'own page',
  });

describe('an action asks who is calling, whatever page it is sent to', () => {
  test.each(PUBLIC)('nobody who is not signed in does anything through %s', async (page) => {
    const before = footprint.now();
    for (const action of actions) {
      const { status, text } = await portal().visitor().post(`${page}?_action=${action}`, fieldsFor(action));
      expect(status, `${action} on ${page}`).toBeLessThan(500);
      expect(status === 200 && !text.includes('Sign in'), `${action} on ${page} answered 200`).toBe(false);
    }
    expect(footprint.now()).toBe(before);
  });

  test('an administrator does none of the work of the others through pages that are open to her', async () => {
    const harvey = await portal().signIn('harvey');
    const before = footprint.now();
    for (const action of actions.filter(
      (name) => ![...FOR_EVERYBODY, ...ADMINISTERS].some((own) => name.startsWith(own)),
    )) {
      for (const page of OPEN_TO_ALL_ROLES) {
        const { status } = await harvey.post(`${page}?_action=${action}`, fieldsFor(action));
        expect([403, 415], `${action} on ${page}`).toContain(status);
      }
    }
    expect(footprint.now()).toBe(before);
  });

  test('opening an address with the name of an action does nothing', async () => {
    const daniel = await portal().signIn('daniel');
    await daniel.get('/');
    const before = footprint.now();
    for (const action of actions) {
      const query = new URLSearchParams({ _action: action, ...(fieldsFor(action) as Record<string, string>) });
      expect((await daniel.get(`/account?${query}`)).status, action).toBe(200);
      expect((await daniel.get(`/_actions/${action}?${query}`)).status, action).toBe(404);
    }
    expect(footprint.now()).toBe(before);
  });
});

describe('a name that is no action', () => {
  const NAMES = [
    'accounts',
    'assess',
    'nothing',
    'signing.sign.run',
    'assess.constructor',
    '__proto__',
    'constructor',
    'assess.__proto__',
    'toString',
    'assess.toString',
    'assess.',
    '.sign',
    '%25',
    '%E0%A4%A',
    'signing%2esign',
    'long'.repeat(200),
    '%F0%9F%98%80',
  ];

  test.each(NAMES)('%.30s: 4xx, never a fault', async (name) => {
    const daniel = await portal().signIn('daniel');
    const before = footprint.now();
    const answers = [
      await daniel.post(`/account?_action=${name}`, { submissionId: 'x' }),
      await daniel.post(`/_actions/${name}`, { submissionId: 'x' }),
      await daniel.call(name, { submissionId: 'x' }),
    ];
    for (const { status } of answers) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
    expect(footprint.now()).toBe(before);
  });
});
