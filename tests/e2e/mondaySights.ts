import { LONG, post, see, type Sight } from './sight.ts';

const KEEP = '/cohorts/london?_action=cohortViews.keep';
const ID = '0d3f4a52-1111-4a5b-8c1d-5a1b2c3d4e5f';

/** The tutor's first pages and a cohort as she may look at it. */
export const MONDAY_PAGES: readonly Sight[] = [
  ...see('ruth', [
    '/cohorts/london?late=1&over=1&signal=no-sign-in&signal=over-limit',
    '/cohorts/london?late=12&over=1&firstWeeks=1&unnoted=1',
    '/cohorts/london?strand=parole&weeks=all&sort=caseload&order=desc',
    '/cohorts/london?view=kept',
    '/cohorts/london?choose=yes',
    '/cohorts/london?late=1&note=tom.modules-late',
    '/trainees/tom?note=tom.modules-late',
    '/trainees/amara?show=evidence',
  ]),
  ...see('gwen', ['/', '/cohorts', '/cohorts/wales', '/cohorts/wales?view=removed']),
  ...see('gwen', ['/cohorts/london/view.csv'], 404),
];

/** What a form about a view is answered with. */
export const MONDAY_PROBLEMS: readonly Sight[] = [
  post('ruth', '/cohorts/london', KEEP, { id: ID, cohortId: 'london', name: '', query: 'late=2' }),
  post('ruth', '/cohorts/london', KEEP, { id: ID, cohortId: 'london', name: LONG, query: '' }),
  post('ruth', '/cohorts/london', '/cohorts/london?_action=cohortViews.rename', { id: 'demo-view-1', name: '' }),
  post('ruth', '/cohorts/london', '/cohorts/london?_action=cohortViews.remove', { id: 'nothing' }, 404),
];
