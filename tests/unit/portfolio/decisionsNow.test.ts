import { describe, expect, test } from 'vitest';
import { decisionsNow } from '#src/domain/portfolio/decisionsNow.ts';
import type { Qualifications } from '#src/domain/portfolio/versions.ts';
import type { CriterionOutcome } from '#src/domain/portfolio/words.ts';

const aVersion = (version: string) => ({ version, label: version, notice: 'Made up.', units: [] });
const becomes = (oldId: string, newId: string | null, carries = true) => ({
  ...{ fromVersion: 'old', toVersion: 'new' },
  ...{ oldId, newId, carries },
});
/** 1.1 and 1.2 became 2.1, 1.3 became 3.1 and 3.2, 1.4 was dropped, 1.5 goes into 2.1 and must be looked at again. */
const QUALIFICATIONS: Qualifications = {
  current: aVersion('new'),
  versions: [aVersion('old'), aVersion('new')],
  mappings: [
    becomes('1.1', '2.1'),
    becomes('1.2', '2.1'),
    becomes('1.3', '3.1'),
    becomes('1.3', '3.2', false),
    becomes('1.4', null),
    becomes('1.5', '2.1', false),
  ],
};
const decided = (criterionId: string, outcome: CriterionOutcome, counts = true) => ({ criterionId, outcome, counts });
const now = (...decisions: ReturnType<typeof decided>[]) => decisionsNow(QUALIFICATIONS, 'old', decisions);

describe('decisions in the criteria that count now', () => {
  test.each([
    ['both met', [decided('1.1', 'met'), decided('1.2', 'met')], decided('2.1', 'met')],
    ['one not met', [decided('1.1', 'met'), decided('1.2', 'not_met')], decided('2.1', 'not_met')],
    ['one on its way', [decided('1.2', 'working_towards'), decided('1.1', 'met')], decided('2.1', 'working_towards')],
    ['one that counts no more', [decided('1.1', 'met'), decided('1.2', 'met', false)], decided('2.1', 'met', false)],
    ['one that does not carry', [decided('1.1', 'met'), decided('1.5', 'not_met')], decided('2.1', 'met')],
    ['nothing that carries', [decided('1.5', 'met')], decided('2.1', 'met', false)],
  ])('of a criterion put together from several: %s', (_story, given, expected) => {
    expect(now(...given)).toEqual([expected]);
  });

  test('a split criterion counts where it carries, a dropped one is gone', () => {
    expect(now(decided('1.3', 'met'), decided('1.4', 'met'))).toEqual([
      decided('3.1', 'met'),
      decided('3.2', 'met', false),
    ]);
  });

  test('of the current version they stay as they are', () => {
    expect(decisionsNow(QUALIFICATIONS, 'new', [decided('2.1', 'working_towards', false)])).toEqual([
      decided('2.1', 'working_towards', false),
    ]);
  });
});
