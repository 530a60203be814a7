import { describe, expect, test } from 'vitest';
import {
  isWritable,
  mayWriteRecord,
  recordState,
  sendBackProblem,
  takeBackProblem,
  WRITER_STEPS,
  writeProblem,
} from '#src/domain/records/rules.ts';
import { ONE } from '../portfolio/lines.ts';

const AT = new Date('2026-11-20T10:00:00Z');
const finished = {
  ...{
    qualificationVersion: 'demo-1',
    withdrawnAt: null,
    awaitsSignatures: true,
    assessment: null,
    claims: ['3.1'],
    signedCriteria: [],
    signOff: null,
  },
};

describe('where a record stands', () => {
  test.each<[string, Parameters<typeof recordState>[0], boolean, string]>([
    ['nothing is finished', null, false, 'draft'],
    ['finished, and the trainee has not signed', finished, false, 'to_sign_both'],
    ['the trainee did not agree', { ...finished, withdrawnAt: AT }, true, 'sent_back'],
    ['its writer took it back', { ...finished, withdrawnAt: AT }, false, 'taken_back'],
    ['both have signed', { ...finished, awaitsSignatures: false }, false, 'submitted'],
  ])('%s', (_story, newest, wasRefused, state) => {
    expect(recordState(newest, { wasRefused, qualifications: ONE })).toBe(state);
  });
});

describe('the words of a record', () => {
  test.each([
    ['draft', true],
    ['sent_back', true],
    ['taken_back', true],
    ['returned', true],
    ['to_sign_both', false],
    ['submitted', false],
    ['to_countersign', false],
    ['accepted', false],
    ['signed_off', false],
  ] as const)('in the state %s can be changed: %s', (state, canChange) => {
    expect(isWritable(state)).toBe(canChange);
    expect(writeProblem(state)?.code ?? null).toBe(canChange ? null : 'conflict');
    expect(WRITER_STEPS[state]).not.toBe('');
  });
});

describe('a draft is read and written', () => {
  const item = { traineeId: 'amara', writerId: 'daniel', removedAt: null };
  const daniel = { id: 'daniel', assessorOf: ['amara'] };

  test.each([
    ['by its writer while she assesses the trainee', daniel, item, true],
    ['not after the trainee was handed over', { ...daniel, assessorOf: ['tom'] }, item, false],
    ['not by the assessor who took over', { id: 'joan', assessorOf: ['amara'] }, item, false],
    ['not by the trainee', { id: 'amara', assessorOf: [] }, item, false],
    [
      'not by somebody who assesses herself',
      { id: 'amara', assessorOf: ['amara'] },
      { ...item, writerId: 'amara' },
      false,
    ],
    ['not once it was taken away', daniel, { ...item, removedAt: AT }, false],
    ['not where the trainee writes', daniel, { ...item, writerId: null }, false],
  ])('%s', (_story, viewer, record, may) => {
    expect(mayWriteRecord(viewer, record)).toBe(may);
  });
});

const waiting = {
  ...{ writer: { id: 'daniel' }, traineeId: 'amara', isNewest: true, withdrawnAt: null },
  signatures: [{ part: 'assessor' as const }],
};
const signedByBoth = { ...waiting, signatures: [{ part: 'assessor' as const }, { part: 'trainee' as const }] };

describe('a record goes back unsigned', () => {
  test.each<[string, { id: string }, object, string | null]>([
    ['from the trainee', { id: 'amara' }, {}, null],
    ['not from another trainee', { id: 'tom' }, {}, 'not_found'],
    ['not from its writer', { id: 'daniel' }, {}, 'not_found'],
    ['not where she wrote it herself', { id: 'amara' }, { writer: null }, 'not_found'],
    ['not where a record is about its writer', { id: 'amara' }, { writer: { id: 'amara' } }, 'not_found'],
    ['not once both have signed', { id: 'amara' }, signedByBoth, 'conflict'],
    ['not where it went back already', { id: 'amara' }, { withdrawnAt: AT }, 'conflict'],
    ['not where there is a newer version', { id: 'amara' }, { isNewest: false }, 'conflict'],
  ])('%s', (_story, viewer, change, code) => {
    expect(sendBackProblem(viewer, { ...waiting, ...change })?.code ?? null).toBe(code);
  });
});

describe('its writer takes a record back', () => {
  const daniel = { id: 'daniel', assessorOf: ['amara'] };

  test.each<[string, { id: string; assessorOf: string[] }, object, string | null]>([
    ['while the trainee has not signed', daniel, {}, null],
    ['not once both have signed', daniel, signedByBoth, 'conflict'],
    ['not after a hand-over', { ...daniel, assessorOf: [] }, {}, 'not_found'],
    ['not what a colleague wrote', { id: 'joan', assessorOf: ['amara'] }, {}, 'not_found'],
    ['not twice', daniel, { withdrawnAt: AT }, 'conflict'],
  ])('%s', (_story, viewer, change, code) => {
    expect(takeBackProblem(viewer, { ...waiting, ...change })?.code ?? null).toBe(code);
  });
});
