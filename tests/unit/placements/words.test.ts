import { expect, test } from 'vitest';
import {
  agreementWords,
  PLACEMENT_KIND_NAMES,
  placementDays,
  placementDayWords,
} from '#src/components/placements/words.ts';
import { PLACEMENT_KINDS } from '#src/domain/placements/words.ts';

test.each([
  ['one day', '2026-11-26', '2026-11-26', 'Thursday 26 November 2026'],
  ['two days', '2026-11-26', '2026-11-27', 'Thursday 26 November to Friday 27 November 2026'],
  ['from one month into the next', '2026-11-30', '2026-12-01', 'Monday 30 November to Tuesday 1 December 2026'],
  ['over the turn of the year', '2026-12-31', '2027-01-04', 'Thursday 31 December 2026 to Monday 4 January 2027'],
])('the days of a placement: %s', (_story, startsOn, endsOn, words) => {
  expect(placementDays({ startsOn, endsOn })).toBe(words);
});

const agreed = (...names: string[]) => ({
  agreements: names.map((name) => ({ personId: name, name, at: new Date(0) })),
});

test.each([
  ['nobody', agreed(), 'Nobody has agreed yet.'],
  ['one', agreed('Ruth Adeyemi'), 'Agreed by Ruth Adeyemi.'],
  ['both', agreed('Ruth Adeyemi', 'Kerry Bell'), 'Agreed by Ruth Adeyemi and Kerry Bell.'],
])('who agreed: %s', (_story, placement, words) => {
  expect(agreementWords(placement)).toBe(words);
});

test.each([
  ['a day ahead', '2026-11-25', 'Next placement: Thursday 26 November, Riverside Court.'],
  ['the day itself', '2026-11-26', 'Placement today: Riverside Court.'],
])('the next placement is one sentence with day and place: %s', (_story, today, words) => {
  expect(placementDayWords({ placement: { kind: 'court', place: 'Riverside Court' }, day: '2026-11-26' }, today)).toBe(
    words,
  );
});

test.each(PLACEMENT_KINDS)('%s has a name that people read', (kind) => {
  expect(PLACEMENT_KIND_NAMES[kind]).toMatch(/^[A-Z][a-z ]+$/u);
});
