import { describe, expect, test } from 'vitest';
import { calendarEvents } from '#src/domain/week/calendarEvents.ts';
import { clashWords } from '#src/domain/week/clashes.ts';
import { standard15 } from '../programme/routes.ts';
import {
  agenda,
  appointment,
  contactAction,
  enrolment as hers,
  exception,
  MONDAY,
  pattern,
  placement,
  planned,
  returned,
  study,
} from './facts.ts';

const titles = (...given: Parameters<typeof agenda>) => agenda(...given).items.map(({ title }) => title);

describe('what each audience reads', () => {
  const facts = [
    appointment(),
    appointment({ id: 'team', title: 'Team meeting', startsAt: '10:00', endsAt: '11:00', isPrivate: false }),
    placement({ endsOn: MONDAY }),
    study(),
  ];
  test.each([
    ['self', ['Placement: HMP Fernhill (made up)', 'Dentist', 'Team meeting', 'Study time: modules']],
    ['colleague', ['Placement: HMP Fernhill (made up)', 'Busy', 'Team meeting', 'Study time: modules']],
    ['calendar', ['Placement: prison', 'Appointment', 'Appointment', 'Study time']],
  ] as const)('%s', (audience, expected) => {
    expect(titles(facts, { audience, to: MONDAY, usual: [[], [], [], [], [], [], []] })).toEqual(expected);
  });

  test.each(['colleague', 'calendar'] as const)(
    'nothing that she noted beside her leave, and no link to her pages: %s',
    (audience) => {
      const text = JSON.stringify(agenda([exception(), appointment(), study()], { audience }));
      expect(text).not.toMatch(/Family visit|Dentist|\/week|\/study-time/u);
    },
  );

  test('evidence that came back stands on today, for her alone', () => {
    expect(titles([returned()], { to: MONDAY })).toContain('A home visit');
    expect(titles([returned()], { audience: 'colleague' })).not.toContain('A home visit');
    expect(titles([returned()], { audience: 'calendar' })).not.toContain('A home visit');
  });

  test('what her assessor planned with her stands on its day, for her alone', () => {
    expect(titles([planned()], { to: MONDAY })).toContain('Direct observation for 3.1, 3.2');
    for (const audience of ['colleague', 'calendar'] as const)
      expect(titles([planned()], { audience }), audience).not.toContain('Direct observation for 3.1, 3.2');
  });
});

describe('what she agreed to do with her tutor', () => {
  const found = (audience: 'self' | 'colleague' | 'calendar', change = {}) =>
    agenda([contactAction(change)], { audience }).items.find(({ kind }) => kind === 'contact');

  test.each([
    ['self', 'Agreed with your tutor: Send the timetable.'],
    ['colleague', 'Agreed with the tutor: Send the timetable.'],
  ] as const)('stands on its day with a way to the contact log: %s', (audience, title) => {
    expect(found(audience)).toMatchObject({
      day: MONDAY,
      title,
      href: '/trainees/amara/contacts#action-a',
      note: 'due',
    });
  });

  test('a calendar is told that something is due, and takes no time for it', () => {
    expect(found('calendar')).toMatchObject({ title: 'Contact log: something agreed is due', href: null });
    const [event] = calendarEvents(
      agenda([contactAction()], { audience: 'calendar', usual: [[], [], [], [], [], [], []] }),
    );
    expect(event).toMatchObject({ isBusy: false, when: { allDay: true, start: MONDAY } });
  });

  test('keeps its place once its words were removed', () => {
    expect(found('self', { words: '' })?.title).toBe('Agreed with your tutor: words removed');
  });
});

describe('what may move', () => {
  test.each([
    ['an appointment ahead', appointment(), true],
    ['an appointment that is over', appointment({ day: '2026-11-20' }), false],
    ['study time ahead', study(), true],
    ['study time that was recorded', study({ takenMinutes: 180, lostMinutes: 0 }), false],
    ['study time of a day that is over', study({ day: '2026-11-20' }), false],
    ['a placement', placement(), false],
  ] as const)('%s', (_story, fact, expected) => {
    const { items } = agenda([fact], { from: '2026-11-16', usual: [[], [], [], [], [], [], []] });
    expect(items.map(({ movable }) => movable)).toEqual(items.map(() => expected));
    expect(items).not.toHaveLength(0);
  });

  test('nothing moves for anybody else', () => {
    const { items } = agenda([appointment(), study()], { audience: 'colleague' });
    expect(items.some(({ movable }) => movable)).toBe(false);
  });
});

describe('what her route puts on her days', () => {
  const withRoute = {
    route: standard15,
    titles: new Map(standard15.modules.map(({ moduleId }) => [moduleId, `About ${moduleId}`])),
  };

  test('modules, on the last day of their programme week', () => {
    const week20 = standard15.modules
      .filter(({ week }) => week === 21)
      .map(({ moduleId }) => `Module: About ${moduleId}`);
    const found = agenda([], { ...withRoute, to: '2026-11-29' }).items.filter(({ kind }) => kind === 'module');
    expect(found.map(({ title }) => title)).toEqual(week20);
    expect(new Set(found.map(({ day }) => day))).toEqual(new Set(week20.length > 0 ? ['2026-11-29'] : []));
  });

  test('gateways, once each, on the day on which they are due', () => {
    const all = agenda([], { ...withRoute, from: '2026-07-06', to: '2027-10-31' }).items.filter(({ id }) =>
      id.startsWith('gateway:'),
    );
    expect(all.map(({ id }) => id)).toEqual(standard15.gateways.map(({ id }) => `gateway:${id}`));
  });

  test('nothing after the last day of whoever withdrew, and what was before stays', () => {
    const whole = { ...withRoute, from: '2026-07-06', to: '2027-10-31' };
    const due = (given: Parameters<typeof agenda>[1]) =>
      agenda([], given).items.filter(({ kind }) => kind === 'module' || kind === 'evidence');
    const ended = due({ ...whole, enrolment: { ...hers, endedOn: '2026-11-25' } });
    expect(ended).toEqual(due(whole).filter(({ day }) => day <= '2026-11-25'));
    expect(ended.length).toBeGreaterThan(0);
  });

  test('a pause without an end leaves what is behind it out', () => {
    const pauses = [{ startsOn: '2026-11-24', endsOn: null, reason: 'other' as const }];
    const enrolment = { traineeId: 'amara', routeId: standard15.id, startedOn: '2026-07-06', hoursPerWeek: 37, pauses };
    const later = agenda([], { ...withRoute, enrolment, to: '2027-10-31' });
    expect(later.items.filter(({ kind }) => kind === 'module' || kind === 'evidence')).toEqual([]);
  });
});

describe('what stands in the way of something new', () => {
  const wanted = (change: object = {}) => ({
    id: 'new',
    day: MONDAY,
    part: 'times' as const,
    startsAt: '10:00',
    endsAt: '11:00',
    ...change,
  });
  test.each([
    ['nothing but an office day', [pattern()], wanted(), null],
    ['a placement that takes the day', [placement()], wanted(), /Placement: HMP Fernhill/u],
    ['a placement that is over by then', [placement({ startsAt: '08:00', endsAt: '10:00' })], wanted(), null],
    ['leave', [pattern(), exception()], wanted(), /Leave/u],
    ['another appointment', [appointment({ startsAt: '10:30', endsAt: '12:00' })], wanted(), /Dentist at 10:30am/u],
    ['one that ends as the new one begins', [appointment({ startsAt: '09:00', endsAt: '10:00' })], wanted(), null],
    ['itself', [appointment({ id: 'new', startsAt: '10:00', endsAt: '11:00' })], wanted(), null],
    ['study time', [study({ startsAt: '09:00' })], wanted(), /Study time/u],
    [
      'supervision, which is taken to last an hour',
      [{ fact: 'meeting', id: 'm', day: MONDAY, startsAt: '09:30', changedAt: 1 } as const],
      wanted(),
      /Supervision at 9:30am/u,
    ],
  ])('%s', (_story, facts, new_, expected) => {
    const words = clashWords(agenda(facts), new_);
    if (expected === null) expect(words).toBeNull();
    else expect(words).toMatch(expected);
  });
});
