import { describe, expect, test } from 'vitest';
import { addDays, formatDay } from '#src/domain/calendar.ts';
import { loadContent } from '#src/server/content.ts';
import { servedPortal } from '../../support/servedPortal.ts';

const { modules } = await loadContent(new URL('../../../', import.meta.url));
const { id, reviewBy } = modules.find((module) => module.contentNote !== null)!;
const MODULE = `/modules/${id}`;
const NOTICE = `The facts here were due to be checked again by ${formatDay(reviewBy, { year: true, weekday: false })}.`;
const at = (day: string) => ({ env: { PORTAL_NOW: `${day}T10:00:00Z` } });

describe('a module on its review day', () => {
  const portal = servedPortal(at(reviewBy));
  test('says nothing of it', async () => {
    const { status, text } = await (await portal().signIn('ruth')).get(MODULE);
    expect(status).toBe(200);
    expect(text).not.toContain('were due to be checked again');
  });
});

describe('a module long past its review', () => {
  const portal = servedPortal(at(addDays(reviewBy, 200)));

  test('is still there, and its readers are told', async () => {
    const { status, text } = await (await portal().signIn('ruth')).get(MODULE);
    expect(status).toBe(200);
    expect(text).toContain(NOTICE);
  });
});

describe('the minutes of modules', () => {
  const portal = servedPortal();

  test('are shown to the administrator as said and as measured, and name nobody', async () => {
    const { text } = await (await portal().signIn('harvey')).get('/admin');
    const table = text.slice(text.indexOf('Minutes: said and measured'));
    const rows = [...table.matchAll(/<td[^>]*>(\d+)<\/td>\s*<td[^>]*>(\d+|not yet)<\/td>/g)];
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.map(([, , measured]) => measured).some((measured) => measured !== 'not yet')).toBe(true);
    expect(table).not.toContain('Amara');
  });
});
