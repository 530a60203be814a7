import { LONG, post, see, type Sight } from './sight.ts';

const WAITING = '/assess/amara-evidence-3-1';
const UUID = '7d9b1c2e-6a34-4f0b-9c55-0d8f2a61c8';

/** The assessor's rooms: queue, desk, one trainee with her plan, her own decisions; and handing trainees over. */
export const ASSESS_PAGES: readonly Sight[] = [
  ...see('daniel', [
    '/assess?by=trainee',
    '/assess?page=nowhere',
    '/assess?released=amara-evidence-2-1',
    `${WAITING}?saved=yes`,
    '/assess/decisions',
    '/assess/decisions?only=checked',
    '/assess/trainees/amara',
    '/assess/trainees/amara?plan=yes',
    '/assess/trainees/amara?show=all',
    '/assess/trainees/amara?kind=observation&criteria=3.2,3.6#plan-form',
    '/assess/trainees/tom?planned=yes',
  ]),
  ...see('joan', ['/assess', '/assess/decisions?only=checked']),
  ...see('owen', ['/', '/assess/countersign']),
  ...see('harvey', [
    '/admin/hand-over',
    '/admin/hand-over?from=daniel&to=joan',
    '/admin/hand-over?from=joan&to=daniel',
    '/admin/hand-over?from=daniel&to=owen&day=2099-01-01',
    '/admin/hand-over?from=daniel&to=daniel',
    '/admin/hand-over?done=yes',
  ]),
];

/** What they answer with "no". */
export const ASSESS_PROBLEMS: readonly Sight[] = [
  ...see(
    'daniel',
    ['/assess/none', '/assess/grace-evidence-2-1', '/assess/trainees/nia', '/assess/trainees/none'],
    404,
  ),
  ...see('amara', ['/assess/decisions', '/assess/trainees/amara', '/admin/hand-over'], 403),
  post('daniel', WAITING, `${WAITING}?_action=assess.hold`, {
    ...{ submissionId: 'amara-evidence-3-1', basedOn: '0', then: 'note', comment: LONG },
    ...{ 'decision-3.1': 'met', 'feedback-3.2': 'Ring 07700 900123', 'note-0-5': LONG, newNote: 'Which?' },
  }),
  post('daniel', WAITING, `${WAITING}?_action=assess.decide`, {
    ...{ submissionId: 'amara-evidence-3-1', 'decision-3.1': 'met', shownAssessmentId: '' },
  }),
  post('daniel', '/assess/trainees/amara', '/assess/trainees/amara?_action=assessmentPlan.add', {
    ...{ id: `${UUID}01`, traineeId: 'amara', kind: 'none', plannedOn: '0500-01-01', words: LONG },
  }),
  post('harvey', '/admin/hand-over', '/admin/hand-over?_action=handOver.confirm', {
    ...{
      id: `${UUID}02`,
      fromId: 'daniel',
      toId: 'joan',
      startsOn: '2026-01-01',
      shown: ['amara', 'tom'],
      password: '',
    },
  }),
];
