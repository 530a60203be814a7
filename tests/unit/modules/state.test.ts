import { describe, expect, test } from 'vitest';
import {
  completionRule,
  isComplete,
  minutesLeft,
  missingForDone,
  moduleState,
  nextSection,
  NO_FACTS,
} from '#src/domain/modules/state.ts';
import { ALL, did, everything, parole, paroleCheck } from './parole.ts';

const module = parole();
const check = paroleCheck();

describe('how far somebody is with a module', () => {
  test.each([
    ['never opened', NO_FACTS, 'not_started'],
    ['opened and nothing else', did({ opened: true }), 'opened'],
    ['one section ticked', did({ opened: true, ticked: ['the-question'] }), 'in_progress'],
    ['a tick that came before the opening was noted', did({ ticked: ['the-question'] }), 'in_progress'],
    ['the check tried without success', did({ opened: true, correct: 0 }), 'in_progress'],
    ['every section ticked, no check', did({ opened: true, ticked: ALL }), 'in_progress'],
    ['the check passed, a section left', did({ opened: true, ticked: ALL.slice(1), correct: 5 }), 'in_progress'],
    ['every section ticked, the check one short', did({ opened: true, ticked: ALL, correct: 3 }), 'in_progress'],
    ['every section ticked and the check passed', everything, 'done'],
    ['ticks of sections that are gone do no harm', did({ ticked: [...ALL, 'gone'], correct: 4 }), 'done'],
    [
      'ticks of sections that are gone do not stand in for others',
      did({ ticked: ['gone', ...ALL.slice(1)], correct: 4 }),
      'in_progress',
    ],
    ['a completion stands whatever else is there', did({ completed: true }), 'done'],
    [
      'a completion stands when ticks are taken back',
      did({ opened: true, ticked: [], correct: 4, completed: true }),
      'done',
    ],
  ])('%s', (_story, facts, state) => {
    expect(moduleState(module, check, facts)).toBe(state);
    expect(isComplete(module, check, facts)).toBe(state === 'done');
    expect(missingForDone(module, check, facts).length === 0).toBe(state === 'done');
  });

  test('a module that grew a section moves nobody backwards who had completed it', () => {
    const grown = { ...module, sections: [...module.sections, { id: 'new', title: 'New', minutes: 5 }] };
    expect(moduleState(grown, check, everything)).toBe('in_progress');
    expect(moduleState(grown, check, { ...everything, completion: { version: '1', at: new Date(0) } })).toBe('done');
  });

  test('an attempt at an older version of the check still counts', () => {
    const older = { ...everything, bestCorrect: { correct: 8, of: 10, version: '0' } };
    expect(isComplete(module, check, older)).toBe(true);
  });
});

describe('the rule in words', () => {
  test('says how many sections and how many right answers', () => {
    expect(completionRule(module, check)).toBe(
      'This module is done when all 3 sections are ticked and you get at least 4 of 5 questions right in one go at the knowledge check.',
    );
  });

  test('reads well with one of each', () => {
    const short = { ...module, sections: module.sections.slice(0, 1) };
    const one = { ...check, questions: check.questions.slice(0, 1) };
    expect(completionRule(short, one)).toBe(
      'This module is done when its section is ticked and you get at least 1 of 1 question right in one go at the knowledge check.',
    );
  });

  test('what is missing is said section by section, then the check with the best so far', () => {
    expect(missingForDone(module, check, did({ ticked: ['the-evidence'], correct: 3 }))).toEqual([
      'Read and tick “The question”.',
      'Read and tick “Your report”.',
      'Get at least 4 of 5 questions right in the knowledge check. Your best so far is 3 of 5.',
    ]);
  });

  test('before any attempt no best is spoken of', () => {
    expect(missingForDone(module, check, did({ ticked: ALL }))).toEqual([
      'Get at least 4 of 5 questions right in the knowledge check.',
    ]);
  });
});

describe('where to carry on', () => {
  test.each([
    ['at the beginning', did({}), null, 'the-question'],
    ['where she left off', did({}), 'the-evidence', 'the-evidence'],
    [
      'after where she left off, where that is ticked',
      did({ ticked: ['the-evidence'] }),
      'the-evidence',
      'your-report',
    ],
    ['round to what was passed over', did({ ticked: ['your-report'] }), 'your-report', 'the-question'],
    [
      'at the first that is not ticked, where the place is unknown',
      did({ ticked: ['the-question'] }),
      'gone',
      'the-evidence',
    ],
  ])('%s', (...[_story, facts, position, id]) => {
    expect(nextSection(module, facts, position)?.id).toBe(id);
  });

  test('says which of how many it is', () => {
    expect(nextSection(module, did({ ticked: ['the-question'] }), null)).toEqual({
      id: 'the-evidence',
      title: 'The evidence',
      minutes: 12,
      number: 2,
      of: 3,
    });
  });

  test('nowhere when everything is ticked', () => {
    expect(nextSection(module, did({ ticked: ALL }), 'the-evidence')).toBeNull();
  });

  test('minutes left are those of sections not ticked', () => {
    expect(minutesLeft(module, did({ ticked: ['the-evidence'] }))).toBe(18);
    expect(minutesLeft(module, did({ ticked: ALL }))).toBe(0);
  });
});
