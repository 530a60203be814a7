import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ALLOWED, type Allowances, openAllowances } from '#src/server/allowances.ts';
import { retryAfterSeconds } from '#src/server/throttle.ts';
import type { PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

describe('how often a minute', () => {
  let allowances: Allowances;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    allowances = openAllowances();
  });
  afterEach(() => vi.useRealTimers());

  const useUp = async (what: keyof typeof ALLOWED, personId: string) => {
    for (let use = 0; use < ALLOWED[what].times; use += 1) await allowances.use(what, personId);
  };

  test.each([
    ['search', 600, 'More than 600 searches in a minute. Wait 1 minute and try again. Nothing else is locked.'],
    ['export', 30, 'More than 30 files in a minute. Wait 1 minute and try again. Nothing else is locked.'],
  ] as const)('%s: %i times, and after them how long to wait', async (what, times, words) => {
    expect(ALLOWED[what].times).toBe(times);
    await useUp(what, 'amara');
    vi.advanceTimersByTime(35_000);
    const error = await allowances.use(what, 'amara').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'too_many', message: words });
    expect(retryAfterSeconds(error)).toBe(25);
    vi.advanceTimersByTime(25_001);
    await expect(allowances.use(what, 'amara')).resolves.toBeUndefined();
  });

  test('one person’s searches are not counted for another, nor for her files', async () => {
    await useUp('search', 'amara');
    await expect(allowances.use('search', 'tom')).resolves.toBeUndefined();
    await expect(allowances.use('export', 'amara')).resolves.toBeUndefined();
  });
});

describe('somebody who asks without end', () => {
  const portal = servedPortal();
  const sendAll = async (client: PortalClient, path: string, times: number) => {
    const answers = await Promise.all(Array.from({ length: times }, () => client.get(path)));
    return Map.groupBy(answers, ({ status }) => status);
  };

  test('is answered 600 times, all at once or not, and told to wait; from another browser too, and nobody else is', async () => {
    const tom = await portal().signIn('tom');
    const answers = await sendAll(tom, '/search?q=zebracrossing', 610);
    expect(answers.get(200)).toHaveLength(600);
    expect(answers.get(429)).toHaveLength(10);
    const [refused] = answers.get(429)!;
    expect(Number(refused!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused!.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(refused!.headers.get('cache-control')).toBe('no-store');
    expect(refused!.text).toContain('More than 600 searches in a minute.');
    expect(JSON.stringify(portal().log())).not.toContain('zebracrossing');
    expect((await (await portal().signIn('tom')).get('/search?q=recall')).status).toBe(429);
    expect((await (await portal().signIn('ruth')).get('/search?q=recall')).status).toBe(200);
    for (const path of ['/search', '/search?q=', '/modules/parole-recall', '/notes/export'])
      expect((await tom.get(path)).status, path).toBe(200);
  });

  test('takes thirty files a minute, of either kind', async () => {
    const amara = await portal().signIn('amara');
    const answers = await sendAll(amara, '/notes/export', 16);
    expect(answers.get(200)).toHaveLength(16);
    const more = await sendAll(amara, '/notes/export?as=json', 16);
    expect(more.get(200)).toHaveLength(14);
    expect(more.get(429)).toHaveLength(2);
    expect(more.get(429)![0]!.headers.get('content-disposition')).toBeNull();
    expect(Number(more.get(429)![0]!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await amara.get('/notes')).status).toBe(200);
  });

  test('somebody who may not have the file is told so, not counted', async () => {
    const ruth = await portal().signIn('ruth');
    for (let time = 0; time < 32; time += 1) expect((await ruth.get('/notes/export')).status).toBe(403);
  });
});
