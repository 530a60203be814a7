import { expect, test } from 'vitest';
import { servedPortal } from '../support/servedPortal.ts';
import { addDecided, furnished, look, lookAt } from './qualityHouse.ts';

const BOTH = ['vera', 'ines'];
const RACES = 20;

const portal = servedPortal({
  prepare: furnished((insert) => {
    for (let race = 0; race < RACES; race += 1) addDecided(insert, { id: `race-${String(race)}`, sampledBy: BOTH });
    for (const id of ['borrowed', 'decided-again', 'half', 'forged']) addDecided(insert, { id, sampledBy: BOTH });
  }),
});
const looks = (piece: string) =>
  portal().rows('select verifier_id, outcome from verifications where submission_id = ?', `${piece}-1`);

test('of two quality assurers who look at the same moment one is told that the other was first', async () => {
  const [vera, ines] = [await portal().signIn('vera'), await portal().signIn('ines')];
  for (let race = 0; race < RACES; race += 1) {
    const piece = `race-${String(race)}`;
    const answers = await Promise.all([
      vera.post(lookAt(piece), look(piece)),
      ines.post(lookAt(piece), look(piece, { 'say-1.1': 'reject', 'reason-1.1': 'Two years old.' })),
    ]);
    expect(
      answers.map(({ status }) => status).sort((one, other) => one - other),
      piece,
    ).toEqual([303, 409]);
    expect(answers.find(({ status }) => status === 409)?.text).toContain('looked at these decisions in the meantime');
    expect(looks(piece)).toHaveLength(1);
  }
});

test('an id that somebody else used already is refused', async () => {
  const [vera, ines] = [await portal().signIn('vera'), await portal().signIn('ines')];
  const sent = look('borrowed');
  await vera.post(lookAt('borrowed'), sent);
  expect((await ines.post(lookAt('borrowed'), sent)).status).toBe(409);
  expect(looks('borrowed')).toHaveLength(1);
});

test('a look at decisions that are no longer the newest is refused', async () => {
  const vera = await portal().signIn('vera');
  const stale = look('decided-again', { assessmentId: 'an-earlier-assessment' });
  expect((await vera.post(lookAt('decided-again'), stale)).status).toBe(409);
  expect(looks('decided-again')).toEqual([]);
});

test('a look that leaves a decision out, or names one that was not made, keeps nothing of it', async () => {
  const vera = await portal().signIn('vera');
  const half = look('half', { 'say-1.2': '' });
  expect((await vera.post(lookAt('half'), half)).status).toBe(400);
  expect(looks('half')).toEqual([]);
  await vera.post(
    lookAt('forged'),
    look('forged', { 'say-6.6': 'reject', 'reason-6.6': 'Forged.', verifierId: 'ines' }),
  );
  expect(looks('forged')).toEqual([{ verifier_id: 'vera', outcome: 'agree' }]);
  const kept = portal().rows(
    `select criterion_id from verification_decisions d join verifications v on v.id = d.verification_id where v.submission_id = 'forged-1'`,
  );
  expect(kept.map(({ criterion_id: id }) => String(id)).toSorted()).toEqual(['1.1', '1.2']);
});
