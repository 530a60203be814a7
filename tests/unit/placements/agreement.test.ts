import { describe, expect, test } from 'vitest';
import {
  agreedCount,
  agreedTerms,
  type AgreementFacts,
  missingParts,
  placementState,
  whyFixed,
} from '#src/domain/placements/agreement.ts';

const AT = new Date(0);
const by = (name: string, ...as: ('tutor' | 'manager')[]) => ({ personId: name, name, at: AT, as });
const host = (agrees: boolean) => ({ name: 'Jo', job: 'Team leader', agrees, words: '', at: AT });
const facts = (change: Partial<AgreementFacts> = {}): AgreementFacts => ({
  agreements: [],
  host: null,
  offerId: null,
  ...change,
});
const tutorAndManager = [by('Ruth', 'tutor'), by('Kerry', 'manager')];
const TODAY = '2026-03-10';

test.each<[string, AgreementFacts, string[]]>([
  ['nobody', facts(), ['tutor', 'manager', 'host']],
  ['her tutor', facts({ agreements: [by('Ruth', 'tutor')] }), ['manager', 'host']],
  ['one person who is both', facts({ agreements: [by('Sam', 'tutor', 'manager')] }), ['host']],
  [
    'somebody who is neither any more is still named, and her tutor is asked',
    facts({ agreements: [by('Rita')] }),
    ['tutor', 'manager', 'host'],
  ],
  ['all three', facts({ agreements: tutorAndManager, host: host(true) }), []],
  ['a host who offered the place', facts({ agreements: tutorAndManager, offerId: 'o' }), []],
])('who still has to agree: %s', (_story, placement, parts) => {
  expect(missingParts(placement)).toEqual(parts);
});

test.each([
  ['proposed', facts(), { endsOn: TODAY }, 'proposed'],
  ['the host is missing', facts({ agreements: tutorAndManager }), { endsOn: TODAY }, 'proposed'],
  ['agreed', facts({ agreements: tutorAndManager, host: host(true) }), { endsOn: TODAY }, 'agreed'],
  ['the host said no', facts({ agreements: tutorAndManager, host: host(false) }), { endsOn: TODAY }, 'declined'],
  ['over the day after its last', facts({ host: host(false) }), { endsOn: '2026-03-09' }, 'over'],
  [
    'cancelled stays cancelled',
    facts({ agreements: tutorAndManager, host: host(true) }),
    { endsOn: '2026-03-09', cancelledAt: AT },
    'cancelled',
  ],
])('where it stands: %s', (_story, agreement, change, state) => {
  expect(placementState({ ...agreement, cancelledAt: null, ...change }, TODAY)).toBe(state);
});

test('how many agreed: a host who said no has not', () => {
  expect(agreedCount(facts())).toBe(0);
  expect(agreedCount(facts({ agreements: tutorAndManager, host: host(true) }))).toBe(3);
  expect(agreedCount(facts({ host: host(false) }))).toBe(0);
});

describe('what somebody agrees to', () => {
  const terms = {
    place: 'Court',
    startsOn: '2026-03-02',
    endsOn: '2026-03-06',
    weekdays: [1, 2],
    startsAt: null,
    endsAt: null,
  };
  test.each([
    ['the place', { place: 'Prison' }],
    ['the first day', { startsOn: '2026-03-03' }],
    ['the last day', { endsOn: '2026-03-05' }],
    ['the weekdays', { weekdays: [1, 3] }],
    ['the times', { startsAt: '09:00' }],
  ])('is something else when %s changes', (_story, change) => {
    expect(agreedTerms({ ...terms, ...change })).not.toBe(agreedTerms(terms));
  });
});

test.each([
  ['ahead', { endsOn: '2026-03-20', cancelledAt: null, recordedDays: 0 }, null],
  ['on its last day', { endsOn: TODAY, cancelledAt: null, recordedDays: 0 }, null],
  ['with a day that is recorded', { endsOn: '2026-03-20', cancelledAt: null, recordedDays: 1 }, /stands/],
  ['over', { endsOn: '2026-03-09', cancelledAt: null, recordedDays: 0 }, /over/],
  ['cancelled', { endsOn: '2026-03-20', cancelledAt: AT, recordedDays: 0 }, /cancelled/],
])('whether it can be changed: %s', (_story, placement, words) => {
  const said = whyFixed(placement, TODAY);
  if (words === null) expect(said).toBeNull();
  else expect(said).toMatch(words);
});
