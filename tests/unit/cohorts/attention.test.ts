import { expect, test } from 'vitest';
import { attentionList, type Member } from '#src/domain/cohorts/attention.ts';
import type { ProgrammePlace } from '#src/domain/programme/place.ts';

const TODAY = '2026-11-21';

const running = { state: 'running', week: 20 } as ProgrammePlace;
const paused = { state: 'paused', week: 20 } as ProgrammePlace;

function member(
  name: string,
  what: { late?: number[]; lastSeenOn?: string | null; place?: ProgrammePlace } = {},
): Member {
  const late = (what.late ?? []).map((weeksLate, index) => ({ moduleId: `module-${String(index)}`, weeksLate }));
  const { lastSeenOn = '2026-11-20', place = running } = what;
  return { traineeId: name.toLowerCase(), name, standing: { late, place }, lastSeenOn };
}

test.each([
  ['nobody is named when all is well', member('Amara'), []],
  ['one late module is a reason', member('Leila', { late: [3] }), ['1 module 3 weeks late']],
  ['two late modules are counted', member('Tom', { late: [5, 1] }), ['2 modules late, the oldest by 5 weeks']],
  ['nine days away is no reason', member('Dev', { lastSeenOn: '2026-11-12' }), []],
  ['ten days away is one', member('Dev', { lastSeenOn: '2026-11-11' }), ['not seen for 10 days']],
  ['somebody who never signed in is named', member('Kofi', { lastSeenOn: null }), ['has not signed in yet']],
  ['silence during a pause is no reason', member('Nia', { lastSeenOn: '2026-06-01', place: paused }), []],
])('%s', (...[_story, person, reasons]) => {
  expect(attentionList([person], TODAY).flatMap((named) => named.reasons)).toEqual(reasons);
});

test('the one with most weeks late and longest silence comes first, and at most five are named', () => {
  const people = [
    member('Ade', { late: [1] }),
    member('Hannah', { late: [3], lastSeenOn: '2026-11-01' }),
    member('Tom', { late: [5, 2] }),
    member('Ella', { late: [2] }),
    member('Femi', { late: [3] }),
    member('Grace', { late: [4] }),
    member('Kofi'),
  ];
  expect(attentionList(people, TODAY).map(({ name }) => name)).toEqual(['Hannah', 'Tom', 'Grace', 'Femi', 'Ella']);
});

test('silence asks for a call, lateness for an order to catch up in', () => {
  const [silent, late] = attentionList(
    [member('Hannah', { lastSeenOn: '2026-10-01' }), member('Leila', { late: [1] })],
    TODAY,
  );
  expect(silent?.nextStep).toContain('Ring today');
  expect(late?.nextStep).toContain('catching-up order');
});
