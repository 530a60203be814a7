/** What is measured: the pages people open most, as the person who opens them. */
export const PAGES: readonly { readonly name: string; readonly path: string; readonly as: string | null }[] = [
  { name: 'sign-in page', path: '/sign-in', as: null },
  { name: 'home, trainee', path: '/', as: 'amara' },
  { name: 'module', path: '/modules/parole-recall', as: 'amara' },
  { name: 'progress', path: '/progress', as: 'amara' },
  { name: 'portfolio', path: '/portfolio', as: 'amara' },
  { name: 'caseload', path: '/caseload', as: 'amara' },
  { name: 'cohort of 16', path: '/cohorts/london', as: 'ruth' },
  { name: 'trainee, as tutor', path: '/trainees/amara', as: 'ruth' },
  { name: 'assessor’s queue', path: '/assess', as: 'daniel' },
  { name: 'health', path: '/health', as: null },
];
