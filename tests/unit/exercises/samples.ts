import type { CompareExercise, OrderExercise, Scenario, SortExercise } from '#src/domain/exercises/schema.ts';
import type { KeptWork } from '#src/domain/exercises/shown.ts';
import type { ExerciseWork } from '#src/domain/exercises/work.ts';

const choice = (id: string, to: string, after?: string) => ({ id, text: `Choose ${id}`, to, ...(after && { after }) });

/** Four steps, three endings; the third step can be come to in two ways. */
export const SCENARIO: Scenario = {
  id: 'parole-recall-thursday',
  kind: 'scenario',
  version: '1',
  title: 'A Thursday',
  minutes: 6,
  intro: ['It is Thursday.'],
  start: 'call',
  steps: [
    {
      id: 'call',
      text: ['Nobody answers.'],
      choices: [choice('wait', 'evening'), choice('visit', 'door', 'The light is on.')],
    },
    { id: 'door', text: ['The door opens.'], choices: [choice('talk', 'kitchen'), choice('leave', 'evening')] },
    { id: 'evening', text: ['It is dark.'], choices: [choice('ring', 'kitchen'), choice('go-home', 'lost')] },
    { id: 'kitchen', text: ['There is tea.'], choices: [choice('agree', 'holds'), choice('promise', 'for-now')] },
  ],
  endings: [
    { id: 'holds', title: 'It holds', outcome: 'holds', text: ['A month later.'], why: ['You asked.'] },
    { id: 'for-now', title: 'For now', outcome: 'for_now', text: ['A week later.'], why: ['You promised.'] },
    { id: 'lost', title: 'Lost', outcome: 'goes_wrong', text: ['On Friday.'], why: ['Nobody asked.'] },
  ],
};

export const SORT: SortExercise = {
  id: 'parole-recall-sort',
  kind: 'sort',
  version: '1',
  title: 'Fact or opinion',
  minutes: 4,
  instruction: 'Sort.',
  boxes: [
    { id: 'fact', title: 'A fact' },
    { id: 'opinion', title: 'An opinion' },
  ],
  items: [
    { id: 'missed', text: 'He missed Tuesday.', box: 'fact', because: 'It is in the record.' },
    { id: 'rang', text: 'His sister rang.', box: 'fact', because: 'The call is written down.' },
    { id: 'lazy', text: 'He does not care.', box: 'opinion', because: 'Nobody can see that.' },
    { id: 'worse', text: 'It gets worse.', box: 'opinion', because: 'It rests on facts.' },
  ],
};

export const ORDER: OrderExercise = {
  id: 'parole-recall-order',
  kind: 'order',
  version: '1',
  title: 'The first day',
  minutes: 3,
  instruction: 'Put in order.',
  steps: ['ask', 'weigh', 'agree', 'write'].map((id) => ({ id, text: `Do ${id}`, because: `Because ${id}` })),
};

export const COMPARE: CompareExercise = {
  id: 'parole-recall-compare',
  kind: 'compare',
  version: '1',
  title: 'Two accounts',
  minutes: 5,
  instruction: 'Compare.',
  accounts: [
    { id: 'officer', from: 'The officer', text: ['He is calm.'] },
    { id: 'dale', from: 'Dale', text: ['I am calm.'] },
  ],
  question: 'What do you see?',
  hint: 'Look twice.',
  noticed: ['Both say calm.', 'Neither says since when.'],
};

const AT = new Date('2026-11-21T10:00:00Z');

/** Work as it is kept: brought to an end at version 1, unless something else is said. */
export const keptWork = (work: ExerciseWork, change: Partial<KeptWork> = {}): KeptWork => ({
  work,
  exerciseVersion: '1',
  revision: 1,
  savedAt: AT,
  finishedAt: AT,
  ...change,
});
