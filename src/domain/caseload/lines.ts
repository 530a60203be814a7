import { formatDay } from '../calendar.ts';
import type { Load, LoadHours, LoadInput, LoadLine } from './load.ts';
import { type CaseContact, casePoints, contactPoints, remainingPoints, type WorkloadCase } from './points.ts';
import { CASE_KIND_NAMES, TIERS } from './words.ts';

interface Worked extends Pick<Load, 'available' | 'used' | 'percent'> {
  readonly input: LoadInput;
  readonly hours: LoadHours;
}

const MINUS = '−';
const grouped = new Intl.NumberFormat('en-GB');

/** The line of the stage: what is taken off, or that nobody has published a figure. */
function stageLine({ input: { place }, hours: { contracted, stage } }: Worked): LoadLine {
  const label = place.stage ? `Reduction for the stage “${place.stage.name}”` : 'Reduction for the stage';
  if (place.stage && stage !== null) {
    return {
      label,
      sum: `${String(place.stage.reductionPercent)}% of ${String(contracted)} hours`,
      value: stage,
      unit: 'hours',
    };
  }
  const sum =
    place.state === 'before'
      ? 'None before the programme begins'
      : 'No figure is published for this time, so a manager sets it';
  return { label, sum, value: 0, unit: 'hours' };
}

function managerLine({ reason, hoursPerWeek, endsOn }: LoadInput['reductions'][number]): LoadLine {
  const sum =
    endsOn === null
      ? 'Set by a manager, with no end date'
      : `Set by a manager, ends on ${formatDay(endsOn, { year: true })}`;
  return { label: `Reduction: ${reason}`, sum, value: hoursPerWeek, unit: 'hours' };
}

function hoursLines(worked: Worked): LoadLine[] {
  const { input, hours } = worked;
  const given = input.hoursPerWeek === null ? 'None recorded, so full time counts' : '';
  const off = [stageLine(worked), ...hours.active.map(managerLine)];
  const sum = [hours.contracted, ...off.map(({ value }) => value)].map(String).join(` ${MINUS} `);
  return [
    { label: 'Contracted hours a week', sum: given, value: hours.contracted, unit: 'hours' },
    ...off,
    { label: 'Hours left a week', sum: `${sum}, at least 0`, value: hours.left, unit: 'hours' },
  ];
}

function availableLine({ input: { figures }, hours, available }: Worked): LoadLine {
  const sum = `${grouped.format(figures.targetPoints)} × ${String(hours.left)} ÷ ${String(figures.fullTimeHours)}, rounded down`;
  return { label: 'Points available', sum, value: available, unit: 'points' };
}

/** Like items in one line each, in the order in which they first come. */
function groupLines<T>(
  items: readonly T[] | undefined,
  labelOf: (item: T) => string,
  pointsOf: (item: T) => number,
): LoadLine[] {
  const groups = Map.groupBy(items ?? [], labelOf);
  return [...groups].map(([label, [first, ...rest]]) => {
    const points = first === undefined ? 0 : pointsOf(first);
    const count = rest.length + 1;
    return { label, sum: `${String(count)} × ${String(points)}`, value: count * points, unit: 'points' };
  });
}

function caseLabel({ tier, kind, transitionToAdulthood }: WorkloadCase): string {
  const known = TIERS.find((name) => name === tier);
  const young = transitionToAdulthood ? ', transition to adulthood' : '';
  return `${CASE_KIND_NAMES[kind]}, ${known ? `tier ${known}` : 'without a tier that carries points'}${young}`;
}

function contactLabel({ type, level }: CaseContact): string {
  return `${type.replaceAll('-', ' ')}, ${level}`;
}

function workLines({ input }: Worked): LoadLine[] {
  const { figures } = input;
  const contact = (item: CaseContact) => contactPoints(figures, item);
  return [
    ...groupLines(input.cases, caseLabel, (item) => casePoints(figures, item)),
    ...groupLines(
      input.courtReports,
      (kind) => `Court report, ${kind}`,
      (kind) => figures.courtReportPoints[kind],
    ),
    ...groupLines(input.contactsForOthers, (item) => `Done for a colleague: ${contactLabel(item)}`, contact),
    ...groupLines(
      input.contactsByOthers,
      (item) => `Done by a colleague: ${contactLabel(item)}`,
      (item) => 0 - contact(item),
    ),
  ];
}

function resultLines({ available, used, percent }: Worked): LoadLine[] {
  const ratio =
    available === 0
      ? 'No points available, so no percentage'
      : `${grouped.format(used)} ÷ ${grouped.format(available)}, to one decimal place`;
  return [
    { label: 'Workload', sum: ratio, value: percent, unit: '%' },
    {
      label: 'Points left',
      sum: `${grouped.format(available)} ${MINUS} ${grouped.format(used)}`,
      value: remainingPoints(available, used),
      unit: 'points',
    },
  ];
}

/** Every step of a load, in the order in which it is worked out. */
export function loadLines(worked: Worked): LoadLine[] {
  const { figures } = worked.input;
  return [
    { label: 'Target, full time without reductions', sum: '', value: figures.targetPoints, unit: 'points' },
    ...hoursLines(worked),
    availableLine(worked),
    ...workLines(worked),
    { label: 'Points used', sum: 'All of the work above', value: worked.used, unit: 'points' },
    ...resultLines(worked),
  ];
}
