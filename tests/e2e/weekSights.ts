import type { Sight } from './sight.ts';

const see = (who: string | null, paths: readonly string[], status = 200): Sight[] =>
  paths.map((path) => ({ who, path, status }));
const post = (who: string, path: string, action: string, fields: Record<string, string>): Sight => ({
  who,
  path,
  status: 400,
  send: { action: `${path}${path.includes('?') ? '&' : '?'}_action=${action}`, fields },
});

/** The week as everybody sees it who may. */
export const WEEK_PAGES: readonly Sight[] = [
  ...see('amara', ['/week', '/week?from=2026-12-24', '/week?set=usual', '/week?set=days', '/week?set=calendar']),
  ...see('amara', ['/week?kept=appointment', '/week?set=calendar&kept=revoked', '/week?set=days&kept=added']),
  ...see('nia', [
    '/week',
    '/week?set=usual',
    '/week?edit=nia-appointment-7',
    '/week?move=appointment:nia-appointment-7',
  ]),
  ...see('nia', ['/week?moved=appointment:nia-appointment-7&was=2026-11-24T09:00']),
  ...see('ruth', ['/trainees/amara/week']),
  ...see('kerry', ['/trainees/tom/week']),
  ...see('harvey', ['/admin/weeks', '/admin/weeks?cohort=london', '/admin/weeks?cohort=nowhere&kept=saved']),
];

/** What the week says no to. */
export const WEEK_PROBLEMS: readonly Sight[] = [
  ...see('gwen', ['/trainees/amara/week'], 404),
  ...see('daniel', ['/trainees/amara/week'], 403),
  ...see('ruth', ['/week'], 403),
  post('amara', '/week', 'week.saveAppointment', { title: '', day: '', startsAt: '10:00', endsAt: '09:00' }),
  post('amara', '/week', 'week.moveAppointment', { id: 'amara-appointment-7', day: '', startsAt: '', basedOn: '1' }),
  post('amara', '/week?set=days', 'week.addException', { place: '', startsOn: '2026-12-02', lastDay: '2026-12-01' }),
  post('amara', '/week?set=usual', 'week.savePattern', {
    startsOn: '2026-12-01',
    lastDay: '2026-11-01',
    'monday-1-place': 'office',
    'monday-1-from': '10:00',
    'monday-1-to': '09:00',
    'monday-2-place': 'court',
  }),
  post('nia', '/week?set=usual', 'week.endPattern', { patternId: 'week-nia', lastDay: '2020-01-01' }),
  post('harvey', '/admin/weeks?cohort=london', 'weekPatterns.save', { startsOn: '', cohortId: 'london' }),
];
