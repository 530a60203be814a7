import { expect, test } from 'vitest';
import { addMark, inserter } from '../support/demoRecords.ts';
import { servedPortal } from '../support/servedPortal.ts';

const BAD = `xss"'></textarea><script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)>`;
const portal = servedPortal({
  prepare: (database) => addMark(inserter(database), { id: 'bad', traineeId: 'amara', quote: BAD, note: BAD }),
});

test.each(['/notes/export', '/notes/export?as=json', '/notes/export?as=%3Cscript%3E'])(
  'a file of her own words is kept and never read as a page: %s',
  async (address) => {
    const amara = await portal().signIn('amara');
    const { status, headers, text } = await amara.get(address);
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="notes-[\d-]+\.(md|json)"$/);
    expect(headers.get('content-type')).toMatch(/^(text\/markdown|application\/json); charset=utf-8$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).toContain('xss');
    expect(text).not.toMatch(/(?<!\\)<(?:\/?textarea|\/?script|img|svg)/);
  },
);
