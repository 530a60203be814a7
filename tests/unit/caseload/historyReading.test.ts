import { describe, expect, test } from 'vitest';
import { historyDescription, readingWords } from '#src/components/caseload/history/historyWords.ts';
import { caseloadHistory } from '#src/domain/caseload/history/history.ts';
import { byNeed, historyReading, overStretches } from '#src/domain/caseload/history/historyReading.ts';
import type { HistoryFacts } from '#src/domain/caseload/history/historyFacts.ts';
import { allocated, history } from './histories.ts';

const TODAY = '2026-11-22';
/** So many cases of 63 points from a day on; seven are over 435. */
const many = (count: number, from: string, endsOn: string | null = null) =>
  Array.from({ length: count }, (_, index) =>
    allocated(`${from}-${String(index)}`, from, { endsOn, endReason: endsOn === null ? null : 'closed' }),
  );
const agreed = (startsOn: string, until: string) => ({
  id: until,
  reason: 'Two officers left.',
  startsOn,
  until,
  by: 'Kerry Bell',
  allocationId: null,
  agreedAt: Date.parse(`${startsOn}T12:00:00Z`) / 1000,
});

function read(facts: Partial<HistoryFacts>, today = TODAY) {
  const steps = caseloadHistory(history(facts, { today }));
  return { steps, reading: historyReading(steps, facts.agreements ?? []) };
}

describe('a history in one line', () => {
  test.each<[string, Partial<HistoryFacts>, string]>([
    ['within', { allocations: many(6, '2026-08-03') }, 'within the limit, uses 87% of what is available'],
    [
      'over as agreed',
      { allocations: many(7, '2026-11-16'), agreements: [agreed('2026-11-16', '2026-11-30')] },
      'over since Monday 16 November, agreed until Monday 30 November by Kerry Bell',
    ],
    [
      'over on the last day of the agreement',
      { allocations: many(7, '2026-11-16'), agreements: [agreed('2026-11-16', TODAY)] },
      'over since Monday 16 November, agreed until Sunday 22 November by Kerry Bell',
    ],
    [
      'still over after the agreement has ended',
      { allocations: many(7, '2026-11-16'), agreements: [agreed('2026-11-16', '2026-11-21')] },
      'over since Monday 16 November, agreed only until Saturday 21 November by Kerry Bell',
    ],
    [
      'over without anybody’s word',
      { allocations: many(7, '2026-11-16') },
      'over since Monday 16 November, and nobody has agreed to it',
    ],
    [
      'well under for weeks',
      { allocations: many(2, '2026-08-03') },
      'uses 29% of what is available, well under the limit since Monday 29 June',
    ],
    [
      'under for a few days only is no neglect',
      { allocations: [...many(2, '2026-08-03'), ...many(4, '2026-06-29', '2026-11-01')] },
      'within the limit, uses 29% of what is available',
    ],
  ])('%s', (_story, facts, words) => {
    expect(readingWords(read(facts).reading, TODAY)).toBe(words);
  });

  test('nobody is under-used in induction, when she only shadows', () => {
    const { reading } = read({}, '2026-06-28');
    expect(reading.state).toBe('within');
  });

  test('before the programme there is no limit to be within', () => {
    expect(readingWords(read({}, '2026-05-01').reading, '2026-05-01')).toBe(
      'no limit is set for this part of the programme',
    );
  });
});

describe('the times over the limit', () => {
  test('one stretch goes on while anything changes, and a day between makes two', () => {
    const allocations = [
      ...many(7, '2026-07-06', '2026-07-20'),
      ...many(1, '2026-07-13', '2026-07-20'),
      ...many(7, '2026-07-21'),
    ];
    const { steps } = read({ allocations });
    expect(overStretches(steps)).toEqual([
      { from: '2026-07-06', to: '2026-07-20' },
      { from: '2026-07-21', to: '2026-11-23' },
    ]);
    expect(historyDescription(steps)).toBe(
      'From 1 June 2026 to 22 November 2026. 2 times over the limit. Most points used: 504, on 13 July 2026. Today 441 points used and a limit of 435 points.',
    );
  });
});

test('who needs looking at comes first', () => {
  const people = {
    within: read({ allocations: many(6, '2026-08-03') }),
    fuller: read({ allocations: [...many(6, '2026-08-03'), allocated('x', '2026-08-03', { sharePercent: 50 })] }),
    under: read({ allocations: many(1, '2026-08-03') }),
    agreed: read({ allocations: many(7, '2026-11-02'), agreements: [agreed('2026-11-02', '2026-11-30')] }),
    'over since Monday': read({ allocations: many(7, '2026-11-16') }),
    'over for a month': read({ allocations: many(7, '2026-10-19') }),
  };
  const inOrder = Object.entries(people).toSorted(([, one], [, other]) => byNeed(one.reading, other.reading));
  expect(inOrder.map(([name]) => name)).toEqual([
    'over for a month',
    'over since Monday',
    'agreed',
    'under',
    'fuller',
    'within',
  ]);
});
