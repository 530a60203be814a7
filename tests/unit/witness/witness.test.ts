import { describe, expect, test } from 'vitest';
import { requestWords, witnessEmail } from '#src/components/witness/witnessText.ts';
import { linkEnd } from '#src/domain/links/link.ts';
import {
  isSameWitnessAnswer,
  WITNESS_DECLARATION,
  type WitnessAnswer,
  witnessAnswerText,
  witnessAnswerTexts,
} from '#src/domain/witness/answer.ts';
import { isWitnessLinkOpen, witnessState } from '#src/domain/witness/link.ts';
import { askProblem, isOwnTestimony, uncheckedWitness } from '#src/domain/witness/rules.ts';

const MADE = new Date('2026-11-01T09:00:00Z');
const END = linkEnd(MADE);
const at = (instant: string) => new Date(instant);

describe('a link opens', () => {
  const facts = { expiresAt: END, revokedAt: null, isRemoved: false, isAnswered: false };

  test.each<[string, object, string, boolean]>([
    ['right after it was made', {}, '2026-11-01T09:00:00Z', true],
    ['a second before its end', {}, '2026-11-15T08:59:59Z', true],
    ['at its end: no', {}, '2026-11-15T09:00:00Z', false],
    ['once taken back: no', { revokedAt: MADE }, '2026-11-02T09:00:00Z', false],
    ['once answered: no', { isAnswered: true }, '2026-11-02T09:00:00Z', false],
    ['for evidence that was taken out of the portfolio: no', { isRemoved: true }, '2026-11-02T09:00:00Z', false],
  ])('%s', (_story, change, instant, isOpen) => {
    expect(isWitnessLinkOpen({ ...facts, ...change }, at(instant))).toBe(isOpen);
  });
});

describe('where a testimony stands', () => {
  const request = { expiresAt: END, revokedAt: null };

  test.each([
    ['nobody asked', { request: null, answer: null }, 'not_asked'],
    ['asked', { request, answer: null }, 'asked'],
    ['the link was taken back', { request: { ...request, revokedAt: MADE }, answer: null }, 'link_over'],
    ['answered', { request, answer: {} }, 'answered'],
  ])('%s', (_story, record, state) => {
    expect(witnessState(record, at('2026-11-02T09:00:00Z'))).toBe(state);
  });

  test('the link is out of date', () => {
    expect(witnessState({ request, answer: null }, END)).toBe('link_over');
  });
});

describe('the words of a witness', () => {
  const answer: WitnessAnswer = {
    ...{ evidenceId: 'item', requestId: 'request', name: 'Rosalind Ferry', job: 'Facilitator' },
    ...{ relationship: 'We work together', text: 'She heard both out.', answeredAt: MADE },
  };

  const REASON = { place: 'text', kind: 'name', reason: 'Of a play' };
  const REASONS = [REASON];

  test('what is hashed names the piece, the link, the person, the declaration and the second', () => {
    const text = witnessAnswerText(answer, REASONS);
    for (const part of ['item', 'request', 'Rosalind Ferry', WITNESS_DECLARATION, '2026-11-01T09:00:00Z', 'Of a play'])
      expect(text).toContain(part);
  });

  test.each(['evidenceId', 'requestId', 'name', 'job', 'relationship', 'text'] as const)(
    'another %s is another text to hash',
    (field) => {
      expect(witnessAnswerText({ ...answer, [field]: 'forged' }, [])).not.toBe(witnessAnswerText(answer, []));
    },
  );

  test('another reason, or none, is another text to hash; the text of before knows no reasons', () => {
    const forged = [{ ...REASON, reason: 'Another' }];
    const [now, before] = witnessAnswerTexts(answer, REASONS);
    for (const reasons of [forged, []]) {
      expect(witnessAnswerText(answer, reasons)).not.toBe(now);
      expect(witnessAnswerTexts(answer, reasons)[1]).toBe(before);
    }
  });

  test.each([
    ['the same words', {}, true],
    ['another name', { name: 'Somebody else' }, false],
    ['another job', { job: 'Another' }, false],
    ['another way to know her', { relationship: 'Not at all' }, false],
    ['other words', { text: 'Another day.' }, false],
  ])('a form that comes again with %s', (_story, change, isSame) => {
    expect(isSameWitnessAnswer(answer, { ...answer, ...change })).toBe(isSame);
  });
});

describe('a criterion met by a testimony', () => {
  const testimony = { kind: 'witness_testimony' as const, check: null };
  const met = [{ outcome: 'working_towards' as const }, { outcome: 'met' as const }];

  test('is refused while nobody has noted how they made sure of the witness', () => {
    expect(uncheckedWitness({ ...testimony, decisions: met })?.code).toBe('conflict');
  });

  test.each<[string, Parameters<typeof uncheckedWitness>[0]]>([
    ['once that is noted', { ...testimony, decisions: met, check: {} }],
    ['where nothing is met', { ...testimony, decisions: [{ outcome: 'not_met' }, { outcome: 'working_towards' }] }],
    ['in any other kind of evidence', { kind: 'observation', check: null, decisions: met }],
  ])('is not refused %s', (_story, facts) => {
    expect(uncheckedWitness(facts)).toBeNull();
  });
});

describe('a link is made', () => {
  const facts = {
    ...{ viewer: { id: 'amara' }, traineeId: 'amara', kind: 'witness_testimony' as const },
    ...{ removedAt: null, answeredAt: null, askedBy: [] as string[] },
  };

  test.each<[string, object, string | null]>([
    ['by the trainee', {}, null],
    ['by the assessor who asked before', { viewer: { id: 'daniel' }, askedBy: ['daniel'] }, null],
    [
      'by an assessor where the trainee asks herself: no',
      { viewer: { id: 'daniel' }, askedBy: ['amara'] },
      'not_found',
    ],
    ['for another kind of evidence: no', { kind: 'observation' }, 'not_found'],
    ['for evidence that is gone: no', { removedAt: MADE }, 'not_found'],
    ['once a witness has answered: no', { answeredAt: MADE }, 'conflict'],
  ])('%s', (_story, change, code) => {
    expect(askProblem({ ...facts, ...change })?.code ?? null).toBe(code);
  });

  test.each([
    ['the trainee', { id: 'amara' }, true],
    ['whoever made the link', { id: 'daniel' }, true],
    ['anybody else', { id: 'ruth' }, false],
    ['somebody who is not signed in', null, false],
  ])('%s is kept from being the witness: %s', (_who, viewer, isOwn) => {
    expect(isOwnTestimony(viewer, { traineeId: 'amara', askedBy: ['daniel'] })).toBe(isOwn);
  });
});

describe('what people read of a link', () => {
  const request = {
    ...{ witnessName: 'Rosalind Ferry', witnessJob: 'Facilitator', madeByName: 'Amara Okafor' },
    ...{ madeAt: MADE, expiresAt: END, revokedAt: null },
  };

  test('who asked whom, and until when', () => {
    expect(requestWords(request, MADE)).toContain('Amara Okafor made a link for Rosalind Ferry, Facilitator');
    expect(requestWords(request, MADE)).toContain('It works until');
    expect(requestWords(request, END)).toContain('It stopped working on');
    expect(requestWords({ ...request, revokedAt: MADE }, MADE)).toContain('It was taken back on');
  });

  test('the e-mail holds the address and speaks of her own work, or of the trainee’s by name', () => {
    const asking = { witnessName: 'Rosalind Ferry', address: 'https://pqip.example/witness/x', from: 'Amara Okafor' };
    const own = witnessEmail({ ...asking, traineeName: null });
    expect(own.text).toContain('some of my work');
    expect(own.text).toContain(asking.address);
    expect(decodeURIComponent(own.href)).toContain(asking.address);
    expect(witnessEmail({ ...asking, traineeName: 'Tom Hughes' }).text).toContain('the work of Tom Hughes');
  });
});
