import { addDays } from '#src/domain/calendar.ts';
import { keyOf } from '#src/domain/signals/rules/rule.ts';
import type { DemoRows } from './rows.ts';
import type { Story } from './stories.ts';
import { type DemoTime, noonOf } from './timing.ts';

/** What tutors noted about signals: Hannah's quiet fortnight stands apart, Jonah's evidence has come back since. */
export function tellSignals(rows: DemoRows, { time, stories }: { time: DemoTime; stories: readonly Story[] }): void {
  const { today } = time;
  const hannah = stories.find(({ id }) => id === 'hannah');
  if (hannah)
    rows.signalNotes.push({
      ...{ id: 'demo-note-hannah', traineeId: 'hannah', personId: 'ruth', kind: 'no-sign-in' },
      factKey: addDays(today, -hannah.seenDaysAgo),
      words: 'Rang on her office number: her laptop is being repaired. She has a spare one from Wednesday.',
      ...{ returnsOn: addDays(today, 5), notedAt: noonOf(addDays(today, -2)) },
    });
  if (stories.some(({ id }) => id === 'jonah'))
    rows.signalNotes.push({
      ...{ id: 'demo-note-jonah', traineeId: 'jonah', personId: 'ruth', kind: 'assessor-silent' },
      factKey: keyOf(['jonah-more-1-1']),
      words: 'Asked Joan. She meant to decide last week.',
      ...{ returnsOn: addDays(today, -1), notedAt: noonOf(addDays(today, -15)) },
    });
}
