import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '#src/server/content/frontMatter.ts';
import { linesOfJson } from '#src/server/content/lines.ts';
import { readJson } from '#src/server/content/readFiles.ts';
import { checkSchema } from '#src/domain/checks/schema.ts';

const JSON_TEXT = `{
  "id": "recall",
  "questions": [
    { "id": "one" },
    {
      "id": "two",
      "options": [{ "id": "a" },
        { "id": "b" }]
    }
  ]
}
`;

describe('the line of a field in a JSON file', () => {
  const lineOf = linesOfJson(JSON_TEXT);
  test.each([
    ['', 1],
    ['id', 2],
    ['questions', 3],
    ['questions.0', 4],
    ['questions.1', 5],
    ['questions.1.id', 6],
    ['questions.1.options.0.id', 7],
    ['questions.1.options.1.id', 8],
  ])('%s stands in line %i', (field, line) => {
    expect(lineOf(field)).toBe(line);
  });

  test.each([
    ['a field that is missing: the part it belongs to', 'questions.1.options.1.explanation', 8],
    ['an entry that is not there: the list', 'questions.7', 3],
    ['a field nobody knows: the file', 'somewhere.else', 1],
  ])('%s', (_story, field, line) => {
    expect(lineOf(field)).toBe(line);
  });
});

test('the line of a field in front matter counts from the top of the file', () => {
  const file = splitFrontMatter(
    "---\ntitle: A\nsummary: >-\n  one\n  two\nsources:\n  - title: B\n    date: '2026'\n---\n",
  );
  expect(['title', 'summary', 'sources.0.date', 'asOf'].map((field) => file?.lineOf(field))).toEqual([2, 3, 8, 2]);
});

describe('a file that is no JSON says in which line', () => {
  const problemOf = (source: string) =>
    readJson([{ file: 'src/content/checks/a.json', name: 'a', source }], checkSchema).problems[0];
  test.each([
    ['a comma too many', '{\n  "id": "a",\n}', 3],
    ['a comma left out', '{\n  "id": "a"\n  "version": "1"\n}', 3],
    ['a quote left out', '{\n  "id": a\n}', 2],
    ['a comment', '{\n\n  // no\n}', 3],
    ['an end too early', '{\n  "id": "a",\n  "version": "1"\n', 4],
    ['words after the end', '{}\n\nand more', 3],
    ['single quotes', "{\n  'id': 1\n}", 2],
    ['a wrong sign far down', `{\n  "id": "${'x'.repeat(60)}",\n  "version": ?,\n  "more": "${'y'.repeat(60)}"\n}`, 3],
    ['nothing at all', '', 1],
  ])('%s', (_story, source, line) => {
    expect(problemOf(source)).toMatchObject({ line, field: '' });
    expect(problemOf(source)?.message).toMatch(/^This is not valid JSON: [^\n]*\.$/);
  });
});
