import { describe, expect, test } from 'vitest';
import { TAG_KINDS, type TagKind, tagLook } from '#src/components/ui/tagKinds.ts';
import { CRITERION_STATES } from '#src/domain/portfolio/grid.ts';
import { NEXT_STEPS } from '#src/domain/portfolio/evidenceState.ts';
import { CRITERION_OUTCOMES } from '#src/domain/portfolio/words.ts';
import { MODULE_STATES } from '#src/domain/modules/words.ts';

const SHOWN = TAG_KINDS.filter((kind) => kind !== 'plain');

describe('a status is told without colour', () => {
  test('there are statuses to look at', () => {
    expect(SHOWN.length).toBeGreaterThan(20);
  });

  test.each(SHOWN)('%s has a word and a shape', (kind) => {
    expect(tagLook(kind).words).toMatch(/^[A-Z][a-z]/u);
    expect(tagLook(kind).shape).toMatch(/^M[\d.]/u);
  });

  test('no two are called the same', () => {
    const words = SHOWN.map((kind) => tagLook(kind).words);
    expect(new Set(words).size).toBe(words.length);
  });

  test.each<[string, readonly TagKind[]]>([
    ['how far a module is', [...MODULE_STATES, 'late']],
    ['where evidence stands', ['draft', 'submitted', 'returned', 'to_sign', 'signed_off']],
    ['what an assessor decides', CRITERION_OUTCOMES],
    ['how far a criterion is', CRITERION_STATES],
    ['a caseload and its limit', ['within', 'over']],
    ['on track or not', ['on_track', 'behind', 'paused']],
  ])('side by side, each has a shape of its own: %s', (_story, kinds) => {
    const shapes = kinds.map((kind) => tagLook(kind).shape);
    expect(new Set(shapes).size).toBe(kinds.length);
  });
});

test('every state of a piece of evidence has its status', () => {
  expect(Object.keys(NEXT_STEPS).filter((state) => !TAG_KINDS.some((kind) => kind === state))).toEqual([]);
});
