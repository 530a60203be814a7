import { post, see, type Sight } from './sight.ts';

const NEW = '/admin/cohorts/new';
const ROLL = '/admin/cohorts/london/roll';
const next = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);

/** Cohorts, templates and places as the administrator sees them, and her place as a trainee and her tutor do. */
export const COHORT_PAGES: readonly Sight[] = [
  ...see('harvey', [
    '/admin/cohorts',
    '/admin/cohorts?closed=yes',
    NEW,
    `${NEW}?template=demo-template`,
    '/admin/cohorts/london',
    '/admin/cohorts/london-winter?done=closed',
    ROLL,
    `${ROLL}?name=London+later&region=London&startsOn=${next}`,
    '/admin/cohorts/templates',
    '/admin/cohorts/templates/new',
    '/admin/cohorts/templates/demo-template',
  ]),
  ...see('harvey', [
    '/admin/trainees/tom',
    '/admin/trainees/tom?do=move',
    '/admin/trainees/amara?do=move&cohortId=wales&routeId=standard-21&startedOn=2026-07-06&hoursPerWeek=37',
    '/admin/trainees/amara?do=break',
    '/admin/trainees/amara?do=back&break=none',
    '/admin/trainees/amara?do=end',
  ]),
  ...see('tom', ['/trainees/tom/programme']),
  ...see('ruth', ['/trainees/tom/programme']),
];

const place = (step: string, action: string, fields: Record<string, string>) =>
  post(
    'harvey',
    `/admin/trainees/amara?do=${step}`,
    `/admin/trainees/amara?_action=programme.${action}&do=${step}`,
    fields,
  );
const amara = { id: '5f0c6a52-1111-4a5b-8c1d-5a1b2c3d4e5f', traineeId: 'amara' };

/** Each form with nothing, or nothing right, filled in. */
export const COHORT_PROBLEMS: readonly Sight[] = [
  post('harvey', NEW, `${NEW}?_action=cohorts.make`, {
    id: amara.id,
    templateId: '',
    name: '',
    region: '',
    startsOn: '',
  }),
  post('harvey', '/admin/cohorts/london', '/admin/cohorts/london?_action=cohorts.change', {
    cohortId: 'london',
    name: '',
  }),
  post('harvey', ROLL, `${ROLL}?_action=cohorts.roll`, { fromId: 'london', name: '', region: '', startsOn: '' }),
  post('harvey', '/admin/cohorts/templates/new', '/admin/cohorts/templates/new?_action=cohortTemplates.save', {
    id: amara.id,
    name: '',
    weekFrom: 'default',
    basedOn: '0',
    hasSessions: 'yes',
    startsAt: '14:00',
    endsAt: '13:00',
  }),
  place('move', 'changePlace', {
    ...amara,
    cohortId: 'wales',
    routeId: 'standard-15',
    startedOn: '',
    hoursPerWeek: 'x',
  }),
  place('break', 'beginBreak', { ...amara, startsOn: '', endsOn: '' }),
  place('end', 'end', { ...amara, kind: '', endedOn: '' }),
  ...see(
    'harvey',
    ['/admin/cohorts/none', '/admin/cohorts/none/roll', '/admin/cohorts/templates/none', '/admin/trainees/ruth'],
    404,
  ),
  ...see('ruth', ['/trainees/nia/programme'], 404),
  ...see('daniel', ['/trainees/amara/programme'], 403),
];
