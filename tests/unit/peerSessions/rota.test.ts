import { describe, expect, test } from 'vitest';
import routeFile from '#src/content/programme/standard-15.json' with { type: 'json' };
import { addDays } from '#src/domain/calendar.ts';
import { fairRota, leadingObstacle, programmeObstacle, type RotaMember } from '#src/domain/peerSessions/rota.ts';
import { type Route, routeSchema } from '#src/domain/programme/schema.ts';
import type { Pause } from '#src/domain/programme/timeline.ts';

const route: Route = routeSchema.parse(routeFile);
const DAYS = ['2026-12-08', '2027-01-12', '2027-02-09', '2027-03-09'];

interface Given {
  readonly ledOn?: readonly string[];
  readonly startedOn?: string;
  readonly pauses?: readonly Pause[];
}

function member(name: string, { ledOn = [], startedOn = '2026-06-01', pauses = [] }: Given = {}): RotaMember {
  const traineeId = name.toLowerCase();
  return {
    traineeId,
    name,
    ledOn,
    route,
    enrolment: { traineeId, routeId: route.id, startedOn, hoursPerWeek: 37, pauses },
  };
}

const pause = (startsOn: string, endsOn: string | null): Pause => ({
  startsOn,
  endsOn,
  reason: 'leave' as Pause['reason'],
});
const leaders = (members: readonly RotaMember[], days = DAYS, planned: Parameters<typeof fairRota>[2] = []) =>
  fairRota(days, members, planned).map(({ leaderId }) => leaderId);

describe('a fair rota', () => {
  test('whoever has led least often leads first', () => {
    const members = [
      member('Ade', { ledOn: ['2026-09-08', '2026-10-13'] }),
      member('Chloe', { ledOn: ['2026-11-10'] }),
    ];
    expect(leaders(members, DAYS.slice(0, 1))).toEqual(['chloe']);
  });

  test('of those who led as often, whoever led longest ago; whoever never led before everybody', () => {
    const members = [
      member('Ade', { ledOn: ['2026-10-13'] }),
      member('Chloe', { ledOn: ['2026-09-08'] }),
      member('Dev'),
    ];
    expect(leaders(members, DAYS.slice(0, 3))).toEqual(['dev', 'chloe', 'ade']);
  });

  test('nobody leads twice before everybody has led once', () => {
    const members = ['Ade', 'Chloe', 'Dev', 'Ella'].map((name) => member(name));
    expect(new Set(leaders(members)).size).toBe(4);
  });

  test('the same facts give the same rota, in whatever order they come', () => {
    const members = ['Ade', 'Chloe', 'Dev', 'Ella', 'Femi'].map((name) => member(name));
    const planned = [{ day: '2026-11-10', leaderId: 'dev' }];
    expect(leaders(members.toReversed(), DAYS.toReversed(), planned)).toEqual(leaders(members, DAYS, planned));
  });

  test('nobody leads twice running, the sessions that are planned already among them', () => {
    const members = [member('Ade'), member('Chloe', { ledOn: ['2026-10-13', '2026-11-10'] })];
    const planned = [{ day: '2026-11-10', leaderId: 'ade' }];
    expect(leaders(members, DAYS.slice(0, 2), planned)).toEqual(['chloe', 'ade']);
  });

  test('the session after the new ones counts too', () => {
    const members = [member('Ade'), member('Chloe', { ledOn: ['2026-05-05', '2026-06-09'] })];
    expect(leaders(members, ['2026-12-08'], [{ day: '2027-01-12', leaderId: 'ade' }])).toEqual(['chloe']);
  });

  test('a day that nobody can lead stays without a leader', () => {
    expect(leaders([member('Ade')], DAYS.slice(0, 2))).toEqual(['ade', null]);
    expect(leaders([], DAYS.slice(0, 1))).toEqual([null]);
  });

  test('with twelve sessions and five people, the shares differ by one at most', () => {
    const members = ['Ade', 'Chloe', 'Dev', 'Ella', 'Femi'].map((name) => member(name, { startedOn: '2026-08-31' }));
    const days = Array.from({ length: 12 }, (_, month) => addDays('2026-12-08', month * 28));
    const counts = Map.groupBy(leaders(members, days), (id) => id ?? 'nobody');
    expect([...counts.values()].map((own) => own.length).toSorted((one, other) => one - other)).toEqual([
      2, 2, 2, 3, 3,
    ]);
  });
});

describe('who is not asked to lead', () => {
  test.each([
    ['in the last of the first twelve weeks', { startedOn: '2026-09-16' }, 'first_weeks'],
    ['in the thirteenth week', { startedOn: '2026-09-15' }, null],
    ['before the programme begins', { startedOn: '2026-12-09' }, 'not_started'],
    ['after its end', { startedOn: '2025-06-02' }, 'over'],
    ['on the first day of a break', { pauses: [pause('2026-12-08', '2027-01-04')] }, 'on_a_break'],
    ['on the last day of a break', { pauses: [pause('2026-11-01', '2026-12-09')] }, 'on_a_break'],
    ['on the first day back', { pauses: [pause('2026-11-01', '2026-12-08')] }, null],
    ['on a break without an end', { pauses: [pause('2026-11-01', null)] }, 'on_a_break'],
  ] as const)('%s', (_story, given, obstacle) => {
    expect(programmeObstacle(member('Ade', given), '2026-12-08')).toBe(obstacle);
  });

  test('weeks of a break do not count among the first twelve', () => {
    const ade = member('Ade', { startedOn: '2026-08-31', pauses: [pause('2026-09-14', '2026-11-30')] });
    expect(programmeObstacle(ade, '2026-12-08')).toBe('first_weeks');
  });

  test('whoever leads the session just before or after, but not one further away', () => {
    const planned = [
      { day: '2026-11-10', leaderId: 'ade' },
      { day: '2026-12-08', leaderId: 'chloe' },
    ];
    expect(leadingObstacle(member('Ade'), '2026-11-24', planned)).toBe('twice_running');
    expect(leadingObstacle(member('Chloe'), '2026-11-24', planned)).toBe('twice_running');
    expect(leadingObstacle(member('Ade'), '2027-01-12', planned)).toBeNull();
  });

  test('a route that is not known stands in nobody’s way', () => {
    expect(programmeObstacle({ ...member('Ade', { startedOn: '2026-12-01' }), route: null }, '2026-12-08')).toBeNull();
  });
});
