import { LONG, post, see, type Sight } from './sight.ts';

const NEW = '/portfolio/evidence/new';
const DRAFT = '/portfolio/evidence/amara-evidence-4';
const START = `${NEW}?_action=portfolio.start`;
const SUBMIT = `${DRAFT}?_action=portfolio.submit`;
const UUID = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';

/** The trainee's room as she sees it, and her grid and evidence as others do. */
export const PORTFOLIO_PAGES: readonly Sight[] = [
  ...see('amara', [
    '/portfolio?show=gaps',
    '/portfolio?rated=2.2',
    '/portfolio?removed=yes',
    '/portfolio?state=draft&kind=reflective_account&unit=4',
    '/portfolio?state=nonsense',
    `${NEW}?criteria=9.9`,
    `${DRAFT}?submitted=yes`,
    `${DRAFT}?withdrawn=yes`,
    '/portfolio/evidence/amara-more-1',
    '/portfolio/evidence/amara-more-2',
  ]),
  ...see('tom', ['/portfolio/evidence/tom-evidence-1', '/portfolio?show=gaps']),
  ...see('kerry', ['/trainees/amara']),
];

const nothing = { id: 'amara-evidence-4', basedOn: '1', title: '', text: '', happenedOn: '' };

/** What its forms answer with "no". */
export const PORTFOLIO_PROBLEMS: readonly Sight[] = [
  post('amara', NEW, START, { id: UUID }),
  post('amara', NEW, START, { id: UUID, kind: 'reflective_account', title: LONG, text: 'Words.' }),
  post('amara', DRAFT, SUBMIT, nothing),
  post('amara', DRAFT, SUBMIT, {
    ...nothing,
    title: 'Rang 07700 900123',
    text: 'Born on 3 May 1987.',
    criteria: '4.1',
  }),
  post('amara', DRAFT, SUBMIT, { ...nothing, happenedOn: '2090-01-01', 'where-4.1': LONG, criteria: '4.1' }),
];
