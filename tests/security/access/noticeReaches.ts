import { CHOOSABLE, KIND_CHOICES } from '#src/domain/notices/choices.ts';
import type { NoticeTime } from '#src/domain/notices/words.ts';
import type { Reach, Visit } from './reach.ts';
import type { Way } from './world.ts';

const TIMES: Readonly<Record<Way, NoticeTime>> = { 'own page': 'at_once', 'another page': 'never', called: 'weekly' };

/** Another time with every way, so that each of them changes something. */
const everyChoice = ({ way }: Visit) => ({
  ...Object.fromEntries(CHOOSABLE.map((kind) => [kind, KIND_CHOICES[kind].usual])),
  message: TIMES[way],
});

/** How the actions about notices and e-mail are reached. */
export const NOTICE_REACHES: Readonly<Record<string, Reach>> = {
  // An id that is nobody's: what becomes of the notices of others is tried in tests/integration/notices.
  'notices.markRead': {
    page: () => '/notices',
    input: () => ({ noticeId: 'nothing-of-the-kind' }),
    changes: 'sessions only',
  },
  'notices.choose': { page: () => '/account/notices', input: everyChoice },
  'notices.sendAgain': {
    page: () => '/admin/mail',
    input: () => ({ mailId: 'nothing-of-the-kind' }),
    changes: 'sessions only',
  },
};
