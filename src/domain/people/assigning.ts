import { addDays, formatDay } from '../calendar.ts';
import type { AssignmentKind, Role } from '../access/roles.ts';

/** How many days ahead an assignment may begin or end. */
const ASSIGNING_DAYS_AHEAD = 366;

/** Somebody as an assignment asks about her. */
export interface AssignedPerson {
  readonly id: string;
  readonly name: string;
  readonly isDisabled: boolean;
  readonly roles: readonly Role[];
}

interface Lasting {
  readonly kind: AssignmentKind;
  readonly personId: string;
  readonly endsOn: string | null;
}

export interface AssigningFacts {
  readonly kind: 'assessor' | 'manager';
  readonly trainee: AssignedPerson | null;
  readonly person: AssignedPerson | null;
  /** Assignments about the trainee. */
  readonly others: readonly Lasting[];
  readonly startsOn: string;
  readonly today: string;
}

const WORKS: Readonly<Record<AssigningFacts['kind'], string>> = {
  assessor: 'a practice assessor',
  manager: 'a line manager',
};

/**
 * Why somebody cannot be assigned to a trainee like this, by field of the form; empty: she can. Rights count from today or later, never
 * backwards. A line manager assesses nobody she manages (docs/decisions.md).
 */
export function assigningProblems({
  kind,
  trainee,
  person,
  others,
  startsOn,
  today,
}: AssigningFacts): Record<string, string> {
  const problems: Record<string, string> = {};
  if (!trainee?.roles.includes('trainee')) problems['kind'] = 'Only a trainee has an assessor and a line manager';
  const who = personProblem({ kind, trainee, person, others, startsOn });
  if (who !== null) problems['personId'] = who;
  const latest = addDays(today, ASSIGNING_DAYS_AHEAD);
  if (startsOn < today || startsOn > latest)
    problems['startsOn'] = `Give a day from today to ${formatDay(latest, { year: true })}`;
  return problems;
}

function personProblem({ kind, trainee, person, others, startsOn }: Omit<AssigningFacts, 'today'>): string | null {
  if (!person) return 'Choose who';
  if (person.id === trainee?.id) return 'Nobody assesses or manages herself. Choose somebody else';
  if (person.isDisabled) return 'This account is switched off. Choose somebody else';
  if (!person.roles.includes(kind)) return `${person.name} is not ${WORKS[kind]}. Give her the role first`;
  const hers = others.filter((one) => one.personId === person.id && (one.endsOn === null || one.endsOn > startsOn));
  if (hers.some((one) => one.kind === kind)) return `${person.name} has this assignment already`;
  if (hers.length > 0) return 'A line manager assesses nobody she manages. Choose somebody else';
  return null;
}

/** Why an assignment cannot end on a day, or null. `ended`: its end so far; `endsOn`: the first day without it. */
export function endingDayProblem(ended: string | null, endsOn: string, today: string): string | null {
  if (ended !== null && ended <= today) return 'This assignment is over already';
  const latest = addDays(today, ASSIGNING_DAYS_AHEAD);
  return endsOn < today || endsOn > latest ? `Give a day from today to ${formatDay(latest, { year: true })}` : null;
}
