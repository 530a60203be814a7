import { beforeAll, describe, expect, test } from 'vitest';
import { loadContent } from '#src/server/content.ts';
import type { PortalClient } from '../support/portalClient.ts';
import { addNewcomers, NEWCOMERS } from '../support/newcomers.ts';
import { servedPortal } from '../support/servedPortal.ts';

const { modules } = await loadContent(new URL('../../', import.meta.url));
const NOTED = modules.filter(({ contentNote }) => contentNote !== null).map(({ id }) => id);
// She has opened nothing yet.
const { id: ROBIN } = NEWCOMERS['standard-15'];
const portal = servedPortal({ prepare: addNewcomers });
const [moduleId = ''] = NOTED;
const BEGIN = `/modules/${moduleId}?begin=yes`;
const openings = () =>
  portal().rows('select * from module_openings where trainee_id = ? and module_id = ?', ROBIN, moduleId);

let robin: PortalClient;
beforeAll(async () => {
  robin = await portal().signIn(ROBIN);
});

describe('the page before a distressing module', () => {
  test.each([
    [
      'a link on another site',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    ],
    ['a link on another site of the same owner', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate' }],
    [
      'a picture on another site',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
    ],
    ['a browser that loads ahead', { 'sec-fetch-site': 'same-origin', 'sec-purpose': 'prefetch' }],
  ])('is not skipped, and nothing is noted, by %s', async (_how, headers) => {
    const { status, text } = await robin.get(BEGIN, headers);
    expect(status).toBe(200);
    expect(text).toContain('Go on to the module');
    expect(openings()).toEqual([]);
  });

  test('nor by somebody who only asks for the headers', async () => {
    expect((await robin.send(BEGIN, { method: 'HEAD' })).status).toBe(200);
    expect(openings()).toEqual([]);
  });

  test.each(['ruth', 'harvey'])('for %s, who is no trainee, its address notes nothing', async (person) => {
    const before = portal().rows('select * from module_openings');
    expect((await (await portal().signIn(person)).get(BEGIN)).status).toBe(200);
    expect(portal().rows('select * from module_openings')).toEqual(before);
  });

  test('lets her on by its own link, and then asks no more', async () => {
    const { status, location } = await robin.get(BEGIN, { 'sec-fetch-site': 'same-origin' });
    expect(status).toBe(303);
    expect(location).toBe(`/modules/${moduleId}`);
    expect(openings()).toHaveLength(1);
    expect((await robin.get(`/modules/${moduleId}`)).text).not.toContain('Go on to the module');
  });
});
