import { randomUUID } from 'node:crypto';
import type { Reach, Visit } from './reach.ts';
import { readinessCheckOf, type StudyUse, studySessionOf } from './studyRecords.ts';
import { recordsOf } from './world.ts';

const PAGE = '/study-time';
const onPage = (page: string) => () => page;
const keyOf = ({ column, way }: Visit) => recordsOf(column, way).studyKey;
const sessionFor = (use: StudyUse) => (visit: Visit) => studySessionOf(keyOf(visit), use);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** How the actions about study time and readiness are reached. */
export const STUDY_REACHES: Readonly<Record<string, Reach>> = {
  'studyTime.plan': {
    page: onPage(PAGE),
    input: () => ({
      id: randomUUID(),
      day: inDays(75),
      hours: '',
      minutes: '1',
      part: 'academic',
      startsAt: '',
      weeks: '1',
    }),
  },
  'studyTime.enter': {
    page: onPage(PAGE),
    input: () => ({
      id: randomUUID(),
      pastDay: inDays(-20),
      pastHours: '0',
      pastMinutes: '1',
      pastPart: 'modules',
      pastOutcome: 'unplanned',
    }),
  },
  'studyTime.record': {
    page: onPage(PAGE),
    input: (visit) => ({ sessionId: sessionFor('record')(visit), basedOn: '0', outcome: 'lost', cause: 'court' }),
  },
  'studyTime.move': {
    page: onPage(PAGE),
    input: (visit) => ({ sessionId: sessionFor('move')(visit), day: inDays(76), revision: '1' }),
  },
  'studyTime.withdraw': {
    page: onPage(PAGE),
    input: (visit) => ({ sessionId: sessionFor('withdraw')(visit), revision: '1' }),
  },
  'readiness.save': {
    page: onPage('/placements/readiness'),
    input: ({ portal, way }) => {
      const [row] = portal.rows(`select revision from readiness_checks where id = 'amara-lone-work'`);
      return { id: randomUUID(), kind: 'lone_work', checkIn: `Told on ${way}`, basedOn: String(Number(row?.revision)) };
    },
  },
  'readiness.agree': {
    page: ({ column }) => `/trainees/${column.traineeId}`,
    input: (visit) => ({ checkId: readinessCheckOf(keyOf(visit)), revision: '1' }),
  },
};
