import { addDays, londonDay, weekStart } from '#src/domain/calendar.ts';
import type { Fields } from '../support/portalClient.ts';
import type { Sight } from './sight.ts';

const see = (who: string, paths: readonly string[], status = 200): Sight[] =>
  paths.map((path) => ({ who, path, status }));
const post = (who: string, path: string, action: string, fields: Fields, status = 400): Sight => ({
  who,
  path,
  status,
  send: { action, fields },
});
const LONG = 'x'.repeat(20_001);

/** The newest review of somebody in the demo, and her next meeting; they are named after their days. */
const reviewOf = (traineeId: string) => {
  const daysAgo = { amara: 19, tom: 131, priya: 5, hannah: 19 }[traineeId] ?? 0;
  return `${traineeId}-review-${addDays(weekStart(londonDay(new Date())), -daysAgo)}`;
};
const meetingOf = (traineeId: string) => `${traineeId}-meeting-${addDays(weekStart(londonDay(new Date())), 15)}`;

/** Supervision and wellbeing as each of the three sees them. */
export const SUPERVISION_PAGES: readonly Sight[] = [
  ...see('amara', [
    '/supervision',
    `/supervision/${reviewOf('amara')}`,
    '/wellbeing',
    '/wellbeing?shared=yes',
    '/trainees/amara/supervision',
  ]),
  ...see('priya', [
    '/supervision',
    `/supervision/${reviewOf('priya')}`,
    `/supervision/${reviewOf('priya')}/sign`,
    `/supervision/${reviewOf('priya')}?signed=yes`,
    '/wellbeing',
  ]),
  ...see('ruth', [
    '/trainees/tom/supervision',
    '/trainees/tom/supervision?cancelled=yes',
    '/trainees/amara/supervision?planned=yes',
    `/supervision/${reviewOf('tom')}`,
  ]),
  ...see('salma', ['/trainees/hannah/supervision', `/supervision/${reviewOf('hannah')}/sign`]),
];

/** What they answer with "no". */
export const SUPERVISION_PROBLEMS: readonly Sight[] = [
  ...see('gwen', ['/trainees/amara/supervision', '/supervision/none', `/supervision/${reviewOf('amara')}`], 404),
  post('kerry', '/trainees/tom/supervision', '/trainees/tom/supervision?_action=supervision.plan', {
    id: '7d9b1c2e-6a34-4f0b-9c55-0d8f2a61b7f1',
    traineeId: 'tom',
    day: '2020-01-06',
    startsAt: '10:00',
  }),
  post('kerry', '/trainees/tom/supervision', '/trainees/tom/supervision?_action=supervision.begin', {
    id: '7d9b1c2e-6a34-4f0b-9c55-0d8f2a61b7f2',
    traineeId: 'tom',
    heldOn: '',
  }),
  post('kerry', '/trainees/amara/supervision', '/trainees/amara/supervision?_action=supervision.cancel', {
    meetingId: meetingOf('amara'),
    reason: '',
  }),
  post(
    'priya',
    `/supervision/${reviewOf('priya')}/sign`,
    `/supervision/${reviewOf('priya')}/sign?_action=supervision.sign`,
    { reviewId: reviewOf('priya'), part: 'trainee', shownSha256: 'a'.repeat(64), password: '' },
  ),
  post('tom', '/wellbeing', '/wellbeing?_action=wellbeing.save', { month: '2026-11', words: LONG, basedOn: '0' }),
];
