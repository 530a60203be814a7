import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { addDays } from '#src/domain/calendar.ts';
import { addReview, reviewSha256 } from '../../support/supervisionRecords.ts';
import { type Insert, LONG_AGO } from '../../support/demoRecords.ts';
import type { Fields } from '../../support/portalClient.ts';
import type { Column } from './cast.ts';
import type { Reach, Visit } from './reach.ts';
import type { Way } from './world.ts';

const WAY_NUMBERS: Readonly<Record<Way, number>> = { 'own page': 1, 'another page': 2, called: 3 };
const slug = (text: string) => text.replaceAll(' ', '-');

/** Records of supervision for one cell and way, one for each thing that is done to one. */
export function supervisionOf({ name }: Column, way: Way) {
  const id = slug(`${name} ${way}`);
  return {
    /** Ready to sign, with an action to tick off. */
    reviewId: `review-${id}`,
    tickedId: `review-${id}-action`,
    /** Being written: one to write in, one to say ready of, one to take away. */
    writtenId: `written-${id}`,
    droppedId: `written-${id}-action`,
    toReadyId: `to-ready-${id}`,
    unwantedId: `unwanted-${id}`,
    meetingId: `meeting-${id}`,
  };
}

/** Adds them. */
export function addSupervision(insert: Insert, column: Column, way: Way): void {
  const { traineeId } = column;
  const writer = column.viewerId ?? 'ruth';
  const ids = supervisionOf(column, way);
  addReview(insert, { id: ids.reviewId, traineeId, writer, isReady: true });
  for (const id of [ids.writtenId, ids.toReadyId, ids.unwantedId])
    addReview(insert, { id, traineeId, writer, isReady: false });
  insert('supervision_meetings', {
    id: ids.meetingId,
    trainee_id: traineeId,
    day: LONG_AGO,
    starts_at: '10:00',
    planned_by: writer,
    planned_at: 1,
  });
}

/** Amara's check-ins of long ago: one to share and one to take back, for each way. */
export function addCheckIns(insert: Insert): void {
  for (const number of Object.values(WAY_NUMBERS)) {
    const check = { trainee_id: 'amara', workload: 3, support: 3, balance: 3, words: '', revision: 1, saved_at: 1 };
    insert('wellbeing_checks', { ...check, month: `2020-0${number}`, shared_at: null });
    insert('wellbeing_checks', { ...check, month: `2021-0${number}`, shared_at: 1 });
  }
}

const of = ({ column, way }: Visit) => supervisionOf(column, way);
const overview = ({ column }: Visit) => `/trainees/${column.traineeId}/supervision`;
const today = () => new Date().toISOString().slice(0, 10);
/** Another day for each role and way, so that nobody stands in the way of another. */
const apart = ({ column, way }: Visit) => column.role.length * 3 + WAY_NUMBERS[way];
const month = () => today().slice(0, 7);

/** The part she would sign for. */
function partOf({ role, relation }: Column): string {
  if (role === 'trainee' || role === 'manager') return role;
  return relation === 'priya' ? 'manager' : 'tutor';
}

function signature(visit: Visit): Fields {
  const { reviewId } = of(visit);
  const shownSha256 = reviewSha256(visit.portal, reviewId);
  return { reviewId, part: partOf(visit.column), shownSha256, password: DEMO_PASSWORD };
}

const onRecord = (id: (ids: ReturnType<typeof supervisionOf>) => string, fields: (visit: Visit) => Fields): Reach => ({
  page: (visit) => `/supervision/${id(of(visit))}`,
  input: (visit) => ({ reviewId: id(of(visit)), ...fields(visit) }),
});

export const SUPERVISION_REACHES: Readonly<Record<string, Reach>> = {
  'supervision.plan': {
    page: overview,
    input: (visit) => ({
      id: randomUUID(),
      traineeId: visit.column.traineeId,
      day: addDays(today(), 100 + apart(visit)),
      startsAt: '10:00',
      despite: 'yes',
    }),
  },
  'supervision.cancel': {
    page: overview,
    input: (visit) => ({ meetingId: of(visit).meetingId, reason: 'Nobody can come.' }),
  },
  'supervision.begin': {
    page: overview,
    input: (visit) => ({
      id: randomUUID(),
      traineeId: visit.column.traineeId,
      heldOn: addDays(today(), -25 - apart(visit)),
    }),
  },
  'supervision.save': onRecord(
    ({ writtenId }) => writtenId,
    ({ way }) => ({ heldOn: LONG_AGO, notes: `Written on ${way}.`, basedOn: '1' }),
  ),
  'supervision.renew': onRecord(
    ({ writtenId }) => writtenId,
    () => ({}),
  ),
  'supervision.ready': onRecord(
    ({ toReadyId }) => toReadyId,
    () => ({}),
  ),
  'supervision.remove': onRecord(
    ({ unwantedId }) => unwantedId,
    () => ({}),
  ),
  'supervision.addAction': onRecord(
    ({ writtenId }) => writtenId,
    () => ({ actionId: randomUUID(), words: 'Look at it again.', part: 'tutor', dueOn: today() }),
  ),
  'supervision.removeAction': {
    page: (visit) => `/supervision/${of(visit).writtenId}`,
    input: (visit) => ({ actionId: of(visit).droppedId }),
  },
  'supervision.tick': {
    page: (visit) => `/supervision/${of(visit).reviewId}`,
    input: (visit) => ({ actionId: of(visit).tickedId, done: 'yes' }),
  },
  'supervision.sign': { page: (visit) => `/supervision/${of(visit).reviewId}/sign`, input: signature },
  'wellbeing.save': {
    page: () => '/wellbeing',
    input: ({ portal, way }) => {
      const [row] = portal.rows(
        `select revision from wellbeing_checks where trainee_id = 'amara' and month = ?`,
        month(),
      );
      const answers = { workload: '3', support: '4', balance: '2', words: `Noted on ${way}.` };
      return { month: month(), ...answers, basedOn: String(Number(row?.revision ?? 0)) };
    },
  },
  'wellbeing.share': {
    page: () => '/wellbeing',
    input: ({ way }) => ({ month: `2020-0${WAY_NUMBERS[way]}`, basedOn: '1' }),
  },
  'wellbeing.takeBack': { page: () => '/wellbeing', input: ({ way }) => ({ month: `2021-0${WAY_NUMBERS[way]}` }) },
};
