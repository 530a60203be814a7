import { formatDay } from '../calendar.ts';
import type { ProgrammePlace } from '../programme/place.ts';

interface Counts {
  readonly place: Pick<ProgrammePlace, 'state' | 'pause'>;
  readonly expected: number;
  readonly doneOfDue: number;
  readonly done: number;
  readonly late: number;
  /** Modules on the whole route. */
  readonly modules: number;
  readonly startsOn: string;
  readonly today: string;
}

function modules(count: number): string {
  return count === 1 ? 'module' : 'modules';
}

function pausedSentence({ place, expected, doneOfDue, today }: Counts): string {
  const since = place.pause ? ` since ${formatDay(place.pause.startsOn, { year: today })}` : '';
  const counted =
    expected === 0
      ? 'nothing was due before'
      : `${String(doneOfDue)} of ${String(expected)} ${modules(expected)} due before then done`;
  return `Paused${since}, nothing is late while paused: ${counted}`;
}

function runningSentence({ expected, doneOfDue, late }: Counts): string {
  if (expected === 0) return 'On track: nothing due yet';
  const done = `${String(doneOfDue)} of ${String(expected)}`;
  if (late === 0) return `On track: ${done} ${modules(expected)} due by now`;
  return `${String(late)} ${modules(late)} behind: ${done} due by now`;
}

/** How somebody stands in one sentence, in words that trainee and tutor can both read. */
export function standingSentence(counts: Counts): string {
  const { place, done, modules: all, startsOn, today } = counts;
  if (place.state === 'before') return `Not started: the programme begins on ${formatDay(startsOn, { year: today })}`;
  if (place.state === 'paused') return pausedSentence(counts);
  if (place.state === 'running') return runningSentence(counts);
  return `Programme over: ${String(done)} of ${String(all)} ${modules(all)} done`;
}
