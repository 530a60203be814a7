import { createHash } from 'node:crypto';
import { addDays } from '#src/domain/calendar.ts';
import { lotText, rankWishes, type Wish } from '#src/domain/placements/offers.ts';
import { programmePlace } from '#src/domain/programme/place.ts';
import type { Route } from '#src/domain/programme/schema.ts';
import type { DemoRows } from './rows.ts';
import type { Story } from './stories.ts';
import { type DemoTime, noonOf, weeksBefore } from './timing.ts';

interface Telling {
  readonly time: DemoTime;
  readonly stories: readonly Story[];
  readonly routes: readonly Route[];
}

/** Every so many of the crowd would like a seat. */
const CROWD_WISHES = 40;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const lotOfOffer = (offerId: string) => sha256(`demo ${offerId}`).slice(0, 32);

/** A day in a prison, open: anybody in the demo can ask for a seat. */
function openOffer({ time }: Telling): DemoRows['placementOffers'][number] {
  const day = addDays(time.monday, 29);
  return {
    id: 'prison-day',
    kind: 'prison',
    place: 'HMP Fernhill (made up), one day',
    hostContact: 'Offender management unit, at the main gate, 9am',
    lookFor: 'A reception morning, and how the first interview on a wing is prepared.',
    travelNotes: 'Bus 14 from the station, 25 minutes. Phones stay in a locker at the gate.',
    startsOn: day,
    endsOn: day,
    seats: 3,
    closesOn: addDays(time.monday, 18),
    lot: lotOfOffer('prison-day'),
    madeBy: 'harvey',
    madeAt: noonOf(weeksBefore(time, 1)),
  };
}

/** A day in approved premises: nobody can ask any more, and the seats are still to be given out. */
function closedOffer({ time }: Telling): DemoRows['placementOffers'][number] {
  const day = addDays(time.monday, 25);
  return {
    id: 'premises-day',
    kind: 'approved_premises',
    place: 'Larch House approved premises (made up), one day',
    hostContact: 'Duty manager',
    lookFor: 'An arrival from custody, from the door to the first evening.',
    travelNotes: 'Ten minutes on foot from the station.',
    startsOn: day,
    endsOn: day,
    seats: 2,
    closesOn: addDays(time.monday, -3),
    lot: lotOfOffer('premises-day'),
    madeBy: 'harvey',
    madeAt: noonOf(weeksBefore(time, 3)),
  };
}

/** A day at a court for London, given out last month. */
function givenOffer({ time }: Telling): DemoRows['placementOffers'][number] & { id: string } {
  const day = addDays(time.monday, -12);
  return {
    id: 'crown-court-day',
    kind: 'court',
    place: 'Riverside Crown Court (made up), one day',
    hostContact: 'Court probation team, second floor',
    lookFor: 'A sentencing hearing from the side of whoever wrote the report.',
    travelNotes: '',
    startsOn: day,
    endsOn: day,
    seats: 2,
    closesOn: addDays(time.monday, -32),
    cohortId: 'london',
    lot: lotOfOffer('crown-court-day'),
    madeBy: 'harvey',
    madeAt: noonOf(weeksBefore(time, 8)),
    givenOutAt: noonOf(addDays(time.monday, -28)),
  };
}

const WISHES: Readonly<Record<string, readonly string[]>> = {
  'prison-day': ['priya', 'grace', 'nia', 'rhys'],
  'premises-day': ['marcus', 'ella', 'carwyn'],
  'crown-court-day': ['amara', 'tom', 'grace', 'dev', 'kofi'],
};
/** Days at a court when the seats were given out, and who could not be there. */
const COURT_DAYS: Readonly<Record<string, number>> = { amara: 2 };
const COULD_NOT = new Set(['tom']);

function courtWish({ stories, routes, time }: Telling, rows: DemoRows, traineeId: string): Wish {
  const enrolment = rows.enrolments.find((row) => row.traineeId === traineeId);
  const story = stories.find(({ id }) => id === traineeId);
  const route = routes.find(({ id }) => id === story?.routeId);
  const pauses = rows.programmePauses
    .filter((pause) => pause.traineeId === traineeId)
    .map(({ startsOn, endsOn = null, reason }) => ({ startsOn, endsOn, reason }));
  return {
    traineeId,
    hasClash: COULD_NOT.has(traineeId),
    daysInKind: COURT_DAYS[traineeId] ?? 0,
    seatsBefore: 0,
    programmeEndsOn: enrolment && route ? programmePlace({ ...enrolment, pauses }, route, time.today).endsOn : null,
    lot: sha256(lotText(lotOfOffer('crown-court-day'), traineeId)),
  };
}

function tellSeat(rows: DemoRows, offer: ReturnType<typeof givenOffer>, { traineeId, managerId }: Seated): string {
  const { kind, place, hostContact, lookFor, startsOn, endsOn, givenOutAt } = offer;
  const id = `${traineeId}-${offer.id}`;
  const proposedAt = givenOutAt ?? offer.madeAt;
  rows.placements.push({
    id,
    traineeId,
    offerId: offer.id,
    kind,
    place,
    hostContact,
    lookFor,
    startsOn,
    endsOn,
    proposedAt,
  });
  for (const personId of ['ruth', managerId])
    rows.placementAgreements.push({ placementId: id, personId, agreedAt: proposedAt });
  return id;
}

interface Seated {
  readonly traineeId: string;
  readonly managerId: string;
}

function tellGivenOut(rows: DemoRows, telling: Telling, wishers: readonly string[]): void {
  const offer = givenOffer(telling);
  const wishes = wishers.map((traineeId) => courtWish(telling, rows, traineeId));
  for (const { traineeId, rank, reason, getsSeat } of rankWishes(offer, wishes)) {
    const managerId = telling.stories.find(({ id }) => id === traineeId)?.managerId ?? 'kerry';
    const placementId = getsSeat ? tellSeat(rows, offer, { traineeId, managerId }) : null;
    rows.placementAwards.push({ offerId: offer.id, traineeId, rank, reason, placementId });
  }
}

/** Three offers of limited places: one that is open, one that waits to be given out, and one that was given out last month, with everybody's reasons. */
export function tellPlacementOffers(rows: DemoRows, telling: Telling): void {
  const { time, stories } = telling;
  const present = stories.map(({ id }) => id);
  const crowd = present.filter((id, index) => id.startsWith('trainee-') && index % CROWD_WISHES === 0);
  rows.placementOffers.push(openOffer(telling), closedOffer(telling), givenOffer(telling));
  const tellWishes = (offerId: string, weeksAgo: number, more: readonly string[] = []) => {
    const wishers = [...(WISHES[offerId] ?? []).filter((id) => present.includes(id)), ...more];
    const wishedAt = noonOf(weeksBefore(time, weeksAgo));
    for (const traineeId of wishers) rows.placementWishes.push({ offerId, traineeId, wishedAt });
    return wishers;
  };
  tellWishes('prison-day', 0, crowd);
  tellWishes('premises-day', 2);
  tellGivenOut(rows, telling, tellWishes('crown-court-day', 6));
}
