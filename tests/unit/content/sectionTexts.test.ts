import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainWords } from '#src/server/content/plainBlocks.ts';
import { moduleBody, textsOf } from '../marks/moduleText.ts';

const blocksOf = (text: string) => textsOf(`<Section id="s">\n\n${text}\n\n</Section>`)[0]?.blocks ?? [];
const plain = (text: string) => blocksOf(text).map(({ kind, text: words }) => [kind, words]);

describe('the words of a module', () => {
  test.each([
    ['a paragraph over several lines', 'One line\nand **another**.', [['paragraph', 'One line and another.']]],
    [
      'a list',
      '- One\n  more\n- *Two*\n  - Three\n1. Four',
      [
        ['listItem', 'One more'],
        ['listItem', 'Two'],
        ['listItem', 'Three'],
        ['listItem', 'Four'],
      ],
    ],
    [
      'a wrapped line that begins with a year',
      'It began in\n2026. Then it went on.',
      [['paragraph', 'It began in 2026. Then it went on.']],
    ],
    [
      'a heading right above a paragraph',
      '### What counts\nThe risk.',
      [
        ['heading', 'What counts'],
        ['paragraph', 'The risk.'],
      ],
    ],
    [
      'a table',
      '| Who | When |\n| --- | :-: |\n| SPO | at *once* |',
      [
        ['cell', 'Who'],
        ['cell', 'When'],
        ['cell', 'SPO'],
        ['cell', 'at once'],
      ],
    ],
    ['a quotation', '> She said\n> “no”.', [['paragraph', 'She said “no”.']]],
    [
      'a line across',
      'One\n\n---\n\nTwo',
      [
        ['paragraph', 'One'],
        ['paragraph', 'Two'],
      ],
    ],
    [
      'a term, without what the page adds',
      'Ask <Term id="spo">the SPO</Term> now.',
      [['paragraph', 'Ask the SPO now.']],
    ],
    [
      'a component with a title of its own',
      '<CaseNote title="Dale">\n\nHe drinks.\n\n</CaseNote>\n\nThen?',
      [
        ['title', 'Dale'],
        ['paragraph', 'He drinks.'],
        ['paragraph', 'Then?'],
      ],
    ],
    [
      'an exercise, which brings its own words',
      'Try.\n\n<Sort id="x" />\n\nWell?',
      [
        ['paragraph', 'Try.'],
        ['paragraph', 'Well?'],
      ],
    ],
  ])('%s', (_what, text, expected) => {
    expect(plain(text)).toEqual(expected);
  });

  test.each([
    ['a link', 'See [source **2**](#source-2) now', 'See source 2 now'],
    ['code', 'Type `a_b*c`', 'Type a_b*c'],
    ['signs that stand for themselves', '2 \\* 3 and snake_case', '2 * 3 and snake_case'],
    ['emphasis', '_so_ **it** ~~was~~ *is*', 'so it was is'],
    ['entities', 'law &amp; order&nbsp;&#8212; &unknown;', 'law & order — &unknown;'],
  ])('lose the signs of Markdown: %s', (_what, markdown, words) => {
    expect(plainWords(markdown)).toBe(words);
  });

  test('stand under the heading before them, with the id that the page gives it', () => {
    expect(blocksOf('First.\n\n### A fixed term: 56 days\n\n- Week 1').map(({ headingId }) => headingId)).toEqual([
      null,
      'a-fixed-term-56-days',
      'a-fixed-term-56-days',
    ]);
  });

  test('are told to be folded within a note that warns of something, and there only', () => {
    const note = '<CaseNote title="the evening" about="suicide">\n\nTwo years ago.\n\n</CaseNote>\n\nAfter.';
    expect(blocksOf(note).map(({ isFolded }) => isFolded)).toEqual([true, true, false]);
  });

  test('are those of its sections only, in their order', () => {
    expect(
      textsOf('<Section id="a">\n\nOne\n\n</Section>\n\n<Section id="b">\n\nTwo\n\n</Section>\n\n<Check id="x" />'),
    ).toEqual([
      { id: 'a', blocks: [{ kind: 'paragraph', text: 'One', isFolded: false, headingId: null }] },
      { id: 'b', blocks: [{ kind: 'paragraph', text: 'Two', isFolded: false, headingId: null }] },
    ]);
  });

  test('of a real module hold no tag, no sign of emphasis and no address', () => {
    const all = textsOf(moduleBody('parole-recall')).flatMap(({ blocks }) => blocks);
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter(({ text }) => /[<>{}]|\*\*|\]\(|https?:/.test(text))).toEqual([]);
  });

  test('are read from any text without an error', () => {
    const odd = fc.array(
      fc.constantFrom(
        '- ',
        '|',
        '>',
        '#',
        '\n',
        '*',
        '[',
        '](',
        ')',
        '<Term id="x">',
        '</CaseNote>',
        '<Section id="s">',
        '\\',
        '&#99999999;',
        '1. ',
        'word',
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(odd, (parts) => {
        expect(Array.isArray(textsOf(parts.join('')))).toBe(true);
      }),
    );
  });
});
