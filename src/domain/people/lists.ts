/** Every list that an administrator may take out as a file. */
export const LISTS = ['people', 'accounts', 'assignments', 'cohorts', 'memberships', 'enrolments', 'endings'] as const;
export type ListName = (typeof LISTS)[number];

interface ListWords {
  readonly title: string;
  readonly holds: string;
  readonly columns: readonly string[];
}

/** What each list is called and holds, and its columns in the order of the query. No list holds words that somebody wrote. */
export const LIST_WORDS: Readonly<Record<Exclude<ListName, 'people'>, ListWords>> &
  Readonly<Record<'people', Omit<ListWords, 'columns'>>> = {
  people: {
    title: 'People',
    holds:
      'Everybody who can have an account, as a file that can be brought in again: nothing changes then. Accounts that are switched off are not in it.',
  },
  accounts: {
    title: 'Accounts',
    holds: 'Every account with its roles, and whether somebody can sign in with it.',
    columns: ['email', 'name', 'roles', 'state', 'made_on', 'last_seen_on'],
  },
  assignments: {
    title: 'Assignments',
    holds:
      'Who was and is assigned to which cohort or trainee, from when to when. The end is the first day without it.',
    columns: ['kind', 'person_email', 'person', 'cohort', 'trainee_email', 'trainee', 'starts_on', 'ends_on', 'covers'],
  },
  cohorts: {
    title: 'Cohorts',
    holds: 'Every cohort with its first day and how many trainees are in it now.',
    columns: ['name', 'region', 'starts_on', 'closed_on', 'trainees'],
  },
  memberships: {
    title: 'Memberships',
    holds: 'Who was and is in which cohort. The end is the first day outside.',
    columns: ['trainee_email', 'trainee', 'cohort', 'joined_on', 'left_on'],
  },
  enrolments: {
    title: 'Places in the programme',
    holds: 'Every trainee with route, first day and contracted hours a week.',
    columns: ['trainee_email', 'trainee', 'route', 'started_on', 'hours_per_week'],
  },
  endings: {
    title: 'Endings',
    holds: 'Who finished or withdrew, with the reason from the list, and who was taken in again.',
    columns: ['trainee_email', 'trainee', 'kind', 'reason', 'last_day', 'opened_again_on'],
  },
};

export const listNamed = (name: string): ListName | null => LISTS.find((list) => list === name) ?? null;
