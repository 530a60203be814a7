import { addDays, addMonths } from '#src/domain/calendar.ts';
import { monthOf } from '#src/domain/wellbeing/month.ts';
import type { DemoRows } from './rows.ts';
import type { Story } from './stories.ts';
import { type DemoTime, noonOf } from './timing.ts';

/** Check-ins: Amara shares the newest of hers, Tom keeps his to himself. Nobody else has written one. */
export function tellWellbeing(rows: DemoRows, { time, stories }: { time: DemoTime; stories: readonly Story[] }): void {
  const present = new Set(stories.map(({ id }) => id));
  const last = addMonths(`${monthOf(time.today)}-01`, -1);
  const at = noonOf(addDays(time.today, -1));
  const before = noonOf(last);
  const checks: DemoRows['wellbeingChecks'] = [
    check('amara', last, {
      workload: 3,
      support: 5,
      balance: 3,
      words: 'A full month, and a good one.',
      savedAt: before,
    }),
    {
      ...check('amara', time.today, {
        workload: 4,
        support: 4,
        balance: 4,
        words: 'Calmer since Thursdays hold.',
        savedAt: at,
      }),
      sharedAt: at,
    },
    check('tom', last, { workload: 2, support: 3, balance: 2, words: 'I read at night to keep up.', savedAt: before }),
    check('tom', time.today, {
      workload: 1,
      support: 2,
      balance: 2,
      words: 'I do not know how long I can go on like this.',
      savedAt: at,
    }),
  ];
  rows.wellbeingChecks.push(...checks.filter(({ traineeId }) => present.has(traineeId)));
}

type Answers = Pick<DemoRows['wellbeingChecks'][number], 'workload' | 'support' | 'balance' | 'words' | 'savedAt'>;

function check(traineeId: string, day: string, answers: Answers): DemoRows['wellbeingChecks'][number] {
  return { traineeId, month: monthOf(day), ...answers, revision: 1 };
}
