import { describe, expect, test } from 'vitest';
import { PERSON, takenOutOnce } from './takenOut.ts';

const out = takenOutOnce();

describe('what others wrote when they signed, opened or made sure', () => {
  const evidence = () => out().portfolio.evidence;
  /** Rows as texts, in one order. */
  const lines = (rows: readonly object[]) =>
    rows.map((row) => Object.values(row).join(' | ')).sort((one, other) => one.localeCompare(other));
  const OF_HERS = 'join submissions s on s.id = a.submission_id where s.trainee_id = ?';

  test('is there word for word: countersignatures, words added to a record, reasons for opening, checks of witnesses', () => {
    const countersigned = evidence()
      .flatMap(({ assessments }) => assessments)
      .flatMap(({ id, countersignature }) => (countersignature ? [[id, countersignature.words]] : []));
    const stored = out().rows(
      `select c.assessment_id, c.words from countersignatures c join assessments a on a.id = c.assessment_id ${OF_HERS}`,
      PERSON,
    );
    expect(lines(countersigned)).toEqual(lines(stored));
    const snapshots = evidence().flatMap((item) => item.snapshots);
    const signed = snapshots.flatMap(({ id, signatures }) => signatures.map(({ part, words }) => [id, part, words]));
    const inRows = out().rows(
      'select r.submission_id, r.part, r.words from record_signatures r join submissions s on s.id = r.submission_id where s.trainee_id = ?',
      PERSON,
    );
    expect(lines(signed)).toEqual(lines(inRows));
    const opened = out().portfolio.signOffs.flatMap(({ id, unlock }) =>
      unlock ? [[id, unlock.by.id, unlock.reason]] : [],
    );
    const reasons = out().rows(
      'select u.sign_off_id, u.verifier_id, u.reason from sign_off_unlocks u join portfolio_sign_offs o on o.id = u.sign_off_id where o.trainee_id = ?',
      PERSON,
    );
    expect(lines(opened)).toEqual(lines(reasons));
    expect(reasons.length).toBe(2);
    expect(evidence().find(({ id }) => id === 'amara-witness-1')?.witness?.check?.how).toBe('I <rang> her.');
  });

  test('holds why she sent a record back', () => {
    const told = evidence()
      .flatMap(({ snapshots }) => snapshots)
      .flatMap(({ id, refusal }) => (refusal ? [[id, refusal.person.id, refusal.reason]] : []));
    const stored = out().rows(
      'select submission_id, person_id, reason from record_refusals where person_id = ?',
      PERSON,
    );
    expect(stored.length).toBeGreaterThan(0);
    expect(told).toEqual(stored.map(Object.values));
  });

  test('holds that a quality assurer looked, and neither who she is nor what she wrote', () => {
    const looks = out().rows(
      `select v.words, d.reason from verifications v join verification_decisions d on d.verification_id = v.id join assessments a on a.id = v.assessment_id ${OF_HERS}`,
      PERSON,
    );
    expect(evidence().flatMap(({ assessments }) => assessments.flatMap((one) => one.verifications))).toHaveLength(
      looks.length,
    );
    expect(looks.length).toBeGreaterThan(0);
    const written = looks.flatMap(({ words, reason }) => [words, reason]).filter((one) => one !== '');
    for (const path of ['portfolio.json', 'index.html'])
      for (const words of written) expect(out().text(path)).not.toContain(String(words));
  });

  test('is said as removed where it was, with the day and the hash', () => {
    const page = out().text('index.html');
    for (const kind of ['countersignature', 'record_words', 'unlock_reason', 'witness_contact', 'plan_item'])
      expect(page).toContain(`Over: ${kind}`);
    expect(page).toContain('I &lt;read&gt; it.');
    expect(page).toContain('Another &lt;case&gt;.');
    const removals = out().rows('select kind, record_id from content_removals');
    expect(
      out()
        .text('portfolio.json')
        .match(/"reason": "Over: /gu),
    ).toHaveLength(5);
    expect(removals.length).toBe(7);
  });
});
