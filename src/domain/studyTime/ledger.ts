import type { LossCause, StudyPart } from './words.ts';
import { LOSS_CAUSES } from './words.ts';

/** What became of a session. Taken and lost minutes add up to those of the session; the cause is there where some were lost. */
export interface StudyRecord {
  readonly takenMinutes: number;
  readonly lostMinutes: number;
  readonly cause: LossCause | null;
  readonly words: string;
  readonly recordedAt: Date;
  /** From 1: the highest one stands. */
  readonly number: number;
}

/** Time for study on a day, in minutes, and what became of it. Withdrawn ones are not in any list. */
export interface StudySession {
  readonly id: string;
  readonly traineeId: string;
  readonly day: string;
  readonly minutes: number;
  readonly part: StudyPart;
  /** `HH:MM` in London, where a time was given. */
  readonly startsAt: string | null;
  /** The session whose lost time it makes up. That one never makes up another itself. */
  readonly makesUp: string | null;
  /** False for time studied without a plan: taken, but never planned. */
  readonly isPlanned: boolean;
  readonly revision: number;
  /** The newest record, or null where nothing is recorded yet. */
  readonly record: StudyRecord | null;
  /** What was recorded before and corrected since, newest first. */
  readonly earlier: readonly StudyRecord[];
}

/** Minutes of a time, first and last day included. */
export interface StudyTotals {
  readonly entitledMinutes: number;
  /** Every session that was planned, those that make up lost time among them. */
  readonly plannedMinutes: number;
  /** All that was studied, with and without a plan. */
  readonly takenMinutes: number;
  /** The part of it that was studied without a plan. */
  readonly unplannedMinutes: number;
  readonly lostMinutes: number;
  /** Of the time lost in these days: what was taken later to make it up, on whatever day. */
  readonly madeUpMinutes: number;
  /** Lost in these days and not made up. A session that was to make up lost time and was lost again is not counted twice. */
  readonly stillLostMinutes: number;
  /** Planned up to today, and nobody has said what became of it. */
  readonly unrecordedMinutes: number;
  /** Planned for days after today. */
  readonly aheadMinutes: number;
  /** Minutes and sessions by cause, in the order of the words; only causes that occur. */
  readonly lostByCause: readonly { readonly cause: LossCause; readonly minutes: number; readonly sessions: number }[];
}

interface TotalsInput {
  /** Her sessions of these days, and those of any later day that make one of them up. */
  readonly sessions: readonly StudySession[];
  readonly from: string;
  readonly to: string;
  readonly entitledMinutes: number;
  readonly today: string;
}

const sumOf = <T>(list: readonly T[], minutes: (item: T) => number) =>
  list.reduce((sum, item) => sum + minutes(item), 0);

const lostOf = ({ record }: StudySession) => record?.lostMinutes ?? 0;
const takenOf = ({ record }: StudySession) => record?.takenMinutes ?? 0;

/** Minutes taken later for the lost time of a session; never more than were lost. */
export function madeUpOf(session: StudySession, sessions: readonly StudySession[]): number {
  const later = sessions.filter(({ makesUp }) => makesUp === session.id);
  return Math.min(lostOf(session), sumOf(later, takenOf));
}

/** Minutes of a session's lost time for which no other time is planned or taken yet. */
export function leftToMakeUp(session: StudySession, sessions: readonly StudySession[]): number {
  const later = sessions.filter(({ makesUp }) => makesUp === session.id);
  const found = sumOf(later, ({ record, minutes }) => (record ? record.takenMinutes : minutes));
  return Math.max(0, lostOf(session) - found);
}

function causesOf(sessions: readonly StudySession[]): StudyTotals['lostByCause'] {
  return LOSS_CAUSES.flatMap((cause) => {
    const lost = sessions.filter(({ record }) => record?.cause === cause);
    return lost.length === 0 ? [] : [{ cause, minutes: sumOf(lost, lostOf), sessions: lost.length }];
  });
}

/** Planned, taken, lost and made up over some days; lost and taken add up to planned where everything planned is recorded. */
export function studyTotals({ sessions, from, to, entitledMinutes, today }: TotalsInput): StudyTotals {
  const within = sessions.filter(({ day }) => from <= day && day <= to);
  const planned = within.filter(({ isPlanned }) => isPlanned);
  const open = planned.filter(({ record }) => record === null);
  const roots = within.filter(({ makesUp }) => makesUp === null);
  const madeUpMinutes = sumOf(roots, (session) => madeUpOf(session, sessions));
  return {
    entitledMinutes,
    plannedMinutes: sumOf(planned, ({ minutes }) => minutes),
    takenMinutes: sumOf(within, takenOf),
    unplannedMinutes: sumOf(
      within.filter(({ isPlanned }) => !isPlanned),
      takenOf,
    ),
    lostMinutes: sumOf(within, lostOf),
    madeUpMinutes,
    stillLostMinutes: sumOf(roots, lostOf) - madeUpMinutes,
    unrecordedMinutes: sumOf(
      open.filter(({ day }) => day <= today),
      ({ minutes }) => minutes,
    ),
    aheadMinutes: sumOf(
      open.filter(({ day }) => day > today),
      ({ minutes }) => minutes,
    ),
    lostByCause: causesOf(within),
  };
}

type CauseTotals = StudyTotals['lostByCause'][number];

function addCauses(each: readonly StudyTotals[]): CauseTotals[] {
  const byCause = Map.groupBy(
    each.flatMap(({ lostByCause }) => lostByCause),
    ({ cause }) => cause,
  );
  return LOSS_CAUSES.flatMap((cause) => {
    const found = byCause.get(cause) ?? [];
    const add = (value: (one: CauseTotals) => number) => sumOf(found, value);
    return found.length === 0
      ? []
      : [{ cause, minutes: add(({ minutes }) => minutes), sessions: add(({ sessions }) => sessions) }];
  });
}

/** The figures of several people together. */
export function addTotals(each: readonly StudyTotals[]): StudyTotals {
  const add = (minutes: (totals: StudyTotals) => number) => sumOf(each, minutes);
  return {
    entitledMinutes: add((totals) => totals.entitledMinutes),
    plannedMinutes: add((totals) => totals.plannedMinutes),
    takenMinutes: add((totals) => totals.takenMinutes),
    unplannedMinutes: add((totals) => totals.unplannedMinutes),
    lostMinutes: add((totals) => totals.lostMinutes),
    madeUpMinutes: add((totals) => totals.madeUpMinutes),
    stillLostMinutes: add((totals) => totals.stillLostMinutes),
    unrecordedMinutes: add((totals) => totals.unrecordedMinutes),
    aheadMinutes: add((totals) => totals.aheadMinutes),
    lostByCause: addCauses(each),
  };
}
