import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ReadinessCheck, readinessOf } from '#src/domain/readiness/standing.ts';
import { READINESS_MODULES } from '#src/domain/readiness/training.ts';
import { READINESS_KINDS } from '#src/domain/readiness/words.ts';

const TRAINED = new Set(READINESS_MODULES.home_visit);
const AGREED = { revision: 3, by: 'Kerry Vaughan', at: new Date('2026-11-19T23:30:00Z') };
const WHOLE: ReadinessCheck = {
  id: 'check',
  kind: 'home_visit',
  shadowedOn: '2026-11-05',
  shadowedWith: 'Probation officer',
  buddy: 'Duty officer',
  checkIn: 'Text before and after',
  revision: 3,
  agreement: AGREED,
};
const readiness = (change: Partial<ReadinessCheck> | null, doneModules: ReadonlySet<string> = TRAINED) =>
  readinessOf({ kind: 'home_visit', check: change && { ...WHOLE, ...change }, doneModules });

describe('ready for a first home visit', () => {
  test.each([
    ['everything is there', {}, 'Ready: agreed by Kerry Vaughan on 19 November 2026.'],
    ['nobody agreed', { agreement: null }, 'Not ready yet: 1 of 5 is missing.'],
    ['no buddy', { buddy: '  ' }, 'Not ready yet: 1 of 5 is missing.'],
    ['a day without a colleague', { shadowedWith: '' }, 'Not ready yet: 1 of 5 is missing.'],
    ['a colleague without a day', { shadowedOn: null, checkIn: '' }, 'Not ready yet: 2 of 5 are missing.'],
    ['it was changed since it was agreed', { revision: 4 }, 'Not ready yet: 1 of 5 is missing.'],
    ['nothing is written', null, 'Not ready yet: 4 of 5 are missing.'],
  ])('%s', (_story, change, sentence) => {
    expect(readiness(change).sentence).toBe(sentence);
  });

  test('the training is worked out from modules, and each that is left is named', () => {
    const [first = ''] = READINESS_MODULES.home_visit;
    expect(readiness({}, new Set([first])).modulesLeft).toEqual(READINESS_MODULES.home_visit.slice(1));
    expect(readiness({}, new Set()).isReady).toBe(false);
  });

  test('a manager can agree when only that is missing, again after a change', () => {
    expect(readiness({ agreement: null }).canBeAgreed).toBe(true);
    expect(readiness({ revision: 4 })).toMatchObject({ canBeAgreed: true, isAgreedBefore: true });
    expect(readiness({ agreement: null, buddy: '' }).canBeAgreed).toBe(false);
    expect(readiness({ agreement: null }, new Set()).canBeAgreed).toBe(false);
    expect(readiness({}).canBeAgreed).toBe(false);
  });
});

test('every module that is asked for exists', () => {
  const modules = readdirSync(new URL('../../../src/content/modules', import.meta.url));
  for (const kind of READINESS_KINDS) {
    expect(READINESS_MODULES[kind].length).toBeGreaterThan(0);
    for (const moduleId of READINESS_MODULES[kind]) expect(modules).toContain(`${moduleId}.mdx`);
  }
});
