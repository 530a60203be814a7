import { describe, expect, test } from 'vitest';
import { type Reading, visibleSnapshots } from '#src/domain/portfolio/visible.ts';
import { snapshot } from './snapshots.ts';

const SNAPSHOTS = [
  snapshot({ id: 'sampled', sampledBy: ['venetia'] }),
  snapshot({ id: 'plain' }),
  snapshot({ id: 'withdrawn', withdrawnAt: new Date(0), sampledBy: ['venetia'] }),
  snapshot({ id: 'unsigned', awaitsSignatures: true, sampledBy: ['venetia'] }),
];
const seen = (reading: Partial<Reading>) =>
  visibleSnapshots(SNAPSHOTS, {
    viewer: { id: 'ruth', externalOf: [] },
    isHers: false,
    decides: false,
    isSampleOnly: false,
    ...reading,
  }).map(({ id }) => id);

describe('who sees which versions of a piece of evidence', () => {
  test('the trainee sees all of them', () => {
    expect(seen({ isHers: true })).toEqual(['sampled', 'plain', 'withdrawn', 'unsigned']);
  });

  test('her assessor sees what was not taken back, the record that is not signed yet included', () => {
    expect(seen({ decides: true })).toEqual(['sampled', 'plain', 'unsigned']);
  });

  test('her tutor sees what was handed in and signed by both', () => {
    expect(seen({})).toEqual(['sampled', 'plain']);
  });

  test('a quality assurer sees her sample alone', () => {
    expect(seen({ viewer: { id: 'venetia', externalOf: [] }, isSampleOnly: true })).toEqual(['sampled']);
  });

  test('an external one sees what her grant names, and nothing that was taken back', () => {
    const viewer = { id: 'edith', externalOf: ['plain', 'withdrawn'] };
    expect(seen({ viewer, isSampleOnly: true })).toEqual(['plain']);
  });
});
