import { formatDay } from '../calendar.ts';
import type { Load, LoadHours, LoadInput, LoadLine, Reduction } from './load.ts';
import { remainingPoints } from './points.ts';
import { workOn } from './work.ts';
import { caseLines, workLines } from './workLines.ts';
import { STAGE_REASON } from './words.ts';

interface Worked extends Pick<Load, 'available' | 'used' | 'percent'> {
  readonly input: LoadInput;
  readonly hours: LoadHours;
}

const MINUS = '−';
const grouped = new Intl.NumberFormat('en-GB');

function missingStageWords({ state }: LoadInput['place'], active: readonly Reduction[]): string {
  if (state === 'before') return 'None before the programme begins';
  const isSet = active.some(({ reasonId }) => reasonId === STAGE_REASON);
  return `No figure is published for this time, so a manager sets it${isSet ? ': see below' : ''}`;
}

/** The line of the stage: what is taken off, or that nobody has published a figure. */
function stageLine({ input: { place }, hours: { contracted, stage, active } }: Worked): LoadLine {
  const label = place.stage ? `Reduction for the stage “${place.stage.name}”` : 'Reduction for the stage';
  if (place.stage && stage !== null) {
    return {
      label,
      sum: `${String(place.stage.reductionPercent)}% of ${String(contracted)} hours`,
      value: stage,
      unit: 'hours',
    };
  }
  return { label, sum: missingStageWords(place, active), value: 0, unit: 'hours' };
}

/** Who entered a reduction and when it ends. */
function setWords({ by, endsOn }: Reduction): string {
  const until = endsOn === null ? 'with no end date' : `ends on ${formatDay(endsOn, { year: true })}`;
  return `Set by ${by ?? 'a manager'}, ${until}`;
}

function managerLine(reduction: Reduction): LoadLine {
  const { reason, hoursPerWeek } = reduction;
  return { label: `Reduction: ${reason}`, sum: setWords(reduction), value: hoursPerWeek, unit: 'hours' };
}

function passedOverLine(reduction: Reduction): LoadLine {
  const sum = `${setWords(reduction)}. Not counted: another reduction stands for this stage`;
  return { label: `Reduction: ${reduction.reason}`, sum, value: 0, unit: 'hours' };
}

function hoursLines(worked: Worked): LoadLine[] {
  const { input, hours } = worked;
  const given = input.hoursPerWeek === null ? 'None recorded, so full time counts' : '';
  const off = [stageLine(worked), ...hours.active.map(managerLine)];
  const sum = [hours.contracted, ...off.map(({ value }) => value)].map(String).join(` ${MINUS} `);
  return [
    { label: 'Contracted hours a week', sum: given, value: hours.contracted, unit: 'hours' },
    ...off,
    ...hours.passedOver.map(passedOverLine),
    { label: 'Hours left a week', sum: `${sum}, at least 0`, value: hours.left, unit: 'hours' },
  ];
}

function availableLine({ input: { figures }, hours, available }: Worked): LoadLine {
  const sum = `${grouped.format(figures.targetPoints)} × ${String(hours.left)} ÷ ${String(figures.fullTimeHours)}, rounded down`;
  return { label: 'Points available', sum, value: available, unit: 'points' };
}

/** Where the figures come from: who set them, or which version it is. */
function targetLine({ input: { figures, figuresSet } }: Worked): LoadLine {
  const sum = figuresSet
    ? `Set by ${figuresSet.by}, from ${formatDay(figuresSet.effectiveFrom, { year: true })}`
    : `Public seed figures, version ${figures.version}`;
  return { label: 'Target, full time without reductions', sum, value: figures.targetPoints, unit: 'points' };
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
  const { figures, cases, work = [], today } = worked.input;
  return [
    targetLine(worked),
    ...hoursLines(worked),
    availableLine(worked),
    ...caseLines(figures, cases),
    ...workLines(figures, workOn(work, today)),
    { label: 'Points used', sum: 'All of the work above', value: worked.used, unit: 'points' },
    ...resultLines(worked),
  ];
}
