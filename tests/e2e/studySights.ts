import type { Sight } from './sight.ts';

const see = (who: string, ...paths: readonly string[]): Sight[] => paths.map((path) => ({ who, path, status: 200 }));

/** Study time and readiness, for everybody who sees them. */
export const STUDY_PAGES: readonly Sight[] = [
  ...see('tom', '/study-time', '/study-time?month=2026-10', '/study-time?moved=yes', '/study-time?withdrawn=yes'),
  ...see('tom', '/study-time?recorded=tom-study-1', '/study-time?planned=2026-12-03.2026-12-10&passed=2026-12-25'),
  ...see('amara', '/study-time', '/trainees/amara/study-time', '/placements/readiness'),
  ...see('amara', '/placements/readiness?kind=lone_work&saved=yes'),
  ...see('nia', '/study-time', '/placements/readiness'),
  ...see('ruth', '/trainees/tom/study-time', '/cohorts/london/study-time', '/cohorts/london/study-time?month=2020-01'),
  ...see('kerry', '/trainees/tom/study-time?from=2026-10-01&to=2026-11-22'),
  ...see('kerry', '/trainees/tom/study-time?from=2026-11-22&to=2026-10-01'),
];

const post = (who: string, page: string, action: string, fields: Record<string, string>): Sight => ({
  who,
  path: page,
  status: 400,
  send: { action: `${page}?_action=${action}`, fields },
});

/** Forms that are sent back. Nothing here changes anything. */
export const STUDY_PROBLEMS: readonly Sight[] = [
  post('tom', '/study-time', 'studyTime.plan', { weeks: 'many', day: '' }),
  post('tom', '/study-time', 'studyTime.enter', { pastDay: '', pastOutcome: '' }),
  post('tom', '/study-time', 'studyTime.record', {
    sessionId: 'tom-study-1',
    basedOn: '1',
    outcome: 'part',
    cause: 'court',
    lostHours: '99',
    words: 'Kept',
  }),
  post('tom', '/study-time', 'studyTime.move', { sessionId: 'tom-study--3', day: '2020-01-01', revision: '1' }),
  post('tom', '/placements/readiness', 'readiness.save', {
    kind: 'home_visit',
    buddy: 'Ring 07700 900123',
    basedOn: '1',
  }),
];
