import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { workloadFiguresSchema } from '#src/domain/caseload/schema.ts';
import { routeSchema } from '#src/domain/programme/schema.ts';

function read(folder: string): { id: string; data: unknown }[] {
  const directory = new URL(`../../../src/content/${folder}/`, import.meta.url);
  const files = readdirSync(directory).filter((name) => name.endsWith('.json'));
  return files.map((name) => ({
    id: name.replace('.json', ''),
    data: JSON.parse(readFileSync(new URL(name, directory), 'utf8')) as unknown,
  }));
}

describe('the routes of the programme', () => {
  const routes = read('programme').map(({ id, data }) => ({ id, route: routeSchema.parse(data) }));

  test('are the three that people are on, each named as its file', () => {
    expect(routes.map(({ id }) => id).sort()).toEqual(['part-time-30', 'standard-15', 'standard-21']);
    expect(routes.map(({ route }) => route.id)).toEqual(routes.map(({ id }) => id));
  });

  test.each([
    ['standard-15', 15, { min: 37, max: 37 }, [80, 60, 40], 12, 20],
    ['standard-21', 21, { min: 37, max: 37 }, [80, 60, 40, null], 23, 35],
    ['part-time-30', 30, { min: 22.2, max: 29.6 }, [80, 60, 40, null], 28, 46],
  ])(
    '%s lasts as published and takes off what is published',
    (...[id, months, hoursPerWeek, percents, release, recall]) => {
      const route = routes.find((each) => each.id === id)?.route;
      expect(route).toMatchObject({ months, hoursPerWeek });
      expect(route?.stages.map(({ reductionPercent }) => reductionPercent)).toEqual(percents);
      expect(route?.modules).toContainEqual({ moduleId: 'parole-release-test', week: release });
      expect(route?.modules).toContainEqual({ moduleId: 'parole-recall', week: recall });
    },
  );

  test('call a gateway that no source confirms an office setting, and tell the reader to check', () => {
    for (const { route } of routes) {
      expect(route.gateways.map(({ basis }) => basis)).toEqual(['office setting', 'office setting', 'office setting']);
      expect(route.gateways.at(-1)?.atEndOfMonth).toBe(route.months);
      expect(route.source).toMatch(/check your local policy/);
    }
  });
});

describe('the workload figures', () => {
  const versions = read('workload').map(({ id, data }) => ({ id, figures: workloadFiguresSchema.parse(data) }));

  test('are named as their files, begin on different days, and say that they are an estimate', () => {
    expect(versions.length).toBeGreaterThan(0);
    expect(versions.map(({ figures }) => figures.version)).toEqual(versions.map(({ id }) => id));
    expect(new Set(versions.map(({ figures }) => figures.effectiveFrom)).size).toBe(versions.length);
    for (const { figures } of versions)
      expect(figures.label).toBe('Estimate for training, not the official workload figure');
  });

  test('hold the published seed values', () => {
    const first = versions.find(({ id }) => id === '2026-02')?.figures;
    expect(first).toMatchObject({
      targetPoints: 2176,
      fullTimeHours: 37,
      limitPercent: 100,
      secondLinePercent: 110,
      transitionToAdulthoodKind: 'custody',
      courtReportPoints: { standard: 138, fast: 65 },
    });
  });

  test.each([
    ['A3', 206, 219, 75],
    ['A2', 158, 175, 60],
    ['A1', 146, 163, 59],
    ['A0', 110, 0, 0],
    ['B3', 146, 161, 59],
    ['B2', 115, 132, 48],
    ['B1', 102, 119, 47],
    ['B0', 72, 0, 0],
    ['C3', 79, 77, 30],
    ['C2', 63, 65, 24],
    ['C1', 50, 52, 23],
    ['C0', 35, 0, 0],
    ['D3', 51, 51, 17],
    ['D2', 41, 43, 14],
    ['D1', 29, 31, 13],
    ['D0', 29, 0, 0],
  ] as const)('tier %s: %i community, %i licence, %i custody', (...[tier, community, licence, custody]) => {
    const first = versions.find(({ id }) => id === '2026-02')?.figures;
    expect(first?.tierPoints[tier]).toEqual({ community, licence, custody });
  });
});
