import { post, see, type Sight } from './sight.ts';

/** Notices, what is chosen about them, and e-mail. */
export const NOTICE_PAGES: readonly Sight[] = [
  ...see('tom', ['/notices', '/notices?read', '/account/notices?kept']),
  ...see('ruth', ['/notices', '/account/notices']),
  ...see('daniel', ['/notices', '/account/notices']),
  ...see('harvey', ['/admin/mail', '/admin/mail?again']),
  ...see(null, ['/unsubscribe/nothing'], 404),
];

/** What they answer where something is wrong. */
export const NOTICE_PROBLEMS: readonly Sight[] = [
  post('ruth', '/account/notices', '/account/notices?_action=notices.choose', { 'new-signal': 'tomorrow' }),
];
