import { describe, expect, test } from 'vitest';
import { measuredMinutes, type ReadingTick, saidMinutes } from '#src/domain/modules/measuredMinutes.ts';
import { ALL, parole } from './parole.ts';

const module = parole();
const [first = '', second = '', third = ''] = ALL;
const NINE = Date.parse('2026-11-16T09:00:00Z');

/** What one reader did: opened the module, then ticked sections so many minutes after that. */
function reading(reader: number, ticks: Readonly<Record<string, number>>, moduleId = module.id): ReadingTick[] {
  const at = (minutes: number) => new Date(NINE + reader * 86_400_000 + minutes * 60_000);
  const own = { reader, moduleId };
  return [
    { ...own, sectionId: null, at: at(0) },
    ...Object.entries(ticks).map(([sectionId, minutes]) => ({ ...own, sectionId, at: at(minutes) })),
  ];
}

const readers = (count: number, ticks: (reader: number) => Readonly<Record<string, number>>) =>
  Array.from({ length: count }, (_none, reader) => reading(reader, ticks(reader))).flat();

const measured = (ticks: readonly ReadingTick[]) => measuredMinutes([module], ticks).get(module.id);
const minutesOf = (ticks: readonly ReadingTick[], sectionId: string) =>
  measured(ticks)?.sections.get(sectionId)?.minutes;

describe('how long people take to read', () => {
  test('is the median of the time from the opening or the tick before', () => {
    const ticks = readers(5, (reader) => ({ [first]: 4 + reader, [second]: 14 + reader, [third]: 20 + reader * 2 }));
    expect(measured(ticks)?.sections).toEqual(
      new Map([
        [first, { minutes: 6 }],
        [second, { minutes: 10 }],
        [third, { minutes: 8 }],
      ]),
    );
    expect(measured(ticks)?.minutes).toBe(24);
  });

  test('is not told where fewer than five people count, so that nobody can be recognised', () => {
    const ticks = readers(4, () => ({ [first]: 5, [second]: 10, [third]: 15 }));
    expect(minutesOf(ticks, first)).toBeNull();
    expect(measured(ticks)?.minutes).toBeNull();
  });

  test('is told for sections, and for the module only when all of them are known', () => {
    const ticks = readers(5, (reader) => ({ [first]: 5, [second]: 11, ...(reader > 0 && { [third]: 15 }) }));
    expect([minutesOf(ticks, first), minutesOf(ticks, second), minutesOf(ticks, third)]).toEqual([5, 6, null]);
    expect(measured(ticks)?.minutes).toBeNull();
  });

  test('leaves out a break: what is ticked after more than half an hour begins a sitting', () => {
    const ticks = readers(6, (reader) => ({ [first]: 5, [second]: reader === 0 ? 36 : 10 }));
    expect(minutesOf(ticks, second)).toBe(5);
    expect(
      minutesOf(
        readers(5, () => ({ [first]: 5, [second]: 36 })),
        second,
      ),
    ).toBeNull();
    expect(
      minutesOf(
        readers(5, () => ({ [first]: 5, [second]: 35 })),
        second,
      ),
    ).toBe(30);
  });

  test('leaves out ticks for what was read before', () => {
    const ticks = readers(5, () => ({ [first]: 9, [second]: 9.1, [third]: 9.2 }));
    expect(minutesOf(ticks, first)).toBe(9);
    expect(minutesOf(ticks, second)).toBeNull();
  });

  test('counts from the last thing somebody did, in whatever module', () => {
    const elsewhere = Array.from({ length: 5 }, (_none, reader) => reading(reader, { [first]: 12 }, 'parole-recall'));
    const here = readers(5, () => ({ [first]: 20 }));
    expect(minutesOf([...here, ...elsewhere.flat()], first)).toBe(8);
  });

  test('does not hang on the order in which ticks come', () => {
    const ticks = readers(5, (reader) => ({ [first]: 4 + reader, [second]: 14, [third]: 20 }));
    expect(measured(ticks.toReversed())).toEqual(measured(ticks));
  });

  test('a module that nobody has opened is not known', () => {
    expect(measured([])?.minutes).toBeNull();
  });
});

test('the minutes said are those of the sections', () => {
  expect(saidMinutes(module)).toBe(30);
});
