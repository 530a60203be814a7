import { describe, expect, test } from 'vitest';
import { evidenceFacts } from '#src/domain/signals/evidence.ts';
import type { PastAssessment, PastVersion } from '#src/domain/signals/past.ts';
import { version as qualification, line } from '../portfolio/lines.ts';
import { noon } from './facts.ts';

const QUALIFICATIONS = line([qualification('one', '1.1')], []);

describe('evidence', () => {
  const look = (change: Partial<PastAssessment> = {}): PastAssessment => ({
    ...{ outcome: 'returned', assessedAt: noon('2026-11-02'), needsCountersign: false, countersigned: null },
    ...{ countersignedAt: null, decided: [], looks: [] },
    ...change,
  });
  const version = (change: Partial<PastVersion> = {}): PastVersion => ({
    ...{ id: 'v1', evidenceId: 'e', number: 1, submittedAt: noon('2026-10-26'), withdrawnAt: null, removedAt: null },
    ...{ isRecord: false, signatures: [], qualificationVersion: 'one', claims: [], signedWholeAt: null, signed: [] },
    assessments: [],
    ...change,
  });
  const evidence = (...versions: PastVersion[]) => evidenceFacts(versions, QUALIFICATIONS);
  const waits = (on: string) => ({ returned: [], waiting: [{ id: 'v1', on }] });
  const nothing = { returned: [], waiting: [] };

  test.each<[string, PastVersion[], ReturnType<typeof evidence>]>([
    ['waits from the day it was handed in', [version()], waits('2026-10-26')],
    [
      'came back on the day it was assessed',
      [version({ assessments: [look()] })],
      { returned: [{ id: 'v1', on: '2026-11-02' }], waiting: [] },
    ],
    ['was taken back', [version({ withdrawnAt: noon('2026-11-01') })], nothing],
    ['was taken out of the portfolio', [version({ removedAt: noon('2026-11-01'), assessments: [look()] })], nothing],
    ['was accepted', [version({ assessments: [look({ outcome: 'to_sign' })] })], nothing],
    [
      'was written down by the assessor and waits for her signature',
      [version({ isRecord: true, signatures: [1] })],
      nothing,
    ],
    [
      'was written down by the assessor and signed by both, later than handed in',
      [version({ isRecord: true, signatures: [noon('2026-11-01'), noon('2026-11-05')] })],
      waits('2026-11-05'),
    ],
    [
      'was decided by an assessor in training and waits for a colleague',
      [version({ assessments: [look({ needsCountersign: true })] })],
      waits('2026-10-26'),
    ],
    [
      'was sent back to the assessor by a colleague',
      [
        version({
          assessments: [
            look({ needsCountersign: true, countersigned: 'sent_back', countersignedAt: noon('2026-11-09') }),
          ],
        }),
      ],
      waits('2026-11-09'),
    ],
    [
      'was opened again by a quality assurer',
      [version({ assessments: [look({ looks: [{ at: noon('2026-11-10'), said: [['1.1', 'reject']] }] })] })],
      waits('2026-11-10'),
    ],
  ])('%s', (_story, versions, expected) => {
    expect(evidence(...versions)).toEqual(expected);
  });

  test('what was handed in again is no longer back', () => {
    const again = version({ id: 'v2', number: 2, submittedAt: noon('2026-11-09') });
    expect(evidence(version({ assessments: [look()] }), again)).toEqual({
      returned: [],
      waiting: [{ id: 'v2', on: '2026-11-09' }],
    });
  });
});
