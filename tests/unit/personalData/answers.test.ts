import { describe, expect, test } from 'vitest';
import {
  answeredHits,
  justificationsOf,
  justifyField,
  keptReasons,
  placedHits,
  readReasons,
  reasonProblem,
} from '#src/domain/personalData/answers.ts';
import { excerptOf } from '#src/domain/personalData/excerpt.ts';
import { foundProblems, justificationsOfFound } from '#src/domain/personalData/foundInFile.ts';

const places = [
  { place: 'title', text: 'About X000000' },
  { place: 'text', text: 'X000000 again, then X000001 and Mr Ash Birch.' },
];
const REASON = 'A made-up person from a training case';

describe('a hit', () => {
  test('is answered in a field named after its place, its kind and its number', () => {
    const fields = placedHits(places).map(justifyField);
    expect(fields).toEqual([
      'justify-title-case_reference-1',
      'justify-text-case_reference-1',
      'justify-text-case_reference-2',
      'justify-text-name-1',
    ]);
    const form = {
      'justify-text-name-1': `  ${REASON}  `,
      'justify-text-fax-1': REASON,
      text: 'x',
      'justify-title-name-1': '',
    };
    expect([...readReasons(form)]).toEqual([['justify-text-name-1', REASON]]);
  });

  test('whose reason is kept comes back with it', () => {
    const reasons = new Map(placedHits(places).map((hit) => [justifyField(hit), `${REASON} ${hit.place}`]));
    const kept = justificationsOf(answeredHits(places, reasons));
    expect(keptReasons(kept)).toEqual(reasons);
    expect(answeredHits(places, keptReasons(kept)).filter(({ problem }) => problem !== null)).toEqual([]);
  });
});

describe('the same passage further down', () => {
  const twice = [{ place: 'text', text: 'Mr Ash Birch. Then mr ash birch, then Mr Elm.' }];
  test('is answered by the reason for the first, and each is kept', () => {
    const answered = answeredHits(twice, new Map([['justify-text-name-1', REASON]]));
    expect(answered.map(({ problem }) => problem === null)).toEqual([true, false, false]);
  });
  test('in other letters is another passage only where its letters differ', () => {
    const same = [{ place: 'text', text: 'X000000, X 000000 and Ｘ000000' }];
    const answered = answeredHits(same, new Map([['justify-text-case_reference-1', REASON]]));
    expect(answered.map(({ reason }) => reason)).toEqual([REASON, REASON, REASON]);
  });
});

describe('a reason', () => {
  const [hit] = placedHits([{ place: 'text', text: 'Mr Ash Birchwood' }]);
  test.each([
    ['that says why', 'A colleague who agreed to be named', null],
    ['that is missing', '', /looks like a person’s name/],
    ['of a word', 'fine', /few words/],
    ['that repeats the name', 'Because Birchwood is my colleague', /must not repeat/],
    ['that repeats it with gaps', 'Because B i r c h w o o d agreed', /must not repeat/],
    ['that holds another passage', 'See the record of X000000', /must not repeat/],
    ['without an end', 'so '.repeat(200), /under 300/],
  ])('%s', (_story, reason, problem) => {
    const said = hit ? reasonProblem(reason, hit) : null;
    if (problem === null) expect(said).toBeNull();
    else expect(said).toMatch(problem);
  });
});

describe('what was found in a file', () => {
  const found = [['postcode', 2]] as const;
  test('is open until each kind has a reason, which then stands for all of it', () => {
    expect(Object.keys(foundProblems('file:7', found, new Map()))).toEqual(['justify-file:7-postcode-1']);
    const reasons = new Map([['justify-file:7-postcode-1', REASON]]);
    expect(foundProblems('file:7', found, reasons)).toEqual({});
    expect(justificationsOfFound('file:7', found, reasons)).toHaveLength(2);
  });

  test('may not be repeated in the reason', () => {
    const reasons = new Map([['justify-file:7-postcode-1', 'It says ZZ9 9ZZ there']]);
    expect(foundProblems('file:7', found, reasons)).toEqual({
      'justify-file:7-postcode-1': expect.stringMatching(/must not repeat/),
    });
  });
});

describe('the preview of a passage', () => {
  test('is on one line, from whole words, with dots where something was left out', () => {
    const text = `${'word '.repeat(40)}\nX000000\n${'next '.repeat(40)}`;
    const [hit] = placedHits([{ place: 'text', text }]);
    const shown = hit && excerptOf(text, hit);
    expect(shown?.found).toBe('X000000');
    expect(shown?.before).toMatch(/^… (word )+$/);
    expect(shown?.after).toMatch(/^ (next ?)+ …$/);
  });
});
