import { expect, test } from 'vitest';
import type { Notes } from '#src/domain/marks/notes.ts';
import { notesAsMarkdown } from '#src/domain/marks/notesFile.ts';
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

/** The file of one bookmark with this note. */
function fileOf(note: string): string {
  const place = { id: 'm', moduleId: 'recall', moduleTitle: 'Recall', sectionId: 'one', sectionTitle: 'One' } as const;
  const entry = { ...place, quote: '', note, markedAt: new Date(0), state: 'stands' as const };
  return notesAsMarkdown({ bookmarks: [entry], strands: [], reflections: [] } satisfies Notes);
}

test.each([0, 1, 2, 3, 8])('%i backslashes of her own before a tag do not free it', (count) => {
  const [, slashes = ''] = /(\\*)<script>/.exec(fileOf(`${'\\'.repeat(count)}<script>alert(1)</script>`)) ?? [];
  // Each two of them are one backslash to a reader of Markdown; the last one is what makes the sign a sign.
  expect(slashes).toHaveLength(2 * count + 1);
});

test('a note of nothing but backslashes takes no time', () => {
  const note = '\\'.repeat(400_000);
  const began = performance.now();
  expect(fileOf(note)).toContain(note);
  expect(performance.now() - began).toBeLessThan(1000);
});
