import type { WorkloadFigures } from '../caseload/schema.ts';
import { ACTIVITIES, ACTIVITY_NAMES } from '../caseload/words.ts';

/** What stands beside a number of the workload figures. */
export interface FigureLabel {
  readonly label: string;
  readonly unit: string;
}

/** Numbers that stand alone, and the switches, by path. */
const SINGLE: Readonly<Record<string, FigureLabel>> = {
  targetPoints: { label: 'Target, full time without reductions', unit: 'points' },
  fullTimeHours: { label: 'Full-time hours', unit: 'hours a week' },
  limitPercent: { label: 'Limit: more is over', unit: '% of available points' },
  secondLinePercent: { label: 'Second line', unit: '% of available points' },
  underUsePercent: { label: 'Well under: less is', unit: '% of the limit' },
  transitionToAdulthoodKind: { label: 'Transition to adulthood counts as', unit: '' },
  'courtReportPoints.standard': { label: 'Court report, standard', unit: 'points' },
  'courtReportPoints.fast': { label: 'Court report, fast or spoken', unit: 'points' },
  'paroleReport.points': { label: 'Parole report', unit: 'points' },
  'paroleReport.counts': { label: 'Parole reports count', unit: '' },
  'armsAssessment.community': { label: 'ARMS assessment, community', unit: 'points' },
  'armsAssessment.licence': { label: 'ARMS assessment, licence', unit: 'points' },
  'armsAssessment.counts': { label: 'ARMS assessments count', unit: '' },
};

const REDUCTION_PARTS: Readonly<Record<string, FigureLabel>> = {
  percent: { label: 'usually', unit: '% of contracted hours' },
  maximumPercent: { label: 'at most', unit: '% of contracted hours' },
  months: { label: 'ends after', unit: 'months' },
};

const sentence = (slug: string) => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');

/** What people read for a kind of contact, from its id: "Home visit". */
export const contactName = sentence;

function activityLabel(item: string): FigureLabel {
  const known = ACTIVITIES.find((activity) => activity === item);
  return { label: `Counts while: ${known ? ACTIVITY_NAMES[known].toLowerCase() : item}`, unit: '% of its points' };
}

function reductionLabel(name: string, part: string): FigureLabel {
  const { label, unit } = REDUCTION_PARTS[part] ?? { label: part, unit: '' };
  return { label: `${name}: ${label}`, unit };
}

function partsOf(path: string): [string, string, string] {
  const [list = '', item = '', part = ''] = path.split('.');
  return [list, item, part];
}

/** The label and unit of a number in the workload figures, by its path. */
export function figureLabel(path: string, { reductions }: Pick<WorkloadFigures, 'reductions'>): FigureLabel {
  const [list, item, part] = partsOf(path);
  if (list === 'tierPoints') return { label: `Tier ${item}, ${part}`, unit: 'points' };
  if (list === 'contactPoints') return { label: `Contact: ${sentence(item).toLowerCase()}, ${part}`, unit: 'points' };
  if (list === 'activityPercent') return activityLabel(item);
  if (list !== 'reductions') return SINGLE[path] ?? { label: path, unit: '' };
  return reductionLabel(reductions[Number(item)]?.name ?? item, part);
}
