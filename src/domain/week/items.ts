import { EVIDENCE_KIND_NAMES } from '../portfolio/words.ts';
import type { StudyPart } from '../studyTime/words.ts';
import type { AgendaItem } from './agenda.ts';
import type { AppointmentFact, FactOf, PlacementFact, StudyFact } from './facts.ts';
import { contactActionItem } from './contactActionItem.ts';
import { PLACEMENT_WORDS, WEEK_PLACE_NAMES } from './placeNames.ts';
import { type DayPlaces, placementStretch } from './places.ts';
import type { PatternPart } from './pattern.ts';
import { peerSessionItem } from './peerSessionItem.ts';
import { type For, PLAIN } from './plainItem.ts';
import { isReturned, plannedAhead } from './portfolioFacts.ts';
import { timeAfter } from './times.ts';

export type ItemMaker = ReturnType<typeof itemMaker>;

/** Study time in the words of its part. */
const STUDY_TITLES: Readonly<Record<StudyPart, string>> = {
  academic: 'Study time: university',
  vocational: 'Study time: vocational qualification',
  modules: 'Study time: modules',
};

function placeItem(day: string, part: PatternPart, { id, changedAt }: { id: string; changedAt: number }): AgendaItem {
  const title = WEEK_PLACE_NAMES[part.place];
  return {
    ...PLAIN,
    ...part,
    id: `place:${id}:${day}:${part.part}:${part.startsAt ?? ''}`,
    kind: 'place',
    day,
    title,
    recordId: id,
    changedAt,
  };
}

function exceptionItem(day: string, fact: FactOf<'exception'>, { audience }: For): AgendaItem {
  const { id, place, words, changedAt } = fact;
  const note = audience === 'self' ? words : '';
  return {
    ...PLAIN,
    id: `exception:${id}:${day}`,
    kind: 'place',
    day,
    title: WEEK_PLACE_NAMES[place],
    place,
    note,
    recordId: id,
    changedAt,
  };
}

/** A place that somebody typed goes into no calendar: its kind does. */
function placementItem(day: string, fact: PlacementFact, { audience }: For): AgendaItem {
  const { id, kind, place, startsAt, endsAt, agreements, changedAt } = fact;
  const title = audience === 'calendar' ? `Placement: ${PLACEMENT_WORDS[kind]}` : `Placement: ${place}`;
  return {
    ...PLAIN,
    ...placementStretch({ startsAt, endsAt }),
    id: `placement:${id}:${day}`,
    kind: 'placement',
    day,
    title,
    note: agreements === 0 ? 'not agreed yet' : '',
    href: audience === 'calendar' ? null : `/placements/${id}`,
    recordId: id,
    changedAt,
  };
}

function placesOfDay(day: string, places: DayPlaces, who: For): AgendaItem[] {
  const { holiday, exceptions, placements, pattern } = places;
  return [
    ...(holiday
      ? [
          {
            ...PLAIN,
            id: `holiday:${day}`,
            kind: 'holiday' as const,
            day,
            title: holiday.name,
            note: 'bank holiday',
            recordId: day,
          },
        ]
      : []),
    ...exceptions.map((fact) => exceptionItem(day, fact, who)),
    ...placements.map((fact) => placementItem(day, fact, who)),
    ...(pattern?.parts.map((part) => placeItem(day, part, pattern)) ?? []),
  ];
}

function studyNote({ takenMinutes, lostMinutes }: StudyFact): string {
  if (takenMinutes === null || lostMinutes === null) return '';
  if (lostMinutes === 0) return 'taken';
  return takenMinutes === 0 ? 'lost' : 'part of it lost';
}

function studyItem(fact: StudyFact, { audience, today }: For): AgendaItem {
  const { id, day, minutes, part, startsAt, revision, takenMinutes, changedAt } = fact;
  return {
    ...PLAIN,
    id: `study:${id}`,
    kind: 'study',
    day,
    part: startsAt === null ? 'day' : 'times',
    startsAt,
    endsAt: startsAt === null ? null : timeAfter(startsAt, minutes),
    title: audience === 'calendar' ? 'Study time' : STUDY_TITLES[part],
    note: audience === 'calendar' ? '' : studyNote(fact),
    href: audience === 'self' ? '/study-time' : null,
    movable: audience === 'self' && takenMinutes === null && day >= today,
    recordId: id,
    revision,
    changedAt,
  };
}

/** A private one is "Busy" to everybody but her, with nothing of its words. */
function appointmentItem(fact: AppointmentFact, { audience, today }: For): AgendaItem {
  const { id, day, startsAt, endsAt, title, isPrivate, revision, changedAt } = fact;
  const hidden = audience === 'calendar' ? 'Appointment' : isPrivate && audience === 'colleague' ? 'Busy' : null;
  return {
    ...PLAIN,
    id: `appointment:${id}`,
    kind: 'appointment',
    day,
    part: 'times',
    startsAt,
    endsAt,
    title: hidden ?? title,
    href: audience === 'self' ? `/week?from=${day}&edit=${id}#appointment` : null,
    movable: audience === 'self' && day >= today,
    isPrivate,
    recordId: id,
    revision,
    changedAt,
  };
}

function meetingItem({ id, day, startsAt, changedAt }: FactOf<'meeting'>, { audience }: For): AgendaItem {
  return {
    ...PLAIN,
    id: `supervision:${id}`,
    kind: 'supervision',
    day,
    part: 'times',
    startsAt,
    title: 'Supervision',
    href: audience === 'self' ? '/supervision' : null,
    recordId: id,
    changedAt,
  };
}

function actionItem({ id, reviewId, words, dueOn, changedAt }: FactOf<'action'>, { audience }: For): AgendaItem {
  const isOpen = audience !== 'calendar';
  return {
    ...PLAIN,
    id: `action:${id}`,
    kind: 'supervision',
    day: dueOn,
    title: isOpen ? `Agreed in supervision: ${words}` : 'Supervision: something agreed is due',
    note: 'due',
    href: isOpen ? `/supervision/${reviewId}` : null,
    recordId: id,
    changedAt,
  };
}

/** A piece of evidence that her assessor planned with her. For her alone: those who see her week may not read her plan. */
function plannedItem(fact: FactOf<'planned'>, who: For): AgendaItem[] {
  const ahead = who.audience === 'self' ? plannedAhead(fact, who) : null;
  if (!ahead) return [];
  const { id, kind, day, changedAt } = fact;
  const isGone = ahead.criteria.length === 0;
  const title = `${EVIDENCE_KIND_NAMES[kind]} for ${(isGone ? ahead.dropped : ahead.criteria).join(', ')}`;
  const note = isGone ? 'planned with your assessor; dropped from the criteria since' : 'planned with your assessor';
  const given = { id: `planned:${id}`, kind: 'evidence' as const, day, title, note };
  return [{ ...PLAIN, ...given, href: '/portfolio#plan', recordId: id, changedAt }];
}

/** It has no day of its own: it stands on today, for her alone. */
function returnedItem(fact: FactOf<'returned'>, { audience, today, qualifications }: For): AgendaItem[] {
  if (audience !== 'self' || !isReturned(fact, qualifications)) return [];
  const { id, title } = fact;
  const href = `/portfolio/evidence/${id}`;
  return [
    {
      ...PLAIN,
      id: `evidence:${id}`,
      kind: 'evidence',
      day: today,
      title,
      note: 'returned to you',
      href,
      recordId: id,
    },
  ];
}

/** Something that follows from her route: a module or a gateway on the day on which it is due. */
function dueItem(
  kind: 'module' | 'evidence',
  given: Pick<AgendaItem, 'id' | 'day' | 'title' | 'note' | 'href'>,
): AgendaItem {
  return { ...PLAIN, ...given, kind, recordId: given.id };
}

/** Makes items in the words of one audience. */
export function itemMaker(who: For) {
  return {
    places: (day: string, places: DayPlaces) => placesOfDay(day, places, who),
    study: (fact: StudyFact) => studyItem(fact, who),
    appointment: (fact: AppointmentFact) => appointmentItem(fact, who),
    meeting: (fact: FactOf<'meeting'>) => meetingItem(fact, who),
    peerSession: (fact: FactOf<'peerSession'>) => peerSessionItem(fact, who),
    action: (fact: FactOf<'action'>) => actionItem(fact, who),
    contactAction: (fact: FactOf<'contactAction'>) => contactActionItem(fact, who),
    planned: (fact: FactOf<'planned'>) => plannedItem(fact, who),
    returned: (fact: FactOf<'returned'>) => returnedItem(fact, who),
    due: dueItem,
  };
}
