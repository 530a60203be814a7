import { describe, expect, test } from 'vitest';
import { gatewaySentence, placeSentence } from '#src/components/progress/words.ts';
import type { ProgrammePlace } from '#src/domain/programme/place.ts';

const place = {
  state: 'running',
  week: 20,
  month: 5,
  weeksInRoute: 66,
  weekStartsOn: '2026-11-16',
  weekEndsOn: '2026-11-22',
  endsOn: '2027-10-05',
  pause: null,
  stage: { id: 'first', name: 'First six months', fromMonth: 1, toMonth: 6, reductionPercent: 80 },
  nextGateway: { id: 'first', name: 'First gateway', basis: 'office setting', dueOn: '2027-01-05' },
} as const satisfies ProgrammePlace;

describe('week, month and stage', () => {
  test.each<[string, Partial<ProgrammePlace>, string]>([
    ['running', {}, 'Week 20 of 66, month 5, first six months. The programme ends on Tuesday 5 October 2027.'],
    ['running towards an end nobody knows', { endsOn: null }, 'Week 20 of 66, month 5, first six months.'],
    ['in no stage', { stage: null, endsOn: null }, 'Week 20 of 66, month 5.'],
    ['paused', { state: 'paused' }, 'Paused at week 20 of 66. The programme ends on Tuesday 5 October 2027.'],
    ['paused without an end', { state: 'paused', endsOn: null }, 'Paused at week 20 of 66.'],
    ['before the start', { state: 'before' }, 'The programme has not begun yet.'],
    ['over', { state: 'after' }, 'The programme is over.'],
  ])('%s', (_story, change, sentence) => {
    expect(placeSentence({ ...place, ...change })).toBe(sentence);
  });
});

describe('the next gateway', () => {
  test.each<[string, ProgrammePlace['nextGateway'], string]>([
    [
      'an office may set another day',
      place.nextGateway,
      'First gateway by Tuesday 5 January 2027 (an office setting: check yours).',
    ],
    [
      'a published day stands by itself',
      { ...place.nextGateway, basis: 'published' },
      'First gateway by Tuesday 5 January 2027.',
    ],
    [
      'behind a pause without an end',
      { ...place.nextGateway, basis: 'published', dueOn: null },
      'First gateway after the pause.',
    ],
    ['none is left', null, ''],
  ])('%s', (_story, nextGateway, sentence) => {
    expect(gatewaySentence({ ...place, nextGateway })).toBe(sentence);
  });
});
