import { LONG, post, see, type Sight } from './sight.ts';

const NEW = '/assess/records/new';
const UUID = '7d9b1c2e-6a34-4f0b-9c55-0d8f2a61b7';

/** Records of an assessor and what witnesses write, as each of those who have to do with them sees them. */
export const RECORD_PAGES: readonly Sight[] = [
  ...see('daniel', [
    NEW,
    `${NEW}?trainee=amara`,
    `${NEW}?trainee=amara&kind=observation`,
    `${NEW}?trainee=tom&witness=yes`,
    '/assess/records/tom-record-1',
    '/assess/records/tom-record-1?saved=yes',
    '/assess/records/tom-record-1?step=sign',
    '/assess/records/amara-record-1',
    '/assess/records/amara-record-1?finished=yes',
  ]),
  ...see('amara', [
    '/portfolio/evidence/amara-record-1',
    '/portfolio/evidence/amara-record-1/sign',
    '/portfolio/evidence/amara-witness-1',
  ]),
  ...see('tom', ['/portfolio/evidence/tom-witness-1']),
  ...see(null, ['/witness/answered']),
];

/** What they answer with "no". */
export const RECORD_PROBLEMS: readonly Sight[] = [
  ...see(null, ['/witness/a-link-that-is-none'], 404),
  ...see('daniel', ['/assess/records/none', '/assess/records/amara-evidence-1', `${NEW}?trainee=nia`], 404),
  ...see('tom', ['/portfolio/evidence/amara-record-1/sign', '/portfolio/evidence/tom-evidence-1/sign'], 404),
  post('daniel', `${NEW}?trainee=amara`, `${NEW}?_action=records.begin`, {
    id: `${UUID}f1`,
    traineeId: 'amara',
    title: '',
  }),
  post('daniel', `${NEW}?trainee=tom&witness=yes`, `${NEW}?_action=records.askWitness`, {
    id: `${UUID}f2`,
    requestId: `${UUID}f3`,
    traineeId: 'tom',
    kind: 'witness_testimony',
  }),
  post('daniel', '/assess/records/tom-record-1', '/assess/records/tom-record-1?_action=records.save', {
    id: 'tom-record-1',
    basedOn: '1',
    title: 'Kept',
    text: LONG,
  }),
  post(
    'daniel',
    '/assess/records/tom-record-1',
    '/assess/records/tom-record-1?_action=records.save',
    {
      id: 'tom-record-1',
      basedOn: '0',
      title: 'Another tab',
      text: 'Kept',
    },
    409,
  ),
  post(
    'amara',
    '/portfolio/evidence/amara-record-1/sign',
    '/portfolio/evidence/amara-record-1/sign?_action=records.sign',
    {
      submissionId: 'amara-record-1-2',
      shownSha256: '',
      words: LONG,
      password: '',
    },
  ),
  post(
    'amara',
    '/portfolio/evidence/amara-record-1/sign',
    '/portfolio/evidence/amara-record-1/sign?_action=records.sendBack',
    { submissionId: 'amara-record-1-2', reason: '' },
  ),
  post('tom', '/portfolio/evidence/tom-witness-1', '/portfolio/evidence/tom-witness-1?_action=witness.ask', {
    evidenceId: 'tom-witness-1',
    requestId: `${UUID}f4`,
    witnessName: '',
    witnessJob: '',
    question: '',
  }),
];
