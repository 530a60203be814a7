import { post, see, type Sight } from './sight.ts';

/** What needs a look about a trainee, as her tutor, her manager and she herself see it: noted, come back, of the first weeks, and a break that ends. */
export const SIGNAL_PAGES: readonly Sight[] = [
  ...see('ruth', ['/trainees/hannah', '/trainees/jonah', '/trainees/imran']),
  ...see('gwen', ['/trainees/gethin']),
];

/** What they answer to notes that are not whole. */
export const SIGNAL_PROBLEMS: readonly Sight[] = [
  post('ruth', '/trainees/tom', '/trainees/tom?_action=signals.note', {
    noteId: '7d9b1c2e-6a34-4f0b-9c55-0d8f2a61b7f1',
    traineeId: 'tom',
    kind: 'over-limit',
    factKey: 'seen',
    noteWords: '',
  }),
];
