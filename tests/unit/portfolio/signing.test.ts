import { describe, expect, test } from 'vitest';
import type { RefusalCode } from '#src/domain/errors.ts';
import { type CountersignFacts, countersignProblem } from '#src/domain/portfolio/countersigning.ts';
import { type RecordSignFacts, recordSignProblem } from '#src/domain/portfolio/recordSigning.ts';
import {
  type CriterionFacts,
  criterionProblem,
  qualificationProblem,
  type SigningFacts,
  signingProblem,
  unitProblem,
} from '#src/domain/portfolio/signing.ts';
import { standsOn } from '#src/domain/portfolio/standsOn.ts';
import { type UnlockFacts, unlockProblem } from '#src/domain/portfolio/unlocking.ts';

const GIVEN = { factorAt: new Date('2026-11-21T10:00:00Z'), at: new Date('2026-11-21T10:05:00Z') };
const signature = { signerName: 'Joan Merriman', signedAt: new Date('2026-11-20T23:30:00Z') };
const piece = { evidenceId: 'e', submissionId: 's', assessmentId: 'a', happenedOn: '2026-06-01' } as const;
const reflective = { ...piece, kind: 'reflective_account' } as const;

describe('a criterion', () => {
  const enough = { counting: [reflective], neededTimes: 1, missingKinds: [], outOfDate: [], isEnough: true } as const;
  const facts: CriterionFacts = {
    ...{ id: '3.2', standing: null, shown: enough, isRejected: false, toCountersign: 0, unreadable: 0 },
  };
  const short = { ...enough, neededTimes: 2, isEnough: false };

  test('can be signed off where it is shown often enough, in the kinds wanted and recently enough', () => {
    expect(criterionProblem(facts)).toBeNull();
  });

  test('can be signed off on the rest where a piece cannot be read and the rest is enough', () => {
    expect(criterionProblem({ ...facts, unreadable: 2 })).toBeNull();
  });

  test.each<[string, Partial<CriterionFacts>, string]>([
    ['it is shown too seldom', { shown: short }, 'Criterion 3.2 is not shown enough yet: shown 1 of 2 times.'],
    [
      'kinds are missing and some evidence is too old',
      { shown: { ...short, missingKinds: ['observation', 'witness_testimony'], outOfDate: [reflective, reflective] } },
      'Criterion 3.2 is not shown enough yet: shown 1 of 2 times, direct observation and witness testimony still missing, 2 pieces are out of date.',
    ],
    [
      'a decision waits for a countersignature',
      { shown: short, toCountersign: 1 },
      'Criterion 3.2 is not shown enough yet: shown 1 of 2 times. A decision on it waits for a colleague to countersign it.',
    ],
    [
      'a quality assurer did not agree, although enough is shown',
      { isRejected: true },
      'A quality assurer did not agree with a decision on criterion 3.2. Decide on it again first.',
    ],
    [
      'what can be read is not enough',
      { shown: short, unreadable: 1 },
      'Criterion 3.2 is not shown enough yet: shown 1 of 2 times. 1 piece of evidence for it cannot be read now and does not count. Other evidence has to show it.',
    ],
    [
      'it is signed already',
      { standing: signature },
      'Criterion 3.2 was signed off by Joan Merriman on 20 November 2026. Nothing is left to sign.',
    ],
  ])('is not signed off where %s', (_story, change, words) => {
    expect(criterionProblem({ ...facts, ...change })).toBe(words);
  });
});

describe('a unit and the qualification', () => {
  test.each<[string, string | null, string | null]>([
    ['a unit with every criterion signed', unitProblem({ id: '3', standing: null, unsigned: [] }), null],
    [
      'a unit with one that is not',
      unitProblem({ id: '3', standing: null, unsigned: ['3.4'] }),
      'Unit 3 waits for criterion 3.4 to be signed off.',
    ],
    [
      'a unit with three that are not',
      unitProblem({ id: '3', standing: null, unsigned: ['3.1', '3.4', '3.5'] }),
      'Unit 3 waits for criteria 3.1, 3.4 and 3.5 to be signed off.',
    ],
    [
      'a unit that is signed',
      unitProblem({ id: '3', standing: signature, unsigned: [] }),
      'Unit 3 was signed off by Joan Merriman on 20 November 2026. Nothing is left to sign.',
    ],
    ['the qualification', qualificationProblem({ standing: null, unsigned: [], openSamples: 0 }), null],
    [
      'the qualification without a unit',
      qualificationProblem({ standing: null, unsigned: ['2'], openSamples: 0 }),
      'The qualification waits for unit 2 to be signed off.',
    ],
    [
      'the qualification with a sample that nobody has looked at',
      qualificationProblem({ standing: null, unsigned: [], openSamples: 1 }),
      'The qualification waits for quality assurance: 1 sample of this portfolio has no outcome yet.',
    ],
    [
      'the qualification with several',
      qualificationProblem({ standing: null, unsigned: [], openSamples: 3 }),
      'The qualification waits for quality assurance: 3 samples of this portfolio have no outcome yet.',
    ],
  ])('%s', (_story, problem, words) => {
    expect(problem).toBe(words);
  });
});

describe('signing in one step', () => {
  const wanted = { subject: 'criterion', subjectId: '3.2', problem: null, digest: 'x', shownDigest: 'x' } as const;
  const facts: SigningFacts = {
    ...{ viewer: { id: 'daniel' }, traineeId: 'amara', isAssessor: true, wanted: [wanted], ...GIVEN },
  };

  test('is for the assessor, within five minutes of giving the password', () => {
    expect(signingProblem(facts)).toBeNull();
  });

  test.each<[string, Partial<SigningFacts>, RefusalCode]>([
    ['she does not assess this trainee now', { isAssessor: false }, 'not_found'],
    ['it is her own', { viewer: { id: 'amara' } }, 'not_found'],
    ['nothing is chosen', { wanted: [] }, 'bad_input'],
    ['something stands against one of them', { wanted: [wanted, { ...wanted, problem: 'Not yet.' }] }, 'conflict'],
    ['one of them changed', { wanted: [wanted, { ...wanted, shownDigest: 'y' }] }, 'conflict'],
    ['the password was given longer ago', { at: new Date('2026-11-21T10:05:01Z') }, 'fresh_password'],
    ['the password was given in the future', { at: new Date('2026-11-21T09:59:59Z') }, 'fresh_password'],
  ])('is refused where %s', (_story, change, code) => {
    expect(signingProblem({ ...facts, ...change })?.code).toBe(code);
  });

  test('says what changed', () => {
    const changed = { ...wanted, shownDigest: 'y' };
    const unit = { ...changed, subject: 'unit', subjectId: '3' } as const;
    const refusal = signingProblem({ ...facts, wanted: [changed, unit] });
    expect(refusal?.message).toBe(
      'What is under criterion 3.2 and unit 3 changed after you opened this page. Read it again, then sign.',
    );
  });
});

describe('opening a signature again', () => {
  const facts: UnlockFacts = {
    ...{ viewerId: 'venetia', traineeId: 'amara', samplesBasis: true, decidedBy: ['daniel', 'joan'] },
    ...{ isOpenAlready: false, reason: 'Another case.', ...GIVEN },
  };

  test('is for a quality assurer with the trainee in her sample', () => {
    expect(unlockProblem(facts)).toBeNull();
  });

  test.each<[string, Partial<UnlockFacts>, RefusalCode]>([
    ['nothing that it rests on is in her sample', { samplesBasis: false }, 'not_found'],
    ['it is about herself', { viewerId: 'amara' }, 'not_found'],
    ['she decided or signed', { viewerId: 'joan' }, 'not_allowed'],
    ['it is open already', { isOpenAlready: true }, 'conflict'],
    ['there is no reason', { reason: ' \n' }, 'bad_input'],
    ['the reason is too long', { reason: 'x'.repeat(1_001) }, 'bad_input'],
    ['the reason cannot be kept as it is', { reason: 'a\u0000b' }, 'bad_input'],
    ['the password was given too long ago', { at: new Date('2026-11-21T10:06:00Z') }, 'fresh_password'],
  ])('is refused where %s', (_story, change, code) => {
    expect(unlockProblem({ ...facts, ...change })?.code).toBe(code);
  });

  test('takes along what stands on it, nearest first, each once', () => {
    const on = (id: string, ledgerSeq: number, rests: number[] = []) => ({ id, ledgerSeq, rests });
    const [one, two, unit, other, all] = [
      on('1.1', 1),
      on('1.2', 2),
      on('1', 3, [1, 2]),
      on('2', 4, [9]),
      on('all', 5, [3, 4]),
    ];
    const standing = [one, two, unit, other, all];
    expect(standsOn(one, standing).map(({ id }) => id)).toEqual(['1', 'all']);
    expect(standsOn(unit, standing).map(({ id }) => id)).toEqual(['all']);
    expect(standsOn(all, standing)).toEqual([]);
    expect(standsOn(one, [one, two])).toEqual([]);
  });
});

describe('signing a record', () => {
  const record: RecordSignFacts['record'] = {
    ...{ traineeId: 'amara', writerId: 'daniel', sha256: 'x', isNewest: true, isWithdrawn: false },
    signatures: [{ part: 'assessor', personId: 'daniel', personName: 'Daniel Marsh' }],
  };
  const amara = { id: 'amara', assessorOf: [] };
  const facts: RecordSignFacts = { viewer: amara, record, part: 'trainee', shownSha256: 'x', words: '', ...GIVEN };

  test('is for the assessor who wrote it, then for the trainee', () => {
    expect(recordSignProblem(facts)).toBeNull();
    const daniel = { id: 'daniel', assessorOf: ['amara'] };
    expect(
      recordSignProblem({ ...facts, viewer: daniel, part: 'assessor', record: { ...record, signatures: [] } }),
    ).toBeNull();
  });

  test.each<[string, Partial<RecordSignFacts>, RefusalCode]>([
    ['the trainee wrote it herself', { record: { ...record, writerId: null } }, 'not_found'],
    ['it is for the other part', { part: 'assessor' }, 'not_found'],
    ['it is another trainee', { viewer: { id: 'tom', assessorOf: [] } }, 'not_found'],
    [
      'the writer does not assess her any more',
      { viewer: { id: 'daniel', assessorOf: [] }, part: 'assessor', record: { ...record, signatures: [] } },
      'not_found',
    ],
    ['the assessor has not signed yet', { record: { ...record, signatures: [] } }, 'conflict'],
    ['it was taken back', { record: { ...record, isWithdrawn: true } }, 'conflict'],
    ['there is a newer one', { record: { ...record, isNewest: false } }, 'conflict'],
    ['it changed', { shownSha256: 'y' }, 'conflict'],
    ['her words are too long', { words: 'x'.repeat(2_001) }, 'bad_input'],
    ['the password was given too long ago', { at: new Date('2026-11-21T10:06:00Z') }, 'fresh_password'],
  ])('is refused where %s', (_story, change, code) => {
    expect(recordSignProblem({ ...facts, ...change })?.code).toBe(code);
  });
});

describe('countersigning', () => {
  const assessment = {
    ...{ assessorId: 'owen', needsCountersign: true, isNewest: true, isWithdrawn: false, sha256: 'x' },
  };
  const facts: CountersignFacts = {
    ...{ viewer: { id: 'joan', countersignerOf: ['owen'] }, traineeId: 'amara', assessment, countersignature: null },
    ...{ outcome: 'agreed', words: '', shownSha256: 'x', ...GIVEN },
  };

  test('is for her who is named, with words where it is sent back', () => {
    expect(countersignProblem(facts)).toBeNull();
    expect(countersignProblem({ ...facts, outcome: 'sent_back', words: 'Look again.' })).toBeNull();
  });

  test.each<[string, Partial<CountersignFacts>, RefusalCode]>([
    ['somebody else is named', { viewer: { id: 'daniel', countersignerOf: [] } }, 'not_found'],
    ['they are her own decisions', { viewer: { id: 'owen', countersignerOf: ['owen'] } }, 'not_found'],
    ['they are about herself', { traineeId: 'joan' }, 'not_found'],
    ['they need no countersignature', { assessment: { ...assessment, needsCountersign: false } }, 'not_found'],
    ['it is given already', { countersignature: { personId: 'joan', personName: 'Joan' } }, 'conflict'],
    ['the evidence was taken back', { assessment: { ...assessment, isWithdrawn: true } }, 'conflict'],
    ['there is a newer decision', { assessment: { ...assessment, isNewest: false } }, 'conflict'],
    ['the decisions changed', { shownSha256: 'y' }, 'conflict'],
    ['it is sent back without a word', { outcome: 'sent_back', words: ' ' }, 'bad_input'],
    ['the words are too long', { words: 'x'.repeat(2_001) }, 'bad_input'],
    ['the password was given too long ago', { at: new Date('2026-11-21T10:06:00Z') }, 'fresh_password'],
  ])('is refused where %s', (_story, change, code) => {
    expect(countersignProblem({ ...facts, ...change })?.code).toBe(code);
  });
});
