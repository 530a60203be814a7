import { readFileSync } from 'node:fs';
import type { HistoryFacts, HistoryInput, PastAllocation } from '#src/domain/caseload/history/historyFacts.ts';
import { NO_FACTS } from '#src/domain/caseload/history/historyFacts.ts';
import { type Office, officeDefaultSchema, type SettingVersion } from '#src/domain/office/settings.ts';
import { amara, standard15 } from '../programme/routes.ts';
import { figures } from './figures.ts';

const readDefault = (name: string): SettingVersion => {
  const file = new URL(`../../../src/content/office/${name}.json`, import.meta.url);
  return { ...officeDefaultSchema.parse(JSON.parse(readFileSync(file, 'utf8'))), set: null };
};

/** The settings as they come: the public figures, the office's default weights and rules. */
export const DEFAULTS: Office = {
  versions: [
    {
      kind: 'workload_figures',
      version: figures.version,
      effectiveFrom: figures.effectiveFrom,
      value: figures,
      set: null,
      note: 'Seed values',
    },
    readDefault('complexity'),
    readDefault('case-rules'),
  ],
};

/** Amara starts on Monday 1 June 2026; her month 7 begins on Tuesday 1 December. */
export const START = '2026-06-01';

/** A C2 case in the community, 63 points, hers alone from a day on. */
export function allocated(id: string, startsOn: string, change: Partial<PastAllocation> = {}): PastAllocation {
  return {
    id,
    caseId: `case-${id}`,
    carrying: 'sole',
    sharePercent: 100,
    startsOn,
    endsOn: null,
    endReason: null,
    movedFrom: null,
    by: 'Kerry Bell',
    allocatedAt: Date.parse(`${startsOn}T12:00:00Z`) / 1000,
    first: {
      reference: `AMBER-${id}`,
      tier: 'C2',
      kind: 'community',
      transitionToAdulthood: false,
      letterTier: null,
      activity: 'active',
      attributes: [],
      complexity: [],
    },
    ...change,
  };
}

/** Amara's history up to 22 November 2026, with what a test changes. */
export function history(facts: Partial<HistoryFacts> = {}, change: Partial<HistoryInput> = {}): HistoryInput {
  return {
    enrolment: amara(START),
    route: standard15,
    facts: { ...NO_FACTS, ...facts },
    office: DEFAULTS,
    today: '2026-11-22',
    ...change,
  };
}
