import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { post, see, type Sight } from './sight.ts';

/** Accounts, passwords and what was done. */
export const ACCOUNT_PAGES: readonly Sight[] = [
  ...see(null, ['/forgotten-password', '/forgotten-password?asked', '/sign-in?password-set']),
  ...see(null, ['/welcome/nothing', '/reset/nothing'], 404),
  ...see('amara', ['/account/password', '/account/history']),
  ...see('harvey', ['/admin/audit', '/admin/audit?act=password.set', '/admin/audit?before=1']),
];

/** What they answer where something is wrong. */
export const ACCOUNT_PROBLEMS: readonly Sight[] = [
  post(null, '/forgotten-password', '/forgotten-password?_action=passwords.askReset', { email: 'nobody' }),
  post('amara', '/account/password', '/account/password?_action=passwords.change', {
    password: DEMO_PASSWORD,
    newPassword: 'short',
  }),
  post('amara', '/account/password', '/account/password?_action=passwords.change', { password: '', newPassword: '' }),
];
