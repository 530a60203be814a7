import { describe, expect, test } from 'vitest';
import { count, draftOf, one, portal, post, SECRET } from './portfolioPortal.ts';

const withdrawals = (id: string) => count('select count(*) n from withdrawals where submission_id = ?', id);
const removedAt = (id: string) => one('select removed_at from evidence_items where id = ?', id)?.['removed_at'];

describe('withdrawing', () => {
  test('after a decision is refused with the reason, and the version stands', async () => {
    const amara = await portal().signIn('amara');
    const { status, text } = await post(amara, 'decided', 'withdraw', { submissionId: 'decided-1' });
    expect(status).toBe(409);
    expect(text).toContain('Your assessor has decided on it in the meantime');
    expect(withdrawals('decided-1')).toBe(0);
  });

  test('an older version is refused, whatever became of it', async () => {
    const amara = await portal().signIn('amara');
    expect((await post(amara, 'came-back', 'withdraw', { submissionId: 'came-back-1' })).status).toBe(409);
    expect(withdrawals('came-back-1')).toBe(0);
  });

  test('of another trainee’s version is as if it were not there', async () => {
    const tom = await portal().signIn('tom');
    expect((await post(tom, 'waiting', 'withdraw', { submissionId: 'waiting-1' })).status).toBe(404);
    expect(withdrawals('waiting-1')).toBe(0);
  });

  test('twice is once, and then nobody else sees it', async () => {
    const amara = await portal().signIn('amara');
    for (let time = 0; time < 2; time += 1)
      expect((await post(amara, 'waiting', 'withdraw', { submissionId: 'waiting-1' })).status).toBe(303);
    expect(withdrawals('waiting-1')).toBe(1);
    expect((await amara.get('/portfolio/evidence/waiting')).status).toBe(200);
  });

  test.each(['ruth', 'daniel'])('%s cannot read what was taken back', async (person) => {
    const client = await portal().signIn(person);
    const { status, text } = await client.get('/portfolio/evidence/taken-back');
    expect(status).toBe(404);
    expect(text).not.toContain(SECRET);
    expect((await client.get('/trainees/amara')).text).not.toContain('taken-back');
  });

  test('nor does its assessor learn its title where she decides and signs', async () => {
    const daniel = await portal().signIn('daniel');
    expect(await daniel.get('/assess/taken-back-1/sign')).toMatchObject({ status: 404 });
    for (const path of ['/assess/taken-back-1', '/assess/taken-back-1/sign', '/assess/taken-back-1?release=yes']) {
      const { text } = await daniel.get(path);
      expect(text.replaceAll('taken-back-1', ''), path).not.toContain('taken-back');
      expect(text, path).not.toContain(SECRET);
    }
  });
});

describe('an assessor’s record that is not finished', () => {
  test.each(['amara', 'ruth', 'venetia', 'gwen'])('%s does not see it', async (person) => {
    const { status, text } = await (await portal().signIn(person)).get('/portfolio/evidence/record');
    expect(status).toBe(404);
    expect(text).not.toContain(SECRET);
  });

  test.each(['save', 'submit', 'remove'])('its trainee cannot %s it', async (action) => {
    const amara = await portal().signIn('amara');
    expect((await post(amara, 'record', action, draftOf('record'))).status).toBe(404);
    expect(one(`select text, revision, removed_at from evidence_items where id = 'record'`)).toEqual({
      text: SECRET,
      revision: 1,
      removed_at: null,
    });
  });
});

describe('taking evidence out of a portfolio', () => {
  test.each([
    ['signed', 'a signature rests on it', 'A signature rests on this evidence'],
    ['sampled', 'a quality assurer was given it', 'A quality assurer was given this'],
    ['with-assessor', 'her assessor has it', 'Your assessor has it'],
  ])('%s: refused, because %s', async (id, _why, words) => {
    const amara = await portal().signIn('amara');
    const { status, text } = await post(amara, id, 'remove', { id });
    expect(status).toBe(409);
    expect(text).toContain(words);
    expect(removedAt(id)).toBeNull();
    expect(one('select text from submissions where id = ?', `${id}-1`)).toEqual({ text: SECRET });
  });

  test('another trainee’s is as if it were not there', async () => {
    const tom = await portal().signIn('tom');
    expect((await post(tom, 'to-remove', 'remove', { id: 'to-remove' })).status).toBe(404);
    expect(removedAt('to-remove')).toBeNull();
  });

  test('a draft goes with its words, and the same form again finds nothing', async () => {
    const amara = await portal().signIn('amara');
    expect((await post(amara, 'to-remove', 'remove', { id: 'to-remove' })).status).toBe(303);
    expect(one(`select title, text, details from evidence_items where id = 'to-remove'`)).toEqual({
      title: '',
      text: '',
      details: '{}',
    });
    expect((await post(amara, 'to-remove', 'remove', { id: 'to-remove' })).status).toBe(404);
    expect((await amara.get('/portfolio/evidence/to-remove')).status).toBe(404);
  });

  test('what was decided on and not signed goes with every word about it; the hash stays', async () => {
    const amara = await portal().signIn('amara');
    const before = one(`select sha256 from submissions where id = 'decided-1'`);
    expect((await post(amara, 'decided', 'remove', { id: 'decided' })).status).toBe(303);
    expect(one(`select title, text, sha256 from submissions where id = 'decided-1'`)).toEqual({
      title: '',
      text: '',
      ...before,
    });
    expect(
      count(`select count(*) n from criterion_decisions where assessment_id = 'decided-decided' and feedback <> ''`),
    ).toBe(0);
    expect(count(`select count(*) n from content_removals where record_id in ('decided-1', 'decided-decided')`)).toBe(
      2,
    );
    expect((await (await portal().signIn('daniel')).get('/portfolio/evidence/decided')).status).toBe(404);
  });
});
