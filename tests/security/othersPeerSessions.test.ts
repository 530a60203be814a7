import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Fields } from '../support/portalClient.ts';
import { ahead, peerPlanPortal, WORDS } from './peerPlanPortal.ts';

const { portal, client, get, send, refused, leaderOf, sessionOf, told } = peerPlanPortal();
const PLAN = { format: 'teach_back', title: 'Recall', aim: '', contentNote: '', guest: '' };

describe('a session belongs to its cohort', () => {
  test('no list shows a session of another cohort', async () => {
    for (const [person, path] of [
      ['nia', '/peer-sessions'],
      ['nia', '/'],
      ['gwen', '/cohorts/wales/peer-sessions'],
    ] as const)
      expect((await get(person, path)).text, `${person} ${path}`).not.toContain('/peer-sessions/planned');
    expect((await get('gwen', '/cohorts/london/peer-sessions')).status).toBe(404);
  });

  test('a manager sees in the week that there is one, and not what it is about', async () => {
    const day = String(sessionOf('peer-london-5')?.day);
    const { text } = await get('kerry', `/trainees/amara/week?from=${day}`);
    expect(text).toContain('Peer session');
    expect(text).not.toContain(String(sessionOf('peer-london-5')?.title));
  });

  test('what two people write each other is read by them and their tutor alone', async () => {
    for (const person of ['sofia', 'marcus', 'ruth'])
      expect((await get(person, '/peer-sessions/hers')).text, person).toContain(WORDS);
    for (const [person, path] of [
      ['tom', '/peer-sessions/hers'],
      ['tom', '/peer-sessions'],
    ] as const)
      expect((await get(person, path)).text, person).not.toContain(WORDS);
  });
});

describe('whoever does not lead it changes nothing', () => {
  const on = (fields: Fields) => ({ sessionId: 'planned', ...fields });
  test.each<[string, Fields]>([
    ['peerSessions.plan', on({ revision: '1', ...PLAN })],
    ['peerSessions.arrange', on({ revision: '1', day: '', startsAt: '09:00', endsAt: '10:00', place: 'Here' })],
    ['peerSwaps.ask', on({ id: randomUUID(), askedOf: 'tom', inReturnId: '', swapWords: '' })],
    ['peerSwaps.answer', { swapId: 'stale', answer: 'agreed' }],
    ['peerSwaps.withdraw', { swapId: 'stale' }],
  ])('%s', async (action, fields) => {
    await refused('tom', action, { fields, status: 404 });
    await refused('nia', action, { fields, status: 404 });
    await refused('kerry', action, { fields, status: 403 });
  });

  test('a member without a role neither ticks nor adds; one of another cohort finds nothing', async () => {
    const tick = on({ item: 'aim', done: 'yes' });
    const material = on({ id: randomUUID(), materialTitle: 'A', materialWords: 'B', materialAddress: '' });
    await refused('tom', 'peerSessions.prepare', { fields: tick, status: 409 });
    await refused('tom', 'peerSessions.addMaterial', { fields: material, status: 409 });
    await refused('amara', 'peerSessions.prepare', { fields: { ...tick, item: 'no-such-entry' }, status: 404 });
  });

  test('a leader does not move the day, appoint another or cancel: her tutor does', async () => {
    const time = { revision: '1', startsAt: '10:00', endsAt: '11:00', place: 'Room' };
    await refused('amara', 'peerSessions.arrange', { fields: on({ ...time, day: ahead(20) }), status: 403 });
    await refused('amara', 'peerRota.lead', { fields: on({ leader: 'tom', was: 'amara' }), status: 403 });
    await refused('amara', 'peerRota.cancel', { fields: on({ cancelReason: 'No' }), status: 403 });
  });

  test.each(['over', 'off'])('nobody plans one that is %s', async (sessionId) => {
    await refused('amara', 'peerSessions.plan', { fields: { sessionId, revision: '1', ...PLAN }, status: 409 });
    await refused('tom', 'peerSessions.takeRole', { fields: { sessionId, role: 'presenter' }, status: 409 });
    await refused('ruth', 'peerRota.lead', { fields: { sessionId, leader: 'tom', was: 'amara' }, status: 409 });
  });

  test('a form sets what it has fields for: no leader, no cohort, no end', async () => {
    const extra = { leaderId: 'tom', cohortId: 'wales', heldAt: '1', cancelledAt: '1', savedBy: 'tom', day: ahead(3) };
    await send('amara', 'peerSessions.plan', { ...extra, sessionId: 'planned', revision: '1', ...PLAN });
    expect(sessionOf('planned')).toMatchObject({
      ...{ title: 'Recall', cohort_id: 'london', held_at: null, cancelled_at: null, saved_by: 'amara', revision: 2 },
      day: ahead(212),
    });
    expect(leaderOf('planned')).toBe('amara');
  });

  test('an older page does not write over what somebody else saved; the same again changes nothing', async () => {
    const fields = { sessionId: 'planned', revision: '1', ...PLAN };
    expect((await send('amara', 'peerSessions.plan', fields)).status).toBe(200);
    expect(sessionOf('planned')?.revision).toBe(2);
    await refused('ruth', 'peerSessions.plan', { fields: { ...fields, title: 'Other' }, status: 409 });
  });
});

describe('a swap', () => {
  test('with somebody of another cohort, on a break, or for a session of another cohort is refused', async () => {
    const ask = (change: Fields) => ({
      ...{ id: randomUUID(), sessionId: 'asked', askedOf: 'marcus', inReturnId: '', swapWords: '', ...change },
    });
    const people = ['nia', 'nobody', 'sofia', 'kofi'].map((askedOf) => ({ askedOf }));
    const sessions = ['in-wales', 'planned'].map((inReturnId) => ({ inReturnId }));
    for (const change of [...people, ...sessions])
      await refused('sofia', 'peerSwaps.ask', { fields: ask(change), status: 400 });
  });

  test('sent twice is one wish, told once; a second one beside it is refused', async () => {
    const fields = { id: randomUUID(), sessionId: 'asked', askedOf: 'marcus', inReturnId: '', swapWords: 'Please' };
    const before = Number(told('marcus', 'peer-swap'));
    for (let sent = 0; sent < 2; sent += 1) expect((await send('sofia', 'peerSwaps.ask', fields)).status).toBe(200);
    expect(portal().rows('select id from peer_swaps where session_id = ?', 'asked')).toHaveLength(1);
    expect(told('marcus', 'peer-swap')).toBe(before + 1);
    await refused('sofia', 'peerSwaps.ask', { fields: { ...fields, id: randomUUID() }, status: 409 });
  });

  test('two answers at once: one wins, and both sessions change hands together or not at all', async () => {
    const answers = ['agreed', 'declined', 'agreed', 'declined'];
    const sent = await Promise.all(
      answers.map((answer) => send('marcus', 'peerSwaps.answer', { swapId: 'race', answer })),
    );
    const [row] = portal().rows(`select answer from peer_swaps where id = 'race'`);
    const won = answers.map((answer) => (answer === row?.answer ? 200 : 409));
    expect(sent.map(({ status }) => status)).toEqual(won);
    const leaders = row?.answer === 'agreed' ? ['marcus', 'sofia'] : ['sofia', 'marcus'];
    expect([leaderOf('hers'), leaderOf('his')]).toEqual(leaders);
  });

  test('is over once the tutor gives the session to somebody else', async () => {
    const fields = { sessionId: 'handed', leader: 'tom', was: 'grace' };
    expect((await send('ruth', 'peerRota.lead', fields)).status).toBe(200);
    expect(leaderOf('handed')).toBe('tom');
    await refused('hannah', 'peerSwaps.answer', { fields: { swapId: 'stale', answer: 'agreed' }, status: 409 });
    await refused('grace', 'peerSessions.plan', {
      fields: { sessionId: 'handed', revision: '1', ...PLAN },
      status: 404,
    });
    expect([told('grace', 'peer-session'), told('tom', 'peer-session')]).toEqual([1, 1]);
  });

  test('that somebody asked for who has left the cohort gives her no session of it, and takes none from her', async () => {
    await refused('marcus', 'peerSwaps.answer', { fields: { swapId: 'of-a-leaver', answer: 'agreed' }, status: 409 });
  });

  test('and a tutor who looks at an older page does not appoint over it', async () => {
    const fields = { sessionId: 'handed', leader: 'hannah', was: 'grace' };
    await refused('ruth', 'peerRota.lead', { fields, status: 409 });
  });
});

describe('roles', () => {
  test('two who take the same role at once: one gets it', async () => {
    const sent = await Promise.all(
      ['tom', 'hannah'].map((person) =>
        send(person, 'peerSessions.takeRole', { sessionId: 'moving', role: 'timekeeper' }),
      ),
    );
    expect(sent.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
    const held = portal().rows(
      `select id from peer_parts where session_id = 'moving' and role = 'timekeeper' and ended_at is null`,
    );
    expect(held).toHaveLength(1);
  });

  test('leading is no role that somebody takes', async () => {
    await refused('tom', 'peerSessions.takeRole', { fields: { sessionId: 'moving', role: 'leader' }, status: 400 });
    await refused('tom', 'peerSessions.takeRole', {
      fields: { sessionId: 'moving', role: 'host_of_guest' },
      status: 409,
    });
  });

  test('whoever has left the cohort leads nothing there, and the tutor is told so', async () => {
    expect((await get('ruth', '/cohorts/london/peer-sessions')).text).toContain('Lea Leaver has left the cohort');
    expect((await get('tom', '/peer-sessions/left')).text).toContain('Lea Leaver has left the cohort');
    const fields = { sessionId: 'left', leader: 'tom', was: 'leaver' };
    expect((await send('ruth', 'peerRota.lead', fields)).status).toBe(200);
    expect(leaderOf('left')).toBe('tom');
  });
});

describe('what is shared passes the check', () => {
  const material = { sessionId: 'planned', materialTitle: 'A page', materialWords: '', materialAddress: '' };
  test.each<[string, Fields, number, string]>([
    ['a number of somebody', { materialWords: 'His number is AB 12 34 56 C.' }, 400, 'looks like'],
    ['a name', { materialWords: 'Ask Mr Barnaby Threlkeld about it.' }, 400, 'looks like'],
    ['an address that runs', { materialAddress: 'javascript:alert(1)' }, 400, 'https://'],
    ['an address of this machine', { materialAddress: 'https://localhost/' }, 400, 'public page'],
    ['nothing at all', {}, 400, 'address of a public page'],
  ])('%s is refused and told', async (_story, change, status, words) => {
    const fields = { ...material, id: randomUUID(), ...change };
    const answer = await client('amara').post('/peer-sessions/planned?_action=peerSessions.addMaterial', fields);
    expect([answer.status, answer.text.includes(words)]).toEqual([status, true]);
    expect(portal().rows(`select id from peer_materials where session_id = 'planned'`)).toEqual([]);
  });

  test('a plan and a line to a colleague too', async () => {
    const fields = { sessionId: 'planned', revision: '2', ...PLAN, contentNote: 'Ring 020 7946 0123 first.' };
    await refused('amara', 'peerSessions.plan', { fields, status: 400 });
    const ask = { id: randomUUID(), sessionId: 'planned', askedOf: 'tom', inReturnId: '', swapWords: 'AB 12 34 56 C' };
    await refused('amara', 'peerSwaps.ask', { fields: ask, status: 400 });
  });

  test('something to read is one row however often it is sent, and is taken out by those who may', async () => {
    const id = randomUUID();
    const fields = { ...material, id, materialWords: 'Two pages.' };
    for (let sent = 0; sent < 2; sent += 1)
      expect((await send('amara', 'peerSessions.addMaterial', fields)).status).toBe(200);
    await refused('ruth', 'peerSessions.addMaterial', { fields, status: 409 });
    const removal = { sessionId: 'planned', materialId: id };
    await refused('tom', 'peerSessions.removeMaterial', { fields: removal, status: 404 });
    await refused('amara', 'peerSessions.removeMaterial', { fields: { ...removal, sessionId: 'moving' }, status: 404 });
    expect((await send('ruth', 'peerSessions.removeMaterial', removal)).status).toBe(200);
    expect((await get('amara', '/peer-sessions/planned')).text).not.toContain('Two pages.');
  });
});

describe('a rota', () => {
  const rota = (change: Fields): Fields => ({
    ...{ cohortId: 'london', startsAt: '14:00', endsAt: '15:00', place: 'Room 2' },
    ...{ id: [randomUUID(), randomUUID()], day: [ahead(300), ahead(330)], leader: ['tom', ''] },
    ...change,
  });

  test.each<[string, Fields]>([
    ['a day that is over', { day: [ahead(-1), ahead(330)] }],
    ['the same day twice', { day: [ahead(300), ahead(300)] }],
    ['a day on which there is one already', { day: [ahead(212), ahead(330)] }],
    ['a day that does not exist', { day: ['2027-02-30', ahead(330)] }],
    ['a leader of another cohort', { leader: ['nia', ''] }],
    ['a leader on a break', { leader: ['kofi', ''] }],
    ['an end before its beginning', { endsAt: '13:00' }],
  ])('with %s is not written at all', async (_story, change) => {
    await refused('ruth', 'peerRota.save', { fields: rota(change), status: 400 });
  });

  test('sent twice is one rota, and whoever leads is told once', async () => {
    const fields = rota({});
    const before = Number(told('tom', 'peer-session'));
    for (let sent = 0; sent < 2; sent += 1) expect((await send('ruth', 'peerRota.save', fields)).status).toBe(200);
    const rows = portal().rows('select id from peer_sessions where id in (?, ?)', ...(fields['id'] as string[]));
    expect(rows).toHaveLength(2);
    expect(told('tom', 'peer-session')).toBe(before + 1);
    await refused('gwen', 'peerRota.save', { fields: { ...fields, cohortId: 'wales', leader: ['', ''] }, status: 409 });
  });

  test('a cancelled session stays cancelled, says why, and everybody else is told', async () => {
    const before = Number(told('hannah', 'peer-session'));
    const fields = { sessionId: 'moving', cancelReason: 'The room is flooded' };
    for (let sent = 0; sent < 2; sent += 1) expect((await send('ruth', 'peerRota.cancel', fields)).status).toBe(200);
    expect((await get('tom', '/peer-sessions/moving')).text).toContain('The room is flooded');
    expect(told('hannah', 'peer-session')).toBe(before + 1);
    await refused('ruth', 'peerRota.cancel', { fields: { ...fields, cancelReason: 'Another' }, status: 409 });
  });
});
