import type { WorkloadFigures } from './schema.ts';
import type { WorkKind } from './words.ts';

/** Work that is not a case, with the days on which it counts: `endsOn` is the first day without it. */
export interface DatedWork {
  readonly id: string;
  readonly kind: WorkKind;
  /** Of a court report `standard` or `fast`; of an ARMS assessment `community` or `licence`; of a contact its type in the figures. */
  readonly type: string | null;
  readonly level: 'low' | 'medium' | 'high' | null;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** A contact done by one officer for another. A type that is not in the figures carries no points. */
export interface CaseContact {
  readonly type: string;
  readonly level: 'low' | 'medium' | 'high';
}

/** What a piece of work weighs. `counted` is negative for what a colleague did; it differs from `points` where a switch is off. */
export interface WorkWeight {
  readonly points: number;
  readonly counted: number;
}

/** Work that counts on a day. */
export function workOn(work: readonly DatedWork[], day: string): DatedWork[] {
  return work.filter(({ startsOn, endsOn }) => startsOn <= day && day < endsOn);
}

/** Points of one contact. */
export function contactPoints(figures: WorkloadFigures, { type, level }: CaseContact): number {
  return Object.hasOwn(figures.contactPoints, type) ? (figures.contactPoints[type]?.[level] ?? 0) : 0;
}

/** The entry of a table of weights that a type names, or 0: a name that every object has is no type. */
function pointsNamed(table: Readonly<Record<string, unknown>>, type: string | null): number {
  const points = type !== null && Object.hasOwn(table, type) ? table[type] : 0;
  return typeof points === 'number' ? points : 0;
}

const plain = (points: number): WorkWeight => ({ points, counted: points });
const switched = (points: number, counts: boolean): WorkWeight => ({ points, counted: counts ? points : 0 });

/**
 * What a piece of work weighs: reports to court, contacts done for others and by others; parole reports and ARMS assessments
 * where the figures say that they count. Recall and other reports carry no points: they stand in the case mix alone.
 * Source: docs/decisions.md, "Workload figures".
 */
export function workWeight(figures: WorkloadFigures, { kind, type, level }: DatedWork): WorkWeight {
  const contact = contactPoints(figures, { type: type ?? '', level: level ?? 'low' });
  const { paroleReport, armsAssessment } = figures;
  const weights: Record<WorkKind, WorkWeight> = {
    court_report: plain(pointsNamed(figures.courtReportPoints, type)),
    parole_report: switched(paroleReport.points, paroleReport.counts),
    recall_report: plain(0),
    other_report: plain(0),
    arms_assessment: switched(pointsNamed(armsAssessment, type), armsAssessment.counts),
    contact_for_other: plain(contact),
    contact_by_other: plain(0 - contact),
  };
  return weights[kind];
}
