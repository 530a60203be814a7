import type { PeerFormat, PeerRole } from '#src/domain/peerSessions/words.ts';

/** A session of the demo, by how many days from the demo's day it is; weekends move to the Friday before or the Monday after. */
export interface ToldPeerSession {
  readonly id: string;
  readonly cohortId: string;
  readonly days: number;
  readonly leaderId: string;
  readonly format: PeerFormat | null;
  readonly title: string;
  readonly aim: string;
  readonly contentNote: string | null;
  readonly guest: string;
  readonly roles: readonly (readonly [PeerRole, string])[];
  readonly state: 'held' | 'planned' | 'cancelled';
}

const nothing = { title: '', aim: '', contentNote: null, guest: '', roles: [], format: null } as const;

export const PEER_SESSIONS_TOLD: readonly ToldPeerSession[] = [
  {
    ...{ id: 'peer-london-1', cohortId: 'london', days: -96, leaderId: 'sofia', state: 'held', guest: '' },
    ...{ format: 'case_discussion', title: 'Presenting a case without losing the person' },
    aim: 'Everybody can present a made-up case in two minutes and end with one real question.',
    contentNote: 'The case is about violence at home, in general words.',
    roles: [
      ['presenter', 'ade'],
      ['timekeeper', 'kofi'],
    ],
  },
  {
    ...{ id: 'peer-london-2', cohortId: 'london', days: -68, leaderId: 'priya', state: 'held', guest: '' },
    ...{ format: 'action_learning_set', title: 'Stuck, and what to ask' },
    aim: 'The presenter leaves with one action of her own; everybody has asked one open question.',
    contentNote: '',
    roles: [
      ['presenter', 'dev'],
      ['note_taker', 'ella'],
    ],
  },
  {
    ...{ id: 'peer-london-3', cohortId: 'london', days: -38, leaderId: 'grace', state: 'held', guest: '' },
    ...{ format: 'teach_back', title: 'What a recall decision has to show' },
    aim: 'Everybody can say in three sentences why recall is the last step and what was weighed before it.',
    contentNote: '',
    roles: [['timekeeper', 'marcus']],
  },
  {
    ...{ id: 'peer-london-4', cohortId: 'london', days: -3, leaderId: 'jonah', state: 'held' },
    ...{ format: 'guest_speaker', title: 'A first visit, seen from the outreach van' },
    aim: 'Everybody knows one thing to say, and one to leave out, when somebody may be ready for treatment.',
    contentNote: 'There is talk of overdose and of somebody who died, in general words.',
    guest: 'Drugs charity, outreach worker',
    roles: [
      ['host_of_guest', 'sofia'],
      ['timekeeper', 'femi'],
    ],
  },
  {
    ...{ id: 'peer-london-5', cohortId: 'london', days: 12, leaderId: 'amara', state: 'planned', guest: '' },
    ...{ format: 'learning_from_a_review', title: 'A published review: what did nobody ask?' },
    aim: 'Everybody names one question that was not asked in the review, and where in our own week it belongs.',
    contentNote: 'The review is about the death of a child. You can step out, and there is somebody to talk to.',
    roles: [
      ['presenter', 'imran'],
      ['timekeeper', 'chloe'],
    ],
  },
  { ...nothing, id: 'peer-london-6', cohortId: 'london', days: 40, leaderId: 'ella', state: 'planned' },
  { ...nothing, id: 'peer-london-7', cohortId: 'london', days: 68, leaderId: 'femi', state: 'planned' },
  { ...nothing, id: 'peer-london-8', cohortId: 'london', days: 96, leaderId: 'imran', state: 'planned' },
  {
    ...{ id: 'peer-wales-1', cohortId: 'wales', days: -60, leaderId: 'rhys', state: 'held', guest: '' },
    ...{ format: 'teach_back', title: 'Language and the first meeting' },
    aim: 'Everybody can offer a first meeting in Welsh or English so that it is a real choice.',
    contentNote: '',
    roles: [['timekeeper', 'seren']],
  },
  {
    ...{ ...nothing, id: 'peer-wales-2', cohortId: 'wales', days: -31, leaderId: 'megan', state: 'cancelled' },
    ...{ format: 'case_discussion', title: 'When home is far away' },
  },
  {
    ...{ id: 'peer-wales-3', cohortId: 'wales', days: 0, leaderId: 'ffion', state: 'planned', guest: '' },
    ...{ format: 'case_discussion', title: 'A plan that nobody can keep' },
    aim: 'Everybody finds one step in the plan that is small enough to see.',
    contentNote: '',
    roles: [
      ['presenter', 'bethan'],
      ['timekeeper', 'carwyn'],
    ],
  },
  { ...nothing, id: 'peer-wales-4', cohortId: 'wales', days: 31, leaderId: 'carwyn', state: 'planned' },
];

/** What people said they would do differently, going round; nobody in particular. */
export const INTENTIONS_TOLD: readonly string[] = [
  'Leave the first minute of a supervision session to the other person.',
  'Write down what would change my mind before I write the assessment.',
  'Ask one open question before I offer anything.',
  'Say the reason for a decision aloud before I put it in the record.',
  'Ring the other agency instead of sending a third message.',
  'Ask whether I may sit in on a release planning meeting.',
];

/** What became of it a month later; two of them have not come to it yet. */
export const REVIEWS_TOLD = [
  { outcome: 'did', words: 'Twice. It is slower and it works.' },
  { outcome: 'partly', words: '' },
  { outcome: 'not_yet', words: 'The right meeting did not come.' },
] as const;

export const FEEDBACK_TOLD: readonly { readonly helped: string; readonly suggestion: string }[] = [
  {
    helped: 'You said at the beginning how to step out, so I could stay.',
    suggestion: 'Next time, you could put the aim on the wall at the end as well.',
  },
  { helped: 'The silence after the question. Nobody filled it.', suggestion: '' },
  {
    helped: 'Working in pairs meant that I said something too.',
    suggestion: 'Next time, you could leave five minutes more for the last round.',
  },
  { helped: 'You sent the pages a week before and they were short.', suggestion: '' },
];

/** Asked for Amara’s session: without a name, and one with. */
export const QUESTIONS_TOLD: readonly { readonly words: string; readonly askedBy: string | null }[] = [
  { words: 'How do you read such a review without thinking of your own cases all night?', askedBy: null },
  { words: 'What do I do when I ask the question and nobody answers?', askedBy: null },
  { words: 'Could we look at what the review says about handing over between teams?', askedBy: 'marcus' },
];

/** What is on the checklist of each format, by src/content/peer-sessions: all of it is done for a session that was held. */
export const PREPARED: Readonly<Record<PeerFormat, readonly string[]>> = {
  action_learning_set: ['aim', 'presenter', 'problem', 'content-note', 'roles', 'rules-read', 'room'],
  case_discussion: ['aim', 'presenter', 'case-safe', 'content-note', 'send-out', 'two-minutes'],
  guest_speaker: ['aim', 'invite', 'agree', 'entry', 'content-note', 'questions', 'confirm', 'thanks'],
  learning_from_a_review: ['choose', 'aim', 'pages', 'content-note', 'send-out', 'look-after', 'after'],
  teach_back: ['aim', 'source', 'checked', 'examples', 'content-note', 'send-out', 'two-minutes'],
};
