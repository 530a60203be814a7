import { describe, expect, test } from 'vitest';
import { readingGrade } from '#src/domain/modules/readability.ts';
import { readTags } from '#src/server/content/lessonTags.ts';
import { countsOf, sentencesOf, termWords } from '#src/server/content/readingLevel.ts';

const sentences = (body: string, bodyLine = 1) => sentencesOf({ body, bodyLine }, readTags(body, bodyLine));
const shown = (body: string) => sentences(body).map(({ text }) => text.replace(/\s+/g, ' '));

describe('the sentences of a module', () => {
  test.each([
    ['end with their sign', 'He is late. Is he? He rang!', ['He is late.', 'Is he?', 'He rang!']],
    [
      'may end inside quotes',
      'She says “I’m fine.” Nobody asked. “See?” he says.',
      ['She says “I’m fine.”', 'Nobody asked.', '“See?” he says.'],
    ],
    [
      'do not end at a number or a title',
      'Mr. lower, section 6.5 and 3.30 on Monday',
      ['Mr. lower, section 6.5 and 3.30 on Monday'],
    ],
    ['end with their paragraph', 'No sign here\n\nAnd a new one', ['No sign here', 'And a new one']],
    [
      'are one each in a list',
      'Ask:\n\n- who was there\n- what he saw.',
      ['Ask:', '- who was there', '- what he saw.'],
    ],
    ['run on over lines', 'One thought\nover two lines.', ['One thought over two lines.']],
    ['are not headings', '### A heading\n\nA sentence.', ['A sentence.']],
    ['are not addresses', 'Read [the Act](https://www.example.org/a.b).', ['Read [the Act .']],
    ['are not tags', '<Section id="a">\n\nOne <Term id="x">two</Term>.\n\n</Section>', ['One two .']],
  ])('%s', (_story, body, texts) => {
    expect(shown(body)).toEqual(texts);
  });

  test('know the line they begin on', () => {
    expect(sentences('One.\n\nTwo. Three\nruns on. Four.\n', 40).map(({ line }) => line)).toEqual([40, 42, 42, 43]);
  });
});

describe('what the reading level is worked out from', () => {
  const grade = (body: string, terms: ReadonlySet<string> = new Set()) =>
    readingGrade(countsOf(sentences(body), terms));

  test('counts sentences, words and syllables', () => {
    expect(countsOf(sentences('He came late. Nobody asked.'), new Set())).toEqual({
      sentences: 2,
      words: 5,
      syllables: 7,
    });
  });

  test('official English is too hard, and the same said plainly is not', () => {
    expect(
      grade(
        'Practitioners should ensure that professional judgement is exercised consistently and that decisions are recorded appropriately within the case management system.',
      ),
    ).toBeGreaterThan(13);
    expect(grade('Use your judgement in every case alike. Write down what you decide, and why.')).toBeLessThan(6);
  });

  test('long words of the field do not count against the author', () => {
    const body = 'The probation practitioner wrote to the accommodation service.';
    const terms = termWords([
      { term: 'Probation practitioner' },
      { term: 'CAS', longForm: 'Community accommodation service' },
    ]);
    expect(grade(body, terms)).toBeLessThan(grade(body) - 3);
    expect(terms.has('practitioners')).toBe(true);
  });
});
