import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPassage, wordsAt } from '#src/domain/marks/passage.ts';
import { passageIndex, type ReadableSection } from '#src/domain/marks/passageIndex.ts';
import { type MarkedWords, placeOf } from '#src/domain/marks/place.ts';
import { moduleBody, textsOf } from './moduleText.ts';

const REAL = textsOf(moduleBody('parole-recall'));
const SAMPLE = textsOf(`<Section id="kinds">

The rules changed in 2026. “It’s 28 days” was last year’s answer.

- **MAPPA** level 2 or 3
- a sentence for murder passed abroad

Two traps. First, somebody charged **and** already convicted. Second, an unanswered question counts as an exclusion.

</Section>

<Section id="your-cases">

Ask first. Then wait, and ask first again.

</Section>
`);

/** A mark as it is kept when these words are chosen in a section; null where they do not stand within one block. */
function markIn(sections: readonly ReadableSection[], sectionId: string, quote: string, near = ''): MarkedWords | null {
  const found = findPassage(passageIndex(sections), { sectionId, quote, near });
  return found && { sectionId, ...wordsAt(found) };
}

const placeIn = (mark: MarkedWords | null, sections: readonly ReadableSection[]) =>
  mark && placeOf(mark, passageIndex(sections));

/** Some words of a block of the real module, from one to all of them, with the section they stand in. */
const someWords = fc
  .constantFrom(...REAL.flatMap(({ id, blocks }) => blocks.map((block) => ({ id, block }))))
  .filter(({ block }) => block.kind !== 'title')
  .chain(({ id, block: { text } }) => {
    const words = text.split(' ');
    const turn = fc.nat(words.length - 1);
    return fc.tuple(turn, turn).map((turns) => ({
      id,
      text,
      quote: words.slice(Math.min(...turns), Math.max(...turns) + 1).join(' '),
    }));
  })
  .filter(({ quote }) => /[\p{L}\p{N}]/u.test(quote));

type Change = (text: string) => string;

/** The same sections with one block's text changed. */
const withBlock = (sections: readonly ReadableSection[], begin: string, change: Change): ReadableSection[] =>
  sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.text.startsWith(begin) ? { ...block, text: change(block.text) } : block,
    ),
  }));

/** Something new before every block, and one section without the blocks that do not hold these words. */
const editedAround = (quote: string, { added, emptied }: { added: string; emptied: string }): ReadableSection[] =>
  REAL.map(({ id, blocks }) => ({
    id,
    blocks: blocks
      .filter((block) => block.text.includes(quote) || id !== emptied)
      .flatMap((block) => [{ kind: 'paragraph', text: `${added}.` }, block]),
  }));

describe('words that somebody chose', () => {
  test('are found within a paragraph or a list item, whatever quotes, case and spaces they came with', () => {
    expect(markIn(SAMPLE, 'kinds', '"IT\'S 28   days" was last year\'s answer')).toEqual({
      sectionId: 'kinds',
      quote: '“It’s 28 days” was last year’s answer.',
      before: 'The rules changed in 2026.',
      after: 'MAPPA level 2 or 3 a sentence for murde',
    });
    expect(markIn(SAMPLE, 'kinds', 'mappa level 2')?.quote).toBe('MAPPA level 2');
  });

  test('are taken out to whole words where the selection began within one', () => {
    expect(markIn(SAMPLE, 'kinds', 'answered ques')?.quote).toBe('unanswered question');
  });

  test.each([
    ['across two paragraphs', 'kinds', 'answer. MAPPA level'],
    ['in another section', 'your-cases', 'MAPPA level 2'],
    ['in a section that is not there', 'nowhere', 'MAPPA level 2'],
    ['where they are only signs', 'kinds', '… !'],
    ['where other words stand', 'kinds', 'a sentence for theft'],
  ])('are not found %s', (_where, sectionId, quote) => {
    expect(markIn(SAMPLE, sectionId, quote)).toBeNull();
  });

  test('stand in the first of several places, or where the text before them says', () => {
    expect(markIn(SAMPLE, 'your-cases', 'ask first')).toMatchObject({ before: '' });
    expect(markIn(SAMPLE, 'your-cases', 'ask first', 'Then wait, and')).toMatchObject({
      before: 'Ask first. Then wait, and',
      after: 'again.',
    });
  });
});

describe('a mark in a module that was not edited', () => {
  test('stands, whichever words of a block it holds', () => {
    fc.assert(
      fc.property(someWords, ({ id, quote }) => {
        const mark = markIn(REAL, id, quote);
        expect(placeIn(mark, REAL)).toMatchObject({ state: 'stands', sectionId: id });
        expect(mark && passageIndex([{ id, blocks: [{ kind: 'p', text: mark.quote }] }])[0]?.letters).toBe(
          passageIndex([{ id, blocks: [{ kind: 'p', text: quote }] }])[0]?.letters,
        );
      }),
      { numRuns: 300 },
    );
  });

  test('is found at the place that was chosen, where the same words stand in several', () => {
    const items = ['Ask.', 'Write it down.', 'Ask.', 'Decide.'];
    const list = [{ id: 'a', blocks: items.map((text) => ({ kind: 'listItem', text })) }];
    expect(placeIn(markIn(list, 'a', 'Ask', 'Ask. Write it down.'), list)).toMatchObject({
      state: 'stands',
      passage: { nth: 1 },
    });
  });
});

describe('after an edit', () => {
  test('of anything else in the module, before it, after it, around it, a mark still stands', () => {
    const where = fc.constantFrom(...REAL.map(({ id }) => id));
    fc.assert(
      fc.property(someWords, fc.lorem({ maxCount: 9 }), where, ({ id, quote }, added, emptied) => {
        const edited = editedAround(quote, { added, emptied });
        expect(placeIn(markIn(REAL, id, quote), edited)?.state).toBe('stands');
      }),
      { numRuns: 200 },
    );
  });

  test('of the sentence it stands in, a mark still stands', () => {
    const edited = withBlock(SAMPLE, 'Two traps', () => 'A trap: an unanswered question counts as an exclusion, too.');
    const mark = markIn(SAMPLE, 'kinds', 'an unanswered question counts as an exclusion');
    expect(placeIn(mark, edited)).toMatchObject({ state: 'stands', sectionId: 'kinds' });
  });

  test('of its own words, a mark is reported as changed', () => {
    fc.assert(
      fc.property(someWords, ({ id, text, quote }) => {
        const mark = markIn(REAL, id, quote);
        const without = withBlock(REAL, text, () => 'Something else.');
        fc.pre(placeIn(mark, without)?.state === 'changed');
        const [letter = ''] = /[\p{L}\p{N}]/u.exec(quote.slice(quote.length / 2)) ?? /[\p{L}\p{N}]/u.exec(quote) ?? [];
        const edited = withBlock(REAL, text, (old) => old.replaceAll(quote, quote.replace(letter, 'xyz')));
        expect(placeIn(mark, edited)?.state).toBe('changed');
      }),
      { numRuns: 200 },
    );
  });

  test('that makes a word of it longer, a mark is reported as changed, in its section', () => {
    const edited = withBlock(SAMPLE, 'a sentence', (text) => text.replace('abroad', 'abroadly'));
    const mark = markIn(SAMPLE, 'kinds', 'murder passed abroad');
    expect(placeIn(mark, edited)).toEqual({ state: 'changed', sectionId: 'kinds' });
  });

  test('that takes its paragraph to another section, it moves along', () => {
    const moved = SAMPLE[0]?.blocks.filter(({ text }) => text.startsWith('Two traps')) ?? [];
    const edited = SAMPLE.map(({ id, blocks }) => ({
      id,
      blocks: id === 'your-cases' ? [...moved, ...blocks] : blocks.filter((block) => !moved.includes(block)),
    }));
    expect(placeIn(markIn(SAMPLE, 'kinds', 'already convicted'), edited)).toMatchObject({
      state: 'moved',
      sectionId: 'your-cases',
    });
  });

  test('that leaves a word like it behind, it still goes with its own sentence', () => {
    const before = [
      {
        id: 'a',
        blocks: [{ kind: 'paragraph', text: 'One thing is to write down every reason that you had for it.' }],
      },
      { id: 'b', blocks: [{ kind: 'paragraph', text: 'Nothing yet.' }] },
    ];
    const after = [
      { id: 'a', blocks: [{ kind: 'paragraph', text: 'A reason.' }] },
      { id: 'b', blocks: before[0]?.blocks ?? [] },
    ];
    expect(placeIn(markIn(before, 'a', 'reason'), after)).toMatchObject({ state: 'moved', sectionId: 'b' });
  });

  test('that gives its section another name, it moves; where its words are gone too, it has nowhere', () => {
    const mark = markIn(SAMPLE, 'kinds', 'MAPPA level 2 or 3');
    const renamed = SAMPLE.map((section) => (section.id === 'kinds' ? { ...section, id: 'which-kind' } : section));
    expect(placeIn(mark, renamed)).toMatchObject({ state: 'moved', sectionId: 'which-kind' });
    expect(placeIn(mark, SAMPLE.slice(1))).toEqual({ state: 'changed', sectionId: null });
  });

  test('a bookmark stands as long as its section does', () => {
    const bookmark = { sectionId: 'kinds', quote: '', before: '', after: '' };
    expect(placeIn(bookmark, SAMPLE)).toEqual({ state: 'stands', sectionId: 'kinds', passage: null });
    expect(placeIn(bookmark, [])).toEqual({ state: 'changed', sectionId: null });
  });
});

test('odd text never throws, in a mark or in a module', () => {
  const odd = fc.string({ unit: 'binary', maxLength: 40 });
  const block = fc.record({ kind: fc.constant('paragraph'), text: odd });
  const sections = fc.array(fc.record({ id: odd, blocks: fc.array(block) }));
  fc.assert(
    fc.property(sections, fc.tuple(odd, odd, odd, odd), (blocks, [sectionId, quote, before, after]) => {
      const index = passageIndex(blocks);
      expect(['stands', 'moved', 'changed']).toContain(placeOf({ sectionId, quote, before, after }, index).state);
      const found = findPassage(index, { sectionId, quote, near: before });
      if (found) expect(typeof wordsAt(found).quote).toBe('string');
    }),
  );
});
