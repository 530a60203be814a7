import { dayNumber } from '../calendar.ts';

const MILLISECONDS_PER_DAY = 86_400_000;
const MILLISECONDS_PER_MINUTE = 60_000;

/** Made once: building a formatter costs a thousand times what using it does. */
const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
});

/** How far London is from UTC at an instant, in milliseconds: an hour ahead in summer. */
function offsetAt(instant: number): number {
  const parts = new Map(london.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return shown - Math.floor(instant / MILLISECONDS_PER_MINUTE) * MILLISECONDS_PER_MINUTE;
}

/**
 * The instant of a time on a day in London. In the hour that clocks leave out in March the time is an hour later, as a clock
 * that was not changed would show it; of the hour that comes twice in October the first counts. `time` is `HH:MM`.
 */
export function londonInstant(day: string, time: string): Date {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const asIfUtc = dayNumber(day) * MILLISECONDS_PER_DAY + minutes * MILLISECONDS_PER_MINUTE;
  const before = offsetAt(asIfUtc - MILLISECONDS_PER_DAY);
  const after = offsetAt(asIfUtc + MILLISECONDS_PER_DAY);
  if (before === after) return new Date(asIfUtc - before);
  const early = asIfUtc - before;
  return new Date(offsetAt(early) === before ? early : offsetAt(asIfUtc - after) === after ? asIfUtc - after : early);
}
