import {
  findCalendarReader,
  insertCalendarAddress,
  isCalendarAddressMade,
  noteCalendarRead,
  revokeCalendarAddresses,
} from '#db/queries/calendar.ts';
import { findTrainee, type TraineeRecord } from '#db/queries/trainees.ts';
import type { Writer } from '#db/client.ts';
import { addDays, londonDay } from '#src/domain/calendar.ts';
import { calendarEvents } from '#src/domain/week/calendarEvents.ts';
import { londonInstant } from '#src/domain/week/londonTime.ts';
import { programmePlace } from '#src/domain/programme/place.ts';
import { now, portal, read, today, write } from '../portal.ts';
import { refuseFull } from '../room.ts';
import { calendarTokens } from '../tokens.ts';
import { loadAgenda } from '../week.ts';
import { countCalendarMiss, countCalendarRead } from './calendarDoor.ts';
import { calendarFile } from './calendarFile.ts';

const WEEKS_BACK = 4;
const MOST_DAYS_AHEAD = 365;

/**
 * Makes a private address and takes the one before it back. The token is given once and kept nowhere; null where the form was sent
 * before.
 */
export async function makeCalendarAddress(tx: Writer, id: string, personId: string): Promise<string | null> {
  const { token, hash: tokenHash } = calendarTokens.make();
  const at = now();
  if (await isCalendarAddressMade(tx, id)) return null;
  await refuseFull(tx, 'calendarAddresses', personId);
  await revokeCalendarAddresses(tx, personId, at);
  await insertCalendarAddress(tx, { id, personId, tokenHash, madeAt: at });
  return token;
}

/** Takes her address back: whoever has it reads nothing more. */
export function revokeCalendarAddress(tx: Writer, personId: string): Promise<void> {
  return revokeCalendarAddresses(tx, personId, now());
}

/** Last day of the plan as far as it is known: the end of her programme, at most a year from now. */
function lastDayOf({ enrolment }: TraineeRecord, day: string): string {
  const most = addDays(day, MOST_DAYS_AHEAD);
  const route = portal().content.routes.find(({ id }) => id === enrolment.routeId);
  const end = route ? programmePlace(enrolment, route, day).endsOn : null;
  return end === null || end > most ? most : end < day ? day : end;
}

async function fileOf(trainee: TraineeRecord): Promise<string> {
  const day = today();
  const range = { from: addDays(day, -7 * WEEKS_BACK), to: lastDayOf(trainee, day), audience: 'calendar' as const };
  const agenda = await read((db) => loadAgenda(db, trainee, range));
  const madeAt = londonInstant(trainee.enrolment.startedOn, '00:00');
  return calendarFile({ seed: trainee.traineeId, events: calendarEvents(agenda), madeAt });
}

/** Says on her page when it was read last: by day, so once a day is enough. */
function noteRead({ id, lastReadAt }: { id: string; lastReadAt: Date | null }): void {
  const at = now();
  if (lastReadAt !== null && londonDay(lastReadAt) === londonDay(at)) return;
  write((tx) => noteCalendarRead(tx, id, at)).catch((error: unknown) =>
    portal().log.warn({ err: error }, 'that a calendar was read was not written'),
  );
}

/**
 * The calendar file behind a token; null where there is none: never made, taken back, an account that was closed, somebody who is no
 * trainee now. `address`: where it is asked for from. Throws `too_many`.
 */
export async function readCalendar(token: string, address: string): Promise<string | null> {
  const tokenHash = calendarTokens.hashOf(token);
  const reader = tokenHash === null ? null : await read((db) => findCalendarReader(db, tokenHash));
  if (!reader) {
    await countCalendarMiss(address);
    return null;
  }
  await countCalendarRead(token);
  const trainee = await read((db) => findTrainee(db, reader.personId));
  if (!trainee) return null;
  const file = await fileOf(trainee);
  noteRead(reader);
  return file;
}
