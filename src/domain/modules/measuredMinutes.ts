import type { ModuleMeta } from './schema.ts';

/** That one reader opened a module (`sectionId` null) or ticked one of its sections. `reader` is a number that stands for nobody. */
export interface ReadingTick {
  readonly reader: number;
  readonly moduleId: string;
  readonly sectionId: string | null;
  readonly at: Date;
}

/**
 * What counts as reading: a gap of more than 30 minutes is a break and ends the sitting; one under 20 seconds is a tick for something
 * read before. Where fewer than 5 readers count, nothing is said, so that nobody can be recognised.
 */
export const MEASURING = { longestMinutes: 30, shortestMinutes: 1 / 3, fewestReaders: 5 } as const;

export interface MeasuredSection {
  /** The median, to half a minute; null where too few readers count. */
  readonly minutes: number | null;
}

export interface MeasuredModule {
  readonly sections: ReadonlyMap<string, MeasuredSection>;
  /** The median of a whole reading, to a minute: the medians of all its sections. Null where one of them is not known. */
  readonly minutes: number | null;
}

/** Half the values lie below it. The list is not empty. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

function byReader(ticks: readonly ReadingTick[]): Map<number, ReadingTick[]> {
  const readers = new Map<number, ReadingTick[]>();
  for (const tick of ticks.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    const own = readers.get(tick.reader);
    if (own) own.push(tick);
    else readers.set(tick.reader, [tick]);
  }
  return readers;
}

const placeOf = (moduleId: string, sectionId: string) => `${moduleId} ${sectionId}`;

/** Minutes from the opening or the tick before, whatever module that was in, to each tick: one value a reader and section. */
function readingTimes(ticks: readonly ReadingTick[]): Map<string, number[]> {
  const times = new Map<string, number[]>();
  for (const own of byReader(ticks).values()) {
    for (const [index, { moduleId, sectionId, at }] of own.entries()) {
      const before = own[index - 1];
      if (sectionId === null || !before) continue;
      const minutes = (at.getTime() - before.at.getTime()) / 60_000;
      if (minutes > MEASURING.longestMinutes || minutes < MEASURING.shortestMinutes) continue;
      const place = placeOf(moduleId, sectionId);
      times.set(place, [...(times.get(place) ?? []), minutes]);
    }
  }
  return times;
}

function sectionMinutes(minutes: readonly number[]): number | null {
  return minutes.length < MEASURING.fewestReaders ? null : Math.round(median(minutes) * 2) / 2;
}

type Sections = Pick<ModuleMeta, 'id' | 'sections'>;

function measuredModule({ id, sections }: Sections, times: ReadonlyMap<string, readonly number[]>): MeasuredModule {
  const measured = sections.map(
    (section) => [section.id, { minutes: sectionMinutes(times.get(placeOf(id, section.id)) ?? []) }] as const,
  );
  const known = measured.flatMap(([, { minutes }]) => minutes ?? []);
  const sum = known.reduce((total, minutes) => total + minutes, 0);
  return { sections: new Map(measured), minutes: known.length === sections.length ? Math.round(sum) : null };
}

/** How long people take to read each module and its sections, worked out from when they ticked: module id -> minutes. */
export function measuredMinutes(
  modules: readonly Sections[],
  ticks: readonly ReadingTick[],
): ReadonlyMap<string, MeasuredModule> {
  const times = readingTimes(ticks);
  return new Map(modules.map((module) => [module.id, measuredModule(module, times)]));
}

/** Minutes that the sections of a module are said to take. */
export function saidMinutes({ sections }: Pick<ModuleMeta, 'sections'>): number {
  return sections.reduce((sum, { minutes }) => sum + minutes, 0);
}
