import { describe, expect, test } from 'vitest';
import { nextStep } from '#src/components/portfolio/evidence.ts';
import { stateWords, submittedWords, witnessStanding } from '#src/components/portfolio/stateWords.ts';
import { look, snapshot } from './snapshots.ts';

const asked = { expiresAt: new Date('2026-11-30T12:00:00Z'), revokedAt: null };
const NOW = new Date('2026-11-18T10:00:00Z');
const standing = { state: 'submitted', newest: snapshot(), assessors: ['Daniel Marsh'], witness: 'none' } as const;

describe('who has a piece of evidence, as its own page says it', () => {
  test('the assessor by name, or all of them', () => {
    expect(stateWords(standing)).toBe('With Daniel Marsh for a decision on each criterion.');
    const two = { ...standing, assessors: ['Daniel Marsh', 'Joan Merriman'] };
    expect(stateWords(two)).toBe('With Daniel Marsh and Joan Merriman for a decision on each criterion.');
    expect(submittedWords(two.assessors)).toMatch(/^Daniel Marsh and Joan Merriman have it now, /u);
  });

  test('nobody, where nobody is named yet', () => {
    expect(stateWords({ ...standing, assessors: [] })).toMatch(/^Nobody is named as your assessor yet\./u);
    expect(submittedWords([])).toMatch(/Nobody is named as your assessor yet\./u);
    expect(submittedWords([])).not.toContain('has it now');
  });

  test('what a quality assurer sent to be looked at again says that instead', () => {
    const newest = snapshot({ assessment: look('to_sign', { standing: 'reopened' }) });
    expect(stateWords({ ...standing, newest })).toBe(nextStep('submitted', newest));
    expect(stateWords({ ...standing, newest })).toContain('quality assurer');
  });

  test.each([
    ['a link is out', 'asked', /Your witness has the link/u],
    ['the witness has written', 'answered', /^The witness has written\. Read it/u],
    ['nobody was asked', 'none', /^Only you can see it\. Submit it/u],
  ] as const)('of a testimony that is a draft: %s', (_story, witness, words) => {
    expect(stateWords({ ...standing, state: 'draft', newest: null, witness })).toMatch(words);
  });

  test('what was withdrawn says so, whatever the witness did', () => {
    const newest = snapshot({ withdrawnAt: NOW });
    expect(stateWords({ ...standing, state: 'draft', newest, witness: 'answered' })).toMatch(/^You withdrew it\./u);
  });
});

test.each([
  ['no testimony', null, 'none'],
  ['nobody asked', { request: null, answer: null }, 'none'],
  ['a link is out', { request: asked, answer: null }, 'asked'],
  ['its time is over', { request: { ...asked, expiresAt: new Date('2026-11-18T09:59:59Z') }, answer: null }, 'none'],
  ['answered', { request: asked, answer: {} }, 'answered'],
] as const)('how far a witness is: %s', (_story, testimony, expected) => {
  expect(witnessStanding(testimony, NOW)).toBe(expected);
});
