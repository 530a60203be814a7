import { describe, expect, test } from 'vitest';
import { draftFields, draftOf, EMPTY_DRAFT, isBlank, madeDecisions } from '#src/domain/portfolio/assessmentDraft.ts';
import { checkedInAssessment, readAssessment } from '#src/domain/portfolio/sentAssessment.ts';

const submission = { claims: ['3.1', '3.2'], text: 'I rang.\nNobody came.' };
const read = (fields: Record<string, string>) => readAssessment(fields, submission);

describe('the form of an assessment', () => {
  test('half of it is a draft: what is missing is missing', () => {
    const { draft, problems } = read({ 'decision-3.1': 'met', 'feedback-3.2': 'Say more.' });
    expect(problems).toEqual({});
    expect(draft.decisions).toEqual([
      { criterionId: '3.1', outcome: 'met', feedback: '' },
      { criterionId: '3.2', outcome: null, feedback: 'Say more.' },
    ]);
    expect(madeDecisions(draft)).toEqual([{ criterionId: '3.1', outcome: 'met', feedback: '' }]);
  });

  test('criteria that are not claimed and decisions that are none are not read', () => {
    const { draft } = read({ 'decision-9.9': 'met', 'decision-3.1': 'excellent' });
    expect(draft.decisions.map(({ criterionId, outcome }) => [criterionId, outcome])).toEqual([
      ['3.1', null],
      ['3.2', null],
    ]);
  });

  test('notes come in the order of the text; an empty one is taken out', () => {
    const { draft } = read({ 'note-8-14': 'Who?', 'note-0-1': 'You', 'note-2-6': ' ', 'note-a-b': 'never' });
    expect(draft.notes).toEqual([
      { startsAt: 0, endsAt: 1, note: 'You' },
      { startsAt: 8, endsAt: 14, note: 'Who?' },
    ]);
  });

  test('a note on a paragraph becomes a note at its words', () => {
    const { draft } = read({ newNoteParagraph: '2', newNoteWords: 'nobody', newNote: 'Who?' });
    expect(draft.notes).toEqual([{ startsAt: 8, endsAt: 14, note: 'Who?' }]);
    expect(draft.unplaced).toBeNull();
  });

  test('a second note on the same words joins the first', () => {
    const { draft } = read({ 'note-0-7': 'When?', newNoteParagraph: '1', newNote: 'And whom?' });
    expect(draft.notes).toEqual([{ startsAt: 0, endsAt: 7, note: 'When?\nAnd whom?' }]);
  });

  test.each<[string, Record<string, string>, string]>([
    ['no paragraph', { newNote: 'Who?' }, 'newNoteParagraph'],
    ['words that are not there', { newNote: 'Who?', newNoteParagraph: '1', newNoteWords: 'nobody' }, 'newNoteWords'],
    ['words without a note', { newNoteParagraph: '1', newNoteWords: 'I rang' }, 'newNote'],
  ])('a note that cannot be placed is kept and told: %s', (_story, fields, field) => {
    const { draft, problems } = read(fields);
    expect(Object.keys(problems)).toEqual([field]);
    expect(draft.notes).toEqual([]);
    expect(draft.unplaced).toMatchObject({ note: fields['newNote'] ?? '' });
    expect(draftFields(draft)).toMatchObject(fields);
  });

  test('a paragraph that is no number is not kept: nobody looks there for what belongs to real people', () => {
    const { draft, problems } = read({ newNoteParagraph: 'Mr Ash, SW1A 1AA', newNoteWords: 'I rang', newNote: 'Who?' });
    expect(Object.keys(problems)).toEqual(['newNoteParagraph']);
    expect(draft.unplaced).toEqual({ paragraph: '', words: 'I rang', note: 'Who?' });
  });
});

describe('a draft that is held', () => {
  test('comes back from its row as it went in, and fills the same fields', () => {
    const sent = { 'decision-3.1': 'not_met', 'feedback-3.1': 'No.', comment: 'All in all', 'note-0-7': 'When?' };
    const { draft } = read(sent);
    expect(draftOf(JSON.stringify(draft))).toEqual(draft);
    expect(draftFields(draft)).toMatchObject(sent);
  });

  test('keeps why a passage may stay with the words it stands in, and a new note takes its reasons along', () => {
    const given = (place: string, reason: string) => ({ place, kind: 'name', reason }) as const;
    const fields = { 'note-0-7': 'Mr Ash?', newNoteParagraph: '1', newNote: 'And Ms Elm?', comment: 'Ask Mrs Yew.' };
    const { draft } = readAssessment(fields, submission, [
      given('note-0-7', 'first'),
      given('comment', 'about the whole'),
      given('feedback-9.9', 'of a criterion that is not claimed'),
      given('newNote', 'second'),
    ]);
    expect(draft.justifications).toEqual([
      given('note-0-7', 'first'),
      given('comment', 'about the whole'),
      given('note-0-7', 'second'),
    ]);
    expect(draftFields(draft)).toMatchObject({
      'justify-note-0-7-name-1': 'first',
      'justify-note-0-7-name-2': 'second',
      'justify-comment-name-1': 'about the whole',
    });
    expect(draftOf(JSON.stringify(draft))).toEqual(draft);
  });

  test.each([['nothing'], ['{'], ['{"decisions":1}'], ['[]']])(
    'a row that cannot be read (%s) is an empty one',
    (body) => {
      expect(draftOf(body)).toEqual(EMPTY_DRAFT);
    },
  );

  test('is blank until something is decided or written', () => {
    expect(isBlank(read({}).draft)).toBe(true);
    const touched: Record<string, string>[] = [
      { 'decision-3.1': 'met' },
      { comment: 'x' },
      { 'note-0-1': 'x' },
      { newNote: 'x' },
    ];
    for (const fields of touched) expect(isBlank(read(fields).draft), JSON.stringify(fields)).toBe(false);
  });
});

describe('what is looked at for what belongs to real people', () => {
  test('is everything she wrote, a new note last, and nothing else that the form carries', () => {
    const fields = {
      newNote: 'c',
      'feedback-3.1': 'a',
      'note-0-7': 'b',
      'decision-3.1': 'met',
      comment: 'd',
      then: 'x',
    };
    expect(checkedInAssessment(fields, submission).map(({ place }) => place)).toEqual([
      'feedback-3.1',
      'note-0-7',
      'comment',
      'newNote',
    ]);
  });

  test.each([
    ['words copied from the evidence are the trainee’s', ' Nobody came', false],
    ['words that do not stand in it are hers', 'Mr Ash came', true],
  ])('%s', (_story, newNoteWords, isChecked) => {
    const places = checkedInAssessment({ newNoteWords }, submission).map(({ place }) => place);
    expect(places.includes('newNoteWords')).toBe(isChecked);
  });
});
