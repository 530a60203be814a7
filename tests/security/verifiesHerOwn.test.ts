import { expect, test } from 'vitest';
import { AT } from '../support/demoRecords.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { addDecided, furnished, look, lookAt } from './qualityHouse.ts';

const portal = servedPortal({
  prepare: furnished((insert) => {
    addDecided(insert, { id: 'others' });
    addDecided(insert, { id: 'decided-herself', assessorId: 'vera' });
    addDecided(insert, { id: 'about-herself', traineeId: 'vera' });
    addDecided(insert, { id: 'not-hers', sampledBy: ['ines'] });
    addDecided(insert, { id: 'countersigned' });
    insert('countersignatures', {
      ...{ assessment_id: 'countersigned-decided', person_id: 'vera', outcome: 'agreed', words: '' },
      ...{ signed_at: AT, ledger_seq: 1 },
    });
  }),
});
const looks = (piece: string) => portal().rows('select id from verifications where submission_id = ?', `${piece}-1`);

test.each([
  ['what she decided herself', 'decided-herself'],
  ['what was decided about herself', 'about-herself'],
  ['what she countersigned', 'countersigned'],
  ['what is in another’s sample', 'not-hers'],
])('a quality assurer cannot verify %s, however she sends it', async (_story, piece) => {
  const vera = await portal().signIn('vera');
  const answer = await vera.post(lookAt(piece), look(piece));
  expect(answer.status).toBe(404);
  expect((await vera.call('quality.verify', form(look(piece)))).status).toBe(404);
  expect(looks(piece)).toEqual([]);
});

test('her page says so, and has no form', async () => {
  const vera = await portal().signIn('vera');
  const { status, text } = await vera.get('/quality/samples/decided-herself-1');
  expect(status).toBe(200);
  expect(text).toContain('You had a hand in this piece');
  expect(text).not.toContain('name="verificationId"');
});

test('what others decided she can, once, and a repeat changes nothing', async () => {
  const vera = await portal().signIn('vera');
  const sent = look('others');
  expect((await vera.post(lookAt('others'), sent)).status).toBe(303);
  expect((await vera.post(lookAt('others'), sent)).status).toBe(303);
  expect(looks('others')).toHaveLength(1);
});

function form(fields: Record<string, string | readonly string[]>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, String(value));
  return data;
}
