import { createHash, randomBytes } from 'node:crypto';
import {
  findCalendarReader,
  insertCalendarAddress,
  isCalendarAddressMade,
  noteCalendarRead,
  revokeCalendarAddresses,
} from '#db/queries/calendar.ts';
import { findTrainee, type TraineeRecord } from '#db/queries/trainees.ts';
import { addDays, londonDay } from '#src/domain/calendar.ts';
import { calendarEvents } from '#src/domain/week/calendarEvents.ts';
import { londonInstant } from '#src/domain/week/londonTime.ts';
import { programmePlace } from '#src/domain/programme/place.ts';
import { now, portal, read, today, write } from '../portal.ts';
import { loadAgenda } from '../week.ts';
import { calendarFile } from './calendarFile.ts';

const TOKEN_BYTES = 32;
const TOKEN = /^[\w-]{43}$/u;
const WEEKS_BACK = 4;
const MOST_DAYS_AHEAD = 365;

/** What is kept of a token. It is random and long, so a fast hash is enough. */
export const calendarTokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Makes a private address and takes the one before it back. The token is given once and kept nowhere; null where the form was sent
 * before.
 */
export async function makeCalendarAddress(id: string, personId: string): Promise<string | null> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const at = now();
  return write(async (tx) => {
    if (await isCalendarAddressMade(tx, id)) return null;
    await revokeCalendarAddresses(tx, personId, at);
    await insertCalendarAddress(tx, { id, personId, tokenHash: calendarTokenHash(token), madeAt: at });
    return token;
  });
}

/** Takes her address back: whoever has it reads nothing more. */
export async function revokeCalendarAddress(personId: string): Promise<void> {
  await write((tx) => revokeCalendarAddresses(tx, personId, now()));
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

/** The calendar file behind a token; null where there is none: never made, taken back, an account that was closed, somebody who is no trainee now. */
export async function readCalendar(token: string): Promise<string | null> {
  if (!TOKEN.test(token)) return null;
  const reader = await read((db) => findCalendarReader(db, calendarTokenHash(token)));
  if (!reader) return null;
  const trainee = await read((db) => findTrainee(db, reader.personId));
  if (!trainee) return null;
  const file = await fileOf(trainee);
  noteRead(reader);
  return file;
}
