import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { post, see, type Sight } from './sight.ts';

const ID = '5f0c6a52-2222-4a5b-8c1d-5a1b2c3d4e5f';

/** People, files of people and lists, as the administrator sees them. */
export const PEOPLE_PAGES: readonly Sight[] = [
  ...see('harvey', [
    '/admin/people',
    '/admin/people?q=nobody+of+this+name',
    '/admin/people?role=trainee&state=active&cohort=london',
    '/admin/people/new',
    '/admin/people/amara',
    '/admin/people/ruth?done=account',
    '/admin/people/daniel',
    '/admin/people/harvey',
    '/admin/people/import',
    '/admin/people/lists/people',
    '/admin/people/lists/endings',
  ]),
  ...see('harvey', ['/admin/people/nobody', '/admin/people/import/nothing', '/admin/people/lists/secrets'], 404),
];

/** The form of an action, sent on a page of the administrator. */
const sent = (page: string, action: string, fields: Record<string, string>) =>
  post('harvey', page, `${page}?_action=${action}`, fields);
const daniel = (action: string, fields: Record<string, string>) =>
  sent('/admin/people/daniel', action, { personId: 'daniel', ...fields });

/** Each form with nothing, or nothing right, filled in. */
export const PEOPLE_PROBLEMS: readonly Sight[] = [
  sent('/admin/people/new', 'people.add', {
    id: ID,
    name: '',
    personEmail: '',
    language: 'en',
    password: '',
  }),
  sent('/admin/people/new', 'people.add', {
    ...{ id: ID, name: '=1', personEmail: 'amara@pqip.example', language: 'en', password: DEMO_PASSWORD },
  }),
  daniel('people.save', {
    mark: 'another',
    name: 'Daniel',
    personEmail: 'daniel@pqip.example',
    language: 'en',
    password: '',
  }),
  daniel('invitations.send', { password: '' }),
  sent('/admin/people/amara', 'people.assign', {
    id: ID,
    traineeId: 'amara',
    startsOn: '2020-01-01',
    password: '',
  }),
];
