import { expect, test } from 'vitest';
import { type PlaceFacts, placeEvents } from '#src/domain/programme/history.ts';

const FACTS: PlaceFacts = {
  memberships: [
    { cohortId: 'winter', cohortName: 'London, winter', joinedOn: '2026-01-05', leftOn: '2026-06-01' },
    { cohortId: 'autumn', cohortName: 'London, autumn', joinedOn: '2026-07-27', leftOn: null },
  ],
  changes: [
    {
      ...{ fromRouteId: 'a', toRouteId: 'b', fromStartedOn: '2026-01-05', toStartedOn: '2026-01-05' },
      ...{ fromHoursPerWeek: 37, toHoursPerWeek: 30, effectiveOn: '2026-07-27', reason: 'Agreed.' },
    },
  ],
  breaks: [{ reason: 'sickness', startsOn: '2026-06-01', endsOn: '2026-07-27' }],
  endings: [
    { kind: 'withdrawn', reason: 'workload', words: 'Said.', endedOn: '2026-10-01', reopenedAt: 1_791_000_000 },
  ],
};
const routeName = (id: string) => `Route ${id}`;
const told = (knows: string[], reasons: boolean) =>
  JSON.stringify(placeEvents(FACTS, { routeName, knows: (id) => knows.includes(id), reasons }));

test('the newest comes first, and a change says what was before, what is now, and why', () => {
  const events = placeEvents(FACTS, { routeName, knows: () => true, reasons: true });
  expect(events.map(({ on }) => on)).toEqual(
    events
      .map(({ on }) => on)
      .toSorted()
      .toReversed(),
  );
  expect(events.find(({ title }) => title === 'Place in the programme changed')?.lines).toEqual([
    'Route: Route a before, Route b from then on.',
    '30 hours a week, 37 before.',
    'Why: Agreed.',
  ]);
});

test('she reads the kind of her break and of the ending herself', () => {
  const own = told(['winter', 'autumn'], true);
  expect(own).toContain('Sickness');
  expect(own).toContain('The workload');
  expect(own).toContain('Said.');
  expect(own).toContain('First day back 27 July 2026'.slice(6));
});

test('a tutor reads that there was a break and an ending, not which kind, and no name of another cohort', () => {
  const colleague = told(['autumn'], false);
  for (const hidden of ['Sickness', 'workload', 'Said.', 'Withdrew', 'winter']) expect(colleague).not.toContain(hidden);
  expect(colleague).toContain('London, autumn');
  expect(colleague).toContain('another cohort');
  expect(colleague).toContain('A break');
});

test('a reason that was removed is told as removed', () => {
  const facts = { ...FACTS, changes: FACTS.changes.map((change) => ({ ...change, reason: '' })) };
  expect(JSON.stringify(placeEvents(facts, { routeName, knows: () => true, reasons: true }))).toContain(
    'The reason was removed, because its time was over.',
  );
});
