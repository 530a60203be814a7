import type { Check } from '#src/domain/checks/schema.ts';
import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import { type ModuleFacts, NO_FACTS } from '#src/domain/modules/state.ts';

/** A module of three sections, as content would say it. */
export function parole(id = 'parole-release-test'): ModuleMeta {
  return {
    id,
    title: 'The release test',
    strand: 'parole',
    order: 1,
    version: '1',
    minutes: 40,
    summary: 'It decides what your report is read for. It decides what you ask.',
    outcomes: ['Say what the test is'],
    criteria: ['6.1'],
    asOf: '2026-11-21',
    reviewBy: '2027-05-21',
    sources: [{ title: 'The rules', publisher: 'A department' }],
    contentNote: null,
    checkId: id,
    buildsOn: [],
    changes: [],
    reflection: { prompt: 'What would you ask?', hint: 'Leave names out.' },
    sections: [
      { id: 'the-question', title: 'The question', minutes: 10 },
      { id: 'the-evidence', title: 'The evidence', minutes: 12 },
      { id: 'your-report', title: 'Your report', minutes: 8 },
    ],
  };
}

/** Five questions, of which four are needed. */
export function paroleCheck(id = 'parole-release-test'): Check {
  const options = [
    { id: 'yes', text: 'Yes', correct: true, explanation: 'It is.' },
    { id: 'no', text: 'No', correct: false, explanation: 'It is not.' },
  ];
  const questions = [1, 2, 3, 4, 5].map((number) => ({
    id: `q${String(number)}`,
    text: 'Is it?',
    kind: 'one' as const,
    options,
  }));
  return { id, version: '1', passPercent: 80, questions };
}

const MORNING = new Date('2026-11-16T09:00:00Z');

/** What a trainee did, said in the shortest way. */
export function did(what: { opened?: boolean; ticked?: string[]; correct?: number; completed?: boolean }): ModuleFacts {
  return {
    ...NO_FACTS,
    openedAt: what.opened ? MORNING : null,
    ticks: new Set(what.ticked),
    bestCorrect: what.correct === undefined ? null : { correct: what.correct, of: 5, version: '1' },
    completion: what.completed ? { version: '1', at: MORNING } : null,
  };
}

export const ALL = ['the-question', 'the-evidence', 'your-report'];

/** Everything that the rule for done asks for. */
export const everything = did({ opened: true, ticked: ALL, correct: 4 });
