import { LONG, post, see, type Sight } from './sight.ts';

const TODAY = '/peer-sessions/peer-wales-3';
const HELD = '/peer-sessions/peer-london-4';

/** Peer sessions as they are run and afterwards. */
export const PEER_RUN_PAGES: readonly Sight[] = [
  ...see('ffion', [`${TODAY}/run`, TODAY]),
  ...see('gwen', [`${TODAY}/run`, '/peer-sessions/peer-wales-4/run', '/peer-sessions/peer-wales-1']),
  ...see('jonah', [HELD, `${HELD}?saved=closed`]),
  ...see('hannah', [HELD]),
  ...see('priya', [`${HELD}?saved=intention`, `${HELD}?saved=feedback`, '/peer-sessions?saved=review']),
  ...see('ruth', [HELD]),
  ...see('ella', ['/peer-sessions/peer-london-5?asked=without', '/peer-sessions/peer-london-5?asked=with']),
];

const asked = { sessionId: 'peer-london-5', id: '3c1f6a0e-6a37-4f0e-9a4d-94c60d1f2f11' };

/** What they answer with "no". */
export const PEER_RUN_PROBLEMS: readonly Sight[] = [
  ...see('amara', [`${HELD}/run`], 404),
  ...see('nia', ['/peer-sessions/peer-london-5/run'], 404),
  ...see('daniel', [`${HELD}/run`], 403),
  post('ella', '/peer-sessions/peer-london-5', '/peer-sessions/peer-london-5?_action=peerQuestions.ask', asked),
  post('ella', '/peer-sessions/peer-london-5', '/peer-sessions/peer-london-5?_action=peerQuestions.ask', {
    ...{ ...asked, question: LONG, name: 'without' },
  }),
  post('ffion', TODAY, `${TODAY}?_action=peerAfter.close`, { sessionId: 'peer-wales-3' }),
  post('hannah', HELD, `${HELD}?_action=peerAfter.intend`, { sessionId: 'peer-london-4', intention: '' }),
  post('priya', HELD, `${HELD}?_action=peerAfter.giveFeedback`, {
    ...{ sessionId: 'peer-london-4', helped: '', suggestion: 'Call me on 07700 900123.' },
  }),
  post('tom', '/peer-sessions', '/peer-sessions?_action=peerAfter.review', {
    sessionId: 'peer-london-3',
    review: LONG,
  }),
];
