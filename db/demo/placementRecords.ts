import { placementDates } from '#src/domain/placements/days.ts';
import type { Attendance } from '#src/domain/placements/words.ts';
import { addDays } from '#src/domain/calendar.ts';
import type { DemoRows } from './rows.ts';
import { type DemoTime, noonOf } from './timing.ts';

type Placement = DemoRows['placements'][number];

/** What named trainees want to learn at their placements: [placement, words, criteria]. */
const WANTED: readonly (readonly [string, string, readonly string[]])[] = [
  ['amara-court', 'Find out what a court has to decide before I gather anything.', ['6.1', '6.5']],
  ['amara-court', 'See how an officer answers a question that she did not expect.', ['6.7']],
  ['amara-prison', 'Plan a release together with the prison, from home to health.', ['5.4', '3.7']],
  ['amara-prison', 'Test what a file says against what the wing sees every day.', ['4.1']],
  ['amara-programmes', 'Learn how to challenge somebody in front of others and keep them there.', ['3.6']],
  ['amara-premises', 'See how licence conditions are explained on the first evening.', ['5.4']],
  ['tom-victim-liaison', 'Know what a victim may ask for, and how I help with it.', ['1.7']],
  ['nia-unpaid-work', 'Respond to a missed day fairly and in time.', ['5.5']],
  ['priya-placement', 'See how a group session builds on the one before.', ['5.2']],
  ['marcus-placement', 'Refer somebody so that they arrive.', ['5.3']],
];

/** The objectives of the demo, numbered within each placement. */
export const OBJECTIVES: DemoRows['placementObjectives'] = WANTED.map(([placementId, words, criteria], index) => {
  const position = WANTED.slice(0, index + 1).filter(([other]) => other === placementId).length;
  return { id: `${placementId}-${position}`, placementId, position, words, criteria };
});

/** What was written about each day, in order; placements that nothing is told of have a record without a log. */
const LOGS: Readonly<Record<string, readonly string[]>> = {
  'amara-court': [
    'Three same-day reports before lunch. The officer asked each time what the bench had to choose between, and only then opened the file. What did not help with that choice stayed out.',
    'Saw one adjourned, because a check on the address had not come back. The officer said so in court instead of guessing. I had thought that would look bad; it did not.',
  ],
  'nia-unpaid-work': [
    'Eleven people were expected and eight came. The supervisor rang the other three before he handed out a tool.',
    'One person wanted to leave after an hour. He was given a job apart from the others and stayed.',
  ],
  'priya-placement': ['The second session began with what each of them had tried since the first.'],
};

const REPORTS: Readonly<Record<string, string>> = {
  'amara-court':
    'A same-day report is short because somebody decided what the court needs, and that is the work. I watched five of them being made. Each began with one question: what are the choices today? From there it was clear what had to be checked, and what was only interesting.\n\nI learnt to say what I do not know. When an address check was missing, the officer told the bench, and gave the day on which it would be there. Nobody was impatient with her.\n\nNext time I write a report I will put the choices at the top of my notes, and ask myself of every paragraph which of them it helps with.',
  'priya-placement':
    'Each session had one purpose, and the group knew what it was. I will say the purpose of my next three supervision sessions at their beginning.',
};

interface Told {
  readonly days: DemoRows['placementDays'];
  readonly log: DemoRows['placementLog'];
  readonly report: DemoRows['placementReports'];
}

/** Every third day of a longer placement was shorter, and one was missed. */
const ATTENDED: readonly (readonly [Attendance, number, string])[] = [
  ['attended', 450, ''],
  ['attended', 420, ''],
  ['part', 180, 'Called back for an urgent meeting.'],
  ['missed', 0, 'Sickness.'],
];

/** What became of a placement's days before the week of the demo; nothing of one that was cancelled or is ahead. */
export function recordsOf(placement: Placement, time: DemoTime): Told {
  const { id: placementId, endsOn } = placement;
  const past = placement.cancelledAt ? [] : placementDates(placement).filter((day) => day < time.monday);
  const report = REPORTS[placementId];
  const doneAt = noonOf(addDays(endsOn, 2));
  return {
    days: past.map((day, index) => {
      const [attendance, minutes, words] = ATTENDED[index % ATTENDED.length] ?? ['attended', 450, ''];
      return { placementId, day, attendance, minutes, words, revision: 1, savedAt: noonOf(day) };
    }),
    log: (LOGS[placementId] ?? []).flatMap((words, index) => {
      const day = past[index];
      if (day === undefined) return [];
      return [{ id: `${placementId}-log-${index + 1}`, placementId, day, words, revision: 1, savedAt: noonOf(day) }];
    }),
    report:
      report === undefined
        ? []
        : [{ placementId, words: report, revision: 1, savedAt: doneAt, finishedAt: doneAt, evidenceId: null }],
  };
}
