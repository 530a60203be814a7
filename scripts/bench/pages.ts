export interface BenchPage {
  readonly name: string;
  readonly path: string;
  /** The demo person who opens it; null: somebody who is not signed in. */
  readonly as: string | null;
  /** Where something is written: the fields of the form. */
  readonly form?: Readonly<Record<string, string>>;
  /** Asked for so often a second and no oftener, where the portal lets one person have only so many. */
  readonly perSecond?: number;
}

const TICK = { moduleId: 'parole-recall', sectionId: 'before-recall', ticked: 'yes' };

/** What is measured: the pages people open most, as the person who opens them, and the write they make most. */
export const PAGES: readonly BenchPage[] = [
  { name: 'sign-in page', path: '/sign-in', as: null },
  { name: 'home, trainee', path: '/', as: 'amara' },
  { name: 'module', path: '/modules/parole-recall', as: 'amara' },
  { name: 'search, 6 a second', path: '/search?q=risk+of+serious+harm', as: 'amara', perSecond: 6 },
  { name: 'the same, misspelt', path: '/search?q=proportinate+liscence', as: 'amara', perSecond: 6 },
  { name: 'ticking a section', path: '/modules/parole-recall?_action=progress.tick', as: 'amara', form: TICK },
  { name: 'progress', path: '/progress', as: 'amara' },
  { name: 'portfolio', path: '/portfolio', as: 'amara' },
  { name: 'caseload', path: '/caseload', as: 'amara' },
  { name: 'week', path: '/week', as: 'amara' },
  { name: 'study time', path: '/study-time', as: 'amara' },
  { name: 'allocate, as manager', path: '/caseload/allocate?tier=C2&kind=community', as: 'kerry' },
  { name: 'home, manager', path: '/', as: 'kerry' },
  { name: 'home, tutor', path: '/', as: 'ruth' },
  { name: 'caseloads of 16', path: '/cohorts/london/caseloads', as: 'ruth' },
  { name: 'Monday page of 16', path: '/cohorts/london', as: 'ruth' },
  { name: 'trainee, as tutor', path: '/trainees/amara', as: 'ruth' },
  { name: 'assessor’s queue', path: '/assess', as: 'daniel' },
  { name: 'queue of 16 trainees', path: '/assess', as: 'assessor-1' },
  { name: 'the same by trainee', path: '/assess?by=trainee', as: 'assessor-1' },
  { name: 'home, assessor of 16', path: '/', as: 'assessor-1' },
  { name: 'grid, as assessor', path: '/assess/trainees/amara', as: 'daniel' },
  { name: 'quality assurance', path: '/quality', as: 'venetia' },
  { name: 'health', path: '/health', as: null },
];
