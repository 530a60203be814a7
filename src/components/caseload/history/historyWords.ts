import { formatDay } from '#src/domain/calendar.ts';
import type { StepFigures } from '#src/domain/caseload/history/history.ts';
import { type HistoryReading, overStretches } from '#src/domain/caseload/history/historyReading.ts';
import { pointsText } from './historyChart.ts';

const dayOf = (day: string, today: string) => formatDay(day, { year: today });

function overWords({ since, agreement, isAgreed }: HistoryReading, today: string): string {
  const over = `over since ${dayOf(since ?? today, today)}`;
  if (agreement === null) return `${over}, and nobody has agreed to it`;
  const until = `${dayOf(agreement.until, today)} by ${agreement.by}`;
  return isAgreed ? `${over}, agreed until ${until}` : `${over}, agreed only until ${until}`;
}

const wholePercent = (percent: number) => `${String(Math.round(percent))}%`;

/** A history in one line: "over since Monday 16 November, agreed until Monday 30 November by Kerry Bell". */
export function readingWords(reading: HistoryReading, today: string): string {
  if (reading.state === 'over') return overWords(reading, today);
  if (reading.state === 'none') return 'no limit is set for this part of the programme';
  if (reading.state === 'within') return `within the limit, uses ${wholePercent(reading.percent)} of what is available`;
  return `uses ${wholePercent(reading.percent)} of what is available, well under the limit since ${dayOf(reading.since ?? today, today)}`;
}

/** The whole history in a few sentences, for whoever cannot see the drawing. */
export function historyDescription(steps: readonly StepFigures[]): string {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return 'Nothing has happened yet.';
  const most = steps.reduce((one, other) => (other.used > one.used ? other : one));
  const long = (day: string) => formatDay(day, { year: true, weekday: false });
  const over = overStretches(steps).length;
  const times = over === 0 ? 'Never over the limit' : `${String(over)} ${over === 1 ? 'time' : 'times'} over the limit`;
  const limit = last.limitPoints === null ? 'no limit set' : `a limit of ${pointsText(last.limitPoints)} points`;
  return `From ${long(first.day)} to ${long(last.day)}. ${times}. Most points used: ${pointsText(most.used)}, on ${long(most.day)}. Today ${pointsText(last.used)} points used and ${limit}.`;
}

/** "412 points of 435, 94.7%", as the table of a history says it. */
export function stepPercent({ available, percent, limitPoints }: StepFigures): string {
  if (limitPoints === null) return 'no limit set';
  return available === 0 ? 'no points available' : `${percent.toFixed(1)}%`;
}
