import { daysBetween } from '#src/domain/calendar.ts';

export interface WelcomePerson {
  readonly id: string;
  readonly story?: string | undefined;
}

export interface Welcome {
  /** Where the portal is, without a slash at the end. */
  readonly address: string;
  readonly demo: { readonly madeOn: string } | null;
  /** The programme's day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly people: readonly WelcomePerson[];
  readonly emailOf: (id: string) => string;
  readonly password: string;
}

const OLD_AFTER_DAYS = 7;

/** What whoever started the portal reads: the address and, in a demo only, whom to sign in as. */
export function welcomeText(welcome: Welcome): string {
  const ready = `Ready at ${welcome.address}`;
  if (!welcome.demo) return `${ready}\n`;
  const people = welcome.people.map(({ id, story }) => `  ${welcome.emailOf(id).padEnd(24)}${story ?? ''}`);
  return [
    '',
    'This is a demo programme with made-up people. Anyone who can reach it can sign in.',
    ...ageOf(welcome.demo.madeOn, welcome.today),
    '',
    'Sign in as:',
    ...people,
    `Password for everyone: ${welcome.password}`,
    '',
    ready,
    '',
  ].join('\n');
}

/** An old demo has nothing in "this week" any more. */
function ageOf(madeOn: string, today: string): string[] {
  const days = daysBetween(madeOn, today);
  if (days <= OLD_AFTER_DAYS) return [];
  return [
    `It was made ${days} days ago, on ${madeOn}, so "this week" may have nothing in it. For a new one: stop the portal, delete`,
    'data/portal.db, data/portal.db-wal, data/portal.db-shm, data/keys and data/anchors, and start again.',
  ];
}
