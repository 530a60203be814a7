import { expect, test } from 'vitest';
import { heldFrom } from '#src/domain/portfolio/heldFrom.ts';

const at = (day: number) => new Date(Date.UTC(2026, 10, day, 10));
const decided = { assessedAt: at(12), lookedAt: null, countersignedAt: null };

test.each([
  ['handed in and not looked at: from the day it was', null, null, 9],
  ['a record: from the last signature, not from the first', at(11), null, 11],
  ['waiting for a countersignature: from the decision', null, { ...decided, standing: 'to_countersign' }, 12],
  ['sent back by a countersigner', null, { ...decided, standing: 'sent_back', countersignedAt: at(14) }, 14],
  ['opened again by a quality assurer', null, { ...decided, standing: 'reopened', lookedAt: at(15) }, 15],
  [
    'opened again after it was countersigned',
    null,
    { ...decided, standing: 'reopened', lookedAt: at(15), countersignedAt: at(13) },
    15,
  ],
  ['decided: it waits for nobody', null, { ...decided, standing: 'counts' }, 9],
] as const)('%s', (_story, signedAt, assessment, day) => {
  expect(heldFrom({ submittedAt: at(9), signedAt, assessment })).toEqual(at(day));
});
