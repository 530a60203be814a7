import { expect, test } from 'vitest';
import { evidenceOfSession } from '#src/domain/peerSessions/evidence.ts';
import { EVIDENCE_LIMITS } from '#src/domain/portfolio/submitting.ts';

const unit = (ids: readonly string[]) =>
  [{ id: '2', title: 'Values', criteria: ids.map((id) => ({ id, text: id })) }] as never;
const version = (name: string, ids: readonly string[]) =>
  ({ version: name, label: name, notice: '', units: unit(ids) }) as never;
const demo = version('demo-1', ['2.4', '2.5']);
const qualifications = { current: demo, versions: [demo], mappings: [] };
const session = { title: 'Recall', aim: 'Know it is last.', day: '2026-11-19', guest: '', formatName: 'Teach-back' };
const led = {
  ...{ session, there: 12, outOf: 16, intention: 'Leave more silence.', review: null, feedbackCount: 4 },
  qualifications,
};

test('a session becomes the beginning of a reflective account: facts, her own words, and what is left to her', () => {
  const { title, text, claims } = evidenceOfSession(led);
  expect(title).toBe('Peer session that I led: Recall');
  expect(text).toContain('I led a peer session of my cohort on Thursday 19 November 2026, as: Teach-back.');
  expect(text).toContain('12 of 16 people were there. 4 of them told me afterwards what helped.');
  expect(text).toContain('What the session was for:\nKnow it is last.');
  expect(text).toContain('What I said that I would do differently:\nLeave more silence.');
  expect(text).toContain('What I did to prepare and to lead it:');
  expect(text).not.toContain('a month later');
  expect(claims).toEqual(['2.4', '2.5']);
});

test('what is not there leaves no heading behind', () => {
  const bare = { ...session, title: '', aim: '', formatName: null };
  const { title, text } = evidenceOfSession({ ...led, session: bare, intention: null, feedbackCount: 0 });
  expect(title).toBe('Peer session that I led: Thursday 19 November');
  expect(text).not.toMatch(/What the session was for|What I said|of them told me/);
});

test('criteria are suggested in the version that counts, and none where the programme has others', () => {
  const next = version('2027', ['2.9']);
  const moved = {
    current: next,
    versions: [demo, next],
    mappings: [{ fromVersion: 'demo-1', toVersion: '2027', oldId: '2.4', newId: '2.9', carries: true }],
  };
  expect(evidenceOfSession({ ...led, qualifications: moved }).claims).toEqual(['2.9']);
  expect(
    evidenceOfSession({ ...led, qualifications: { current: next, versions: [next], mappings: [] } }).claims,
  ).toEqual([]);
});

test('long titles and words stay within the limits of evidence', () => {
  const long = { ...session, title: 'a'.repeat(400), aim: 'b'.repeat(EVIDENCE_LIMITS.textMax) };
  const { title, text } = evidenceOfSession({ ...led, session: long });
  expect(title).toHaveLength(EVIDENCE_LIMITS.titleMax);
  expect(text).toHaveLength(EVIDENCE_LIMITS.textMax);
});
