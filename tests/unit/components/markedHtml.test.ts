import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlBlocks } from '#src/components/lesson/htmlBlocks.ts';
import { markableHtml, markedHtml as markedIn, type MarkToShow } from '#src/components/lesson/markedHtml.ts';
import { lettersOf } from '#src/domain/marks/letters.ts';

const markedHtml = (html: string, marks: readonly MarkToShow[]) => markedIn(markableHtml(html), marks);

/** A mark on these words of a block. */
function mark(id: string, block: string, words: string, nth = 0): MarkToShow {
  const { letters } = lettersOf(block);
  const start = letters.indexOf(lettersOf(words).letters);
  const end = start + lettersOf(words).letters.length;
  return { id, number: 1, passage: { sectionId: 's', block: letters, nth, start, end, position: 0 } };
}

/** The same HTML without marks: what `markedHtml` was given. */
const unmarkedHtml = (html: string) =>
  html.replace(/<\/?mark\b[^>]*>|<sup class="lesson-mark-link"[\s\S]*?<\/sup>/g, '');

/** Each `<mark>` of a mark with the text in it, links to notes left out. */
function marked(html: string): string[] {
  const plain = html.replace(/<sup class="lesson-mark-link"[\s\S]*?<\/sup>/g, '');
  return [...plain.matchAll(/<mark[^>]*>([^<]*)<\/mark>/g)].map(([, text = '']) => text);
}

describe('a passage is marked in the HTML', () => {
  test('with the mark’s id, and a link to the note behind it', () => {
    const html = markedHtml('<p>Find out, then decide.</p>', [mark('m1', 'Find out, then decide.', 'then decide')]);
    expect(html).toBe(
      '<p>Find out, <mark class="lesson-mark" id="mark-m1">then decide.</mark><sup class="lesson-mark-link" data-added>' +
        '<a href="#note-m1"><span class="govuk-visually-hidden">Your note </span>1</a></sup></p>',
    );
  });

  test.each([
    ['across bold words', '<p>One <strong>two</strong> three.</p>', 'One two three.', 'one two', ['One ', 'two']],
    ['within a link', '<p>See <a href="#x">source 2</a> now.</p>', 'See source 2 now.', 'source 2', ['source 2']],
    ['past entities', '<p>Mercy &amp; law &#39;now&#39;</p>', 'Mercy & law ’now’', 'Mercy & law', ['Mercy &amp; law']],
    [
      'past what the page adds',
      '<p><dfn>MAPPA</dfn><span data-added> (a forum)</span> level 2</p>',
      'MAPPA level 2',
      'MAPPA level 2',
      ['MAPPA', ' level 2'],
    ],
    [
      'in a list item above another list',
      '<ul><li>One two<ul><li>three</li></ul></li></ul>',
      'One two',
      'two',
      ['two'],
    ],
    ['in the second of two paragraphs alike', '<p>Ask.</p><p>Ask.</p>', 'Ask.', 'Ask', ['Ask.']],
  ])('%s', (what, html, block, words, expected) => {
    const nth = what.startsWith('in the second') ? 1 : 0;
    const result = markedHtml(html, [mark('m1', block, words, nth)]);
    expect(marked(result)).toEqual(expected);
    expect(unmarkedHtml(result)).toBe(html);
    if (nth === 1) expect(result.startsWith('<p>Ask.</p>')).toBe(true);
  });

  test('and the link to the note never stands within another link', () => {
    const result = markedHtml('<p><a href="#x">source 2</a> now</p>', [mark('m1', 'source 2 now', 'source')]);
    expect(result).toMatch(/<\/mark> 2<\/a><sup class="lesson-mark-link"/);
  });

  test('not in a form, a script, an island or a block that only looks alike', () => {
    const html =
      '<form><p>Ask.</p></form><script>"<p>Ask.</p>"</script><astro-island><p>Ask.</p></astro-island><p>Ask. Now.</p>';
    expect(markedHtml(html, [mark('m1', 'Ask.', 'Ask')])).toBe(html);
  });

  test('overlapping ones each keep their own words', () => {
    const block = 'one two three four';
    const result = markedHtml(`<p>${block}</p>`, [
      mark('a', block, 'one two three'),
      mark('b', block, 'two three four'),
    ]);
    expect(result.match(/id="mark-a"/g)).toHaveLength(1);
    expect(result.match(/id="mark-b"/g)).toHaveLength(1);
    expect(result.replace(/<sup[\s\S]*?<\/sup>/g, '')).toBe(
      '<p><mark class="lesson-mark" id="mark-a">one </mark><mark class="lesson-mark"><mark class="lesson-mark" id="mark-b">two three</mark></mark><mark class="lesson-mark"> four</mark></p>',
    );
  });
});

/** HTML as a lesson brings it, made up: blocks of words, inline tags, entities, forms and broken pieces among them. */
const word = fc.constantFrom(
  'risk',
  'harm',
  'don’t',
  'Ask.',
  '2026',
  'é',
  '“now”',
  '&amp;',
  '&#39;',
  '&lt;b&gt;',
  '—',
  '<br>',
  '<!-- x > -->',
);
const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
const inline = fc
  .array(fc.tuple(fc.constantFrom('', 'strong', 'em', 'a', 'span data-added', 'code'), line), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) =>
    parts.map(([tag, text]) => (tag === '' ? text : `<${tag}>${text}</${tag.split(' ')[0] ?? ''}>`)).join(' '),
  );
const blocks = fc
  .array(fc.tuple(fc.constantFrom('p', 'li', 'h3', 'td', 'form', 'script'), inline), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.map(([tag, text]) => `<${tag} title="a > b">${text}</${tag}>`).join('\n'));

/** Marks anywhere in the blocks of some HTML. */
const marksIn = (html: string) => {
  const found = htmlBlocks(html);
  const one = fc.tuple(fc.nat(), fc.nat(), fc.nat()).map(([which, first, second]): MarkToShow[] => {
    const block = found[which % Math.max(1, found.length)];
    if (!block) return [];
    const [start = 0, last = 0] = [first % block.letters.length, second % block.letters.length].sort((x, y) => x - y);
    const nth = found.slice(0, found.indexOf(block)).filter(({ letters }) => letters === block.letters).length;
    const passage = { sectionId: 's', block: block.letters, nth, start, end: last + 1, position: 0 };
    return [{ id: `m${String(which)}-${String(start)}`, number: 1, passage }];
  });
  return fc.array(one, { maxLength: 5 }).map((all) => all.flat());
};

const htmlWithMarks = blocks.chain((html) => marksIn(html).map((marks) => ({ html, marks })));

/** Names of tags in the order they open and close; null where one closes out of turn. */
function nesting(html: string): string[] | null {
  const open: string[] = [];
  for (const [, slash, name = ''] of html
    .replace(/<!--.*?-->/g, '')
    .matchAll(/<(\/?)([a-z0-9]+)(?:"[^"]*"|[^">])*>/g)) {
    if (name === 'br') continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return null;
  }
  return open;
}

describe('whatever is marked', () => {
  test('taking the marks away gives back exactly what was there', () => {
    fc.assert(
      fc.property(htmlWithMarks, ({ html, marks }) => {
        expect(unmarkedHtml(markedHtml(html, marks))).toBe(html);
      }),
      { numRuns: 400 },
    );
  });

  test('tags still close in turn', () => {
    fc.assert(
      fc.property(htmlWithMarks, ({ html, marks }) => {
        expect(nesting(markedHtml(html, marks))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('the marks hold the letters of the passage, and no others', () => {
    const single = htmlWithMarks.map(({ html, marks }) => ({ html, marks: marks.slice(0, 1) }));
    fc.assert(
      fc.property(single, ({ html, marks }) => {
        const [only] = marks;
        fc.pre(only !== undefined);
        const text = htmlBlocks(`<p>${marked(markedHtml(html, marks)).join('')}</p>`);
        expect(text.map(({ letters }) => letters).join('')).toBe(
          only.passage.block.slice(only.passage.start, only.passage.end),
        );
      }),
      { numRuns: 400 },
    );
  });

  test('broken HTML is no harm', () => {
    const odd = fc.array(
      fc.constantFrom('<', '>', '</', 'p', '<p', '"', "'", '&', '&#', ';', '<!--', '-->', '<script>', ' ', 'a'),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(odd, (parts) => {
        const html = parts.join('');
        const found = htmlBlocks(html);
        const marks = found.map(({ letters }, at) => ({
          id: String(at),
          number: 1,
          passage: { sectionId: 's', block: letters, nth: 0, start: 0, end: letters.length, position: 0 },
        }));
        expect(unmarkedHtml(markedHtml(html, marks))).toBe(html);
      }),
      { numRuns: 500 },
    );
  });
});
