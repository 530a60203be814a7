import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lessonWords, sectionParts } from '#src/components/lesson/lessonWords.ts';

const HTML =
  '<lesson-section id="one"><p>First words.</p><lesson-exercise id="a-sort"></lesson-exercise><p>More.</p></lesson-section>\n' +
  '<lesson-section id="two"><p>Others.</p></lesson-section><lesson-check><a href="/x">Check</a></lesson-check>' +
  '<lesson-sources><ol></ol></lesson-sources>';

describe('the words of a module', () => {
  test('come section by section, in the order of the text', () => {
    expect(lessonWords(HTML).sections.map(({ id }) => id)).toEqual(['one', 'two']);
  });

  test('keep the check and the sources apart, which the page puts elsewhere', () => {
    expect(lessonWords(HTML)).toMatchObject({ check: '<a href="/x">Check</a>', sources: '<ol></ol>' });
  });

  test('know their paragraphs, so that passages can be marked in them', () => {
    const [one] = lessonWords(HTML).sections;
    expect(one?.blocks.map(({ letters }) => letters)).toEqual(['firstwords', 'more']);
  });

  test('are cut where an exercise stands', () => {
    expect(sectionParts(lessonWords(HTML).sections[0]?.html ?? '')).toEqual([
      { html: '<p>First words.</p>' },
      { exerciseId: 'a-sort' },
      { html: '<p>More.</p>' },
    ]);
  });

  test('are one piece where there is no exercise', () => {
    expect(sectionParts('<p>Others.</p>')).toEqual([{ html: '<p>Others.</p>' }]);
  });
});

describe('the components that write the words', () => {
  const folder = new URL('../../../src/components/lesson/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.astro'));

  test('are there', () => {
    expect(files.length).toBeGreaterThan(10);
  });

  // What they write is kept and shown to everybody.
  test.each(files)('%s knows nothing of the reader', (file) => {
    const source = readFileSync(new URL(file, folder), 'utf8');
    expect(source).not.toMatch(/locals\.(?!lessonText\b)|Astro\.(?:request|url|cookies|params)|astro:actions|<script/);
    const imported = [...source.matchAll(/from '([^']+)'/g)].map(([, from]) => from);
    expect(
      imported.filter(
        (from) => !/^(?:\.\/lessonText\.ts|#src\/domain\/|#src\/components\/(?:ui|cases)\/)/.test(from ?? ''),
      ),
    ).toEqual([]);
  });
});
