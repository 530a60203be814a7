import { formatDay, isDay } from '../calendar.ts';
import { LEADING_WORDS } from './obstacleWords.ts';
import { type PlannedDay, programmeObstacle, type RotaMember } from './rota.ts';

/** One line of a rota as a tutor sends it; an empty leader: nobody yet. */
export interface RotaRow {
  readonly id: string;
  readonly day: string;
  readonly leaderId: string;
}

interface Around {
  readonly members: readonly RotaMember[];
  /** Sessions that there are already and that are not cancelled. */
  readonly planned: readonly PlannedDay[];
  readonly today: string;
}

function dayProblem(day: string, others: readonly string[], today: string): string | null {
  if (!isDay(day)) return 'Give the day';
  if (day < today) return 'This day is over';
  return others.includes(day) ? 'The cohort has a session on this day already' : null;
}

/**
 * Why a tutor cannot put somebody in charge of a day, as a sentence, or null. The first twelve weeks and two in a row are hers to
 * decide: only the fair rota keeps clear of them by itself.
 */
export function leaderProblem(leaderId: string, day: string, members: readonly RotaMember[]): string | null {
  if (leaderId === '') return null;
  const member = members.find(({ traineeId }) => traineeId === leaderId);
  if (!member) return 'Choose somebody who is in this cohort';
  const obstacle = programmeObstacle(member, day);
  if (obstacle === null || obstacle === 'first_weeks') return null;
  return `${member.name}: ${LEADING_WORDS[obstacle]} on ${formatDay(day, { year: true })}`;
}

/** What is wrong with the lines of a rota: `day-N` or `leader-N`, from 1 -> a sentence. Empty where all of it can be written. */
export function rotaProblems(rows: readonly RotaRow[], { members, planned, today }: Around): Record<string, string> {
  const before = planned.map(({ day }) => day);
  const problems: Record<string, string> = {};
  for (const [index, { day, leaderId }] of rows.entries()) {
    const others = [...before, ...rows.slice(0, index).map((row) => row.day)];
    const wrongDay = dayProblem(day, others, today);
    const wrongLeader = wrongDay === null ? leaderProblem(leaderId, day, members) : null;
    if (wrongDay !== null) problems[`day-${String(index + 1)}`] = wrongDay;
    if (wrongLeader !== null) problems[`leader-${String(index + 1)}`] = wrongLeader;
  }
  return problems;
}
