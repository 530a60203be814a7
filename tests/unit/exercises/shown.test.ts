import { describe, expect, test } from 'vitest';
import type { Exercise } from '#src/domain/exercises/schema.ts';
import { type KeptWork, type Looking, shownExercise } from '#src/domain/exercises/shown.ts';
import { COMPARE, keptWork as kept, ORDER, SCENARIO, SORT } from './samples.ts';

const shown = (exercise: Exercise, looking: Partial<Looking> = {}) =>
  shownExercise(exercise, { personId: 'amara', kept: null, refused: null, ...looking });
const textOf = (value: unknown) => JSON.stringify(value);

describe('before she has tried, nothing that is shown', () => {
  test.each<[string, Exercise, readonly string[]]>([
    [
      'says where a choice leads, what comes after it, or what lies elsewhere',
      SCENARIO,
      [
        'The light is on.',
        'It is dark.',
        'There is tea.',
        'A month later.',
        'You promised.',
        '"to"',
        'kitchen',
        'goes_wrong',
      ],
    ],
    ['says in which box something belongs, or why', SORT, ['because', 'It is in the record.', 'correct":true']],
    ['says why a step comes when it does', ORDER, ['Because ask', 'correct":true']],
    ['says what others noticed', COMPARE, ['Both say calm.']],
  ])('%s', (_story, exercise, secrets) => {
    const text = textOf(shown(exercise));
    expect(text).toContain(exercise.title);
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });

  test('not even after a try that was refused', () => {
    const refused = new Map([['missed', 'fact']]);
    const work = kept({
      kind: 'sort',
      tries: 1,
      bestCorrect: 4,
      last: { missed: 'opinion', rang: 'fact', lazy: 'fact', worse: 'fact' },
    });
    expect(textOf(shown(SORT, { refused }))).not.toContain('It is in the record.');
    expect(textOf(shown(SORT, { refused, kept: work }))).toContain('"box":"fact","mark":null');
  });
});

describe('the choices of a step', () => {
  const PEOPLE = Array.from({ length: 20 }, (_none, index) => `trainee-${String(index)}`);
  const choicesFor = (personId: string, stepId: 'call' | 'door') => {
    const choices = stepId === 'call' ? [] : [{ stepId: 'call', choiceId: 'visit' }];
    const view = shown(SCENARIO, { personId, kept: kept({ kind: 'scenario', paths: [{ choices, endingId: null }] }) });
    return view.kind === 'scenario' && view.now.kind === 'step' ? view.now.choices.map(({ id }) => id).join(' ') : '';
  };

  test('are all there in an order that differs from person to person, so that the author’s says nothing', () => {
    const orders = new Set(PEOPLE.map((personId) => choicesFor(personId, 'call')));
    expect([...orders].sort()).toEqual(['visit wait', 'wait visit']);
  });

  test('stand still for one person', () => {
    for (const personId of PEOPLE) expect(choicesFor(personId, 'call')).toBe(choicesFor(personId, 'call'));
  });

  test('are mixed anew at each step', () => {
    const isAsWritten = (personId: string) =>
      `${String(choicesFor(personId, 'call') === 'wait visit')} ${String(choicesFor(personId, 'door') === 'talk leave')}`;
    expect(new Set(PEOPLE.map(isAsWritten)).size).toBe(4);
  });
});

describe('after she has tried', () => {
  test('a step further, only that step and what came after her choice is there', () => {
    const paths = [{ choices: [{ stepId: 'call', choiceId: 'visit' }], endingId: null }];
    const view = shown(SCENARIO, { kept: kept({ kind: 'scenario', paths }) });
    expect(view).toMatchObject({ way: [{ stepId: 'call', chosen: 'Choose visit', after: 'The light is on.' }] });
    expect(textOf(view)).toContain('The door opens.');
    for (const secret of ['It is dark.', 'There is tea.', 'A month later.']) expect(textOf(view)).not.toContain(secret);
  });

  test('each thing says whether it is right and why, what she chose stays, and the best try is told', () => {
    const last = { missed: 'fact', rang: 'opinion', lazy: 'opinion', worse: 'opinion' };
    const view = shown(SORT, { kept: kept({ kind: 'sort', tries: 2, bestCorrect: 4, last }) });
    expect(view).toMatchObject({ correctCount: 3, state: '4 of 4 right in your best try, 2 tries.', changed: null });
    expect(view.kind === 'sort' && view.items.find(({ id }) => id === 'rang')).toEqual({
      id: 'rang',
      text: 'His sister rang.',
      box: 'opinion',
      mark: { correct: false, because: 'The call is written down.' },
    });
  });

  test('steps stand in the order she gave them', () => {
    const last = ['weigh', 'ask', 'agree', 'write'];
    const view = shown(ORDER, { kept: kept({ kind: 'order', tries: 1, bestCorrect: 2, last }) });
    expect(view.kind === 'order' && view.steps.map(({ id, place }) => `${place} ${id}`)).toEqual([
      '1 weigh',
      '2 ask',
      '3 agree',
      '4 write',
    ]);
    expect(view).toMatchObject({ correctCount: 2, state: '2 of 4 right in your best try, 1 try.' });
  });

  test('what others noticed comes with words of her own, and stays when she takes them back', () => {
    const words = { kind: 'compare' as const, text: 'Calm.' };
    expect(shown(COMPARE, { kept: kept(words, { finishedAt: null }) })).toMatchObject({ noticed: null, text: 'Calm.' });
    expect(shown(COMPARE, { kept: kept(words) })).toMatchObject({ noticed: COMPARE.noticed });
  });
});

describe('work on an earlier version', () => {
  test.each<[string, Exercise, KeptWork]>([
    ['of sorting', SORT, kept({ kind: 'sort', tries: 2, bestCorrect: 3, last: { gone: 'fact' } })],
    ['of ordering', ORDER, kept({ kind: 'order', tries: 2, bestCorrect: 3, last: ['ask'] })],
    ['of comparing', { ...COMPARE, version: '2' }, kept({ kind: 'compare', text: 'Words.' })],
  ])('%s is told and marks nothing', (_story, exercise, work) => {
    const view = shown(exercise, { kept: work });
    expect(view.changed).toMatch(/^This exercise has changed/);
    expect('correctCount' in view ? view.correctCount : null).toBeNull();
  });

  test('another kind of exercise under the same name breaks nothing', () => {
    const work = kept({ kind: 'compare', text: 'Words.' });
    for (const exercise of [SCENARIO, SORT, ORDER]) expect(shown(exercise, { kept: work }).kind).toBe(exercise.kind);
  });
});
