import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { saveChoices } from '#db/queries/notices/choices.ts';
import { accountLinks, assignments, notices, people } from '#db/schema/index.ts';
import type { NoticeKind } from '#src/domain/notices/words.ts';
import { accountLinkToken } from '#src/server/accounts/accountLinks.ts';
import { inviteAll, sendReset } from '#src/server/accounts/invitations.ts';
import { readUnsubscribeToken } from '#src/server/mail/unsubscribe.ts';
import { notify, type Told } from '#src/server/notices/notify.ts';
import { queueMail } from '#src/server/notices/outbox.ts';
import { stopMails } from '#src/server/mail/stopMails.ts';
import { mac, type MailHouse, mailHouse } from './mailHouse.ts';

const signal = (personId: string, traineeId: string, kind = 'modules-late'): Told => ({
  ...{ personId, kind: 'new-signal', key: `signal:${traineeId}:${kind}`, traineeId },
  details: { signal: kind },
});
const tell = (house: MailHouse, ...told: Told[]) => house.database.write((tx) => notify(tx, told));
const why = async (house: MailHouse) => (await house.rows()).map(({ lastError }) => lastError);

describe('an e-mail at once', () => {
  test('goes to a tutor about a trainee of hers, and says neither who nor what', async () => {
    const house = await mailHouse();
    await tell(house, signal('ruth', 'amara'), signal('ruth', 'amara', 'no-sign-in'));
    await house.sendAll();
    const mail = await house.server.parse(0);
    expect(mail.subject).toBe('2 new signals about trainees of yours');
    for (const part of [mail.text, String(mail.html)]) {
      expect(part).toContain('https://learning.example.org/notices');
      expect(part).not.toMatch(/amara|Name of|late|sign-in/iu);
    }
  });

  test('has a plain part, an HTML part, and one click to stop its kind', async () => {
    const house = await mailHouse();
    await tell(house, signal('ruth', 'amara'));
    await house.sendAll();
    const raw = house.server.received[0]?.raw ?? '';
    expect(raw).toMatch(/^Content-Type: multipart\/alternative/mu);
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/mu);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r?$/mu);
    const link = /^List-Unsubscribe: <https:\/\/learning\.example\.org\/unsubscribe\/(?<token>[^>]+)>\r?$/mu.exec(raw);
    expect(readUnsubscribeToken(mac, link?.groups?.['token'] ?? '')).toEqual({ personId: 'ruth', kind: 'new-signal' });
    const { text } = await house.server.parse(0);
    expect(text).toContain(`/unsubscribe/${link?.groups?.['token'] ?? ''}`);
  });

  test('does not go where she chose the weekly one, or none', async () => {
    const house = await mailHouse();
    await house.database.write((tx) =>
      saveChoices(tx, { personId: 'ruth', choices: new Map([['new-signal', 'weekly']]), at: new Date() }),
    );
    await tell(house, signal('ruth', 'amara'), signal('amara', 'amara'));
    await house.sendAll();
    expect(house.server.received.map(({ to }) => to)).toEqual(['amara@pqip.example']);
  });

  test('is held back where she said no after it was put in', async () => {
    const house = await mailHouse();
    await tell(house, signal('ruth', 'amara'));
    await house.database.write((tx) =>
      saveChoices(tx, { personId: 'ruth', choices: new Map([['new-signal', 'never']]), at: new Date() }),
    );
    await house.sendAll();
    expect(house.server.received).toEqual([]);
    expect(await why(house)).toEqual(['not-wanted']);
  });

  test('is held back where everything in it was read in the portal before', async () => {
    const house = await mailHouse();
    await tell(house, signal('ruth', 'amara'));
    await house.database.write((tx) =>
      tx.update(notices).set({ readAt: new Date() }).where(eq(notices.personId, 'ruth')),
    );
    await house.sendAll();
    expect(await why(house)).toEqual(['read']);
  });

  test('is held back from an account that is switched off, but for what concerns the account itself', async () => {
    const house = await mailHouse();
    await tell(house, signal('ruth', 'amara'));
    await house.database.write(async (tx) => {
      await queueMail(tx, { personId: 'ruth', kind: 'account-safety', key: 'off', details: {} });
      await tx.update(people).set({ disabledAt: new Date() }).where(eq(people.id, 'ruth'));
    });
    await house.sendAll();
    expect(house.server.received).toHaveLength(1);
    expect((await house.rows()).map(({ kind, lastError }) => [kind, lastError])).toContainEqual([
      'new-signal',
      'switched-off',
    ]);
  });

  test('of a portal without a mail server is not even put in', async () => {
    const house = await mailHouse({ isSetUp: false });
    await tell(house, signal('ruth', 'amara'));
    expect(await house.rows()).toEqual([]);
    expect(await house.database.read((db) => db.$count(notices))).toBe(1);
  });
});

describe('the weekly e-mail', () => {
  const digest = (house: MailHouse, personId: string) =>
    house.database.write((tx) => queueMail(tx, { personId, kind: 'digest', key: `digest:${personId}`, details: {} }));

  test('counts what waits, by kind, with a link each', async () => {
    const house = await mailHouse({ standing: [{ cohortId: 'london', trainees: 3, of: 16 }] });
    await tell(house, signal('ruth', 'amara'), signal('ruth', 'amara', 'no-sign-in'));
    await digest(house, 'ruth');
    await house.sendAll();
    const { text = '' } = await house.server.parse(1);
    expect(text).toContain('3 of 16 trainees in a cohort of yours have a signal that stands');
    expect(text).toContain('https://learning.example.org/cohorts/london');
    expect(text).toContain('2 new signals not yet looked at');
  });

  test('does not go where nothing waits', async () => {
    const house = await mailHouse();
    await digest(house, 'ruth');
    await house.sendAll();
    expect(house.server.received).toEqual([]);
    expect(await why(house)).toEqual(['nothing']);
  });

  test('leaves out kinds that she wants to hear nothing of', async () => {
    const house = await mailHouse();
    const message = { personId: 'amara', kind: 'message', key: 'm', traineeId: 'amara', details: {} } as const;
    await tell(house, message);
    await house.database.write((tx) =>
      saveChoices(tx, {
        personId: 'amara',
        choices: new Map<NoticeKind, 'never'>([['message', 'never']]),
        at: new Date(),
      }),
    );
    await digest(house, 'amara');
    await house.sendAll();
    expect(await why(house)).toEqual(['nothing']);
  });
});

describe('a link to set a password', () => {
  const AT = new Date();
  async function withLink(change: Partial<typeof accountLinks.$inferInsert> = {}) {
    const house = await mailHouse();
    const link = { id: 'link', personId: 'amara', kind: 'invitation', tokenHash: 'x', madeAt: AT } as const;
    const expiresAt = new Date(AT.getTime() + 60_000);
    await house.database.write(async (tx) => {
      await tx.insert(accountLinks).values({ ...link, expiresAt, ...change });
      await queueMail(tx, { personId: 'amara', kind: 'invitation', key: 'link:link', details: { linkId: 'link' } });
    });
    await house.sendAll();
    return house;
  }

  test('goes in its e-mail and stands nowhere in the database', async () => {
    const house = await withLink();
    const { token } = accountLinkToken({ mac, linkId: 'link' });
    const { text, html } = await house.server.parse(0);
    for (const part of [text, String(html)]) expect(part).toContain(`https://learning.example.org/welcome/${token}`);
    expect(JSON.stringify(await house.rows())).not.toContain(token);
    expect(house.server.received[0]?.raw).not.toContain('List-Unsubscribe');
  });

  test.each([
    ['was used', { usedAt: AT }],
    ['was taken back', { revokedAt: AT }],
    ['is out of date', { expiresAt: new Date(AT.getTime() - 1000) }],
    ['is somebody else’s', { personId: 'nia' }],
  ])('that %s is not sent', async (_story, change) => {
    const house = await withLink(change);
    expect(house.server.received).toEqual([]);
    expect(await why(house)).toEqual(['link-closed']);
  });

  test('asked for by a stranger in her name takes no invitation away from her, only what was asked for before', async () => {
    const house = await mailHouse();
    const [invited] = await house.database.write((tx) => inviteAll(tx, ['amara'], 'harvey'));
    await sendReset('amara@pqip.example');
    await sendReset('amara@pqip.example');
    const links = await house.database.read((db) => db.select().from(accountLinks));
    const open = links.filter(({ revokedAt }) => revokedAt === null);
    expect(links).toHaveLength(3);
    expect(open.map(({ id, madeBy }) => [id === invited?.linkId, madeBy])).toEqual([
      [true, 'harvey'],
      [false, null],
    ]);
    await house.database.write((tx) => inviteAll(tx, ['amara'], 'harvey'));
    const left = await house.database.read((db) => db.select().from(accountLinks));
    expect(left.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1);
  });
});

describe('one click', () => {
  test('stops the kind that the link is for, for the person whose it is, and nothing else', async () => {
    const house = await mailHouse();
    await tell(house, signal('ruth', 'amara'));
    await house.sendAll();
    const token = /unsubscribe\/(?<token>[^>\s]+)>/u.exec(house.server.received[0]?.raw ?? '')?.groups?.['token'] ?? '';
    const ask = (isAsked: boolean) => stopMails(token, { isAsked, address: '127.0.0.1' });
    expect(await ask(false)).toBe('new-signal');
    await tell(house, signal('ruth', 'amara', 'no-sign-in'));
    expect(await ask(true)).toBe('new-signal');
    expect(await ask(true)).toBe('new-signal');
    await house.sendAll();
    await tell(house, signal('ruth', 'amara', 'over-limit'), signal('gwen', 'nia'));
    await house.sendAll();
    expect(house.server.received.map(({ to }) => to)).toEqual(['ruth@pqip.example', 'gwen@pqip.example']);
  });
});

test('an address that could begin another header or another receiver is never written to', async () => {
  const house = await mailHouse();
  for (const address of ['a@x.example\r\nBcc: all@x.example', 'a@x.example, b@x.example', 'Name <a@x.example>', '']) {
    const key = `key ${address}`;
    await house.database.write((tx) =>
      queueMail(tx, { personId: 'amara', kind: 'account-safety', key, address, details: {} }),
    );
  }
  await house.sendAll();
  expect(house.server.arrived).toEqual([]);
  expect(new Set(await why(house))).toEqual(new Set(['bad-address']));
});

test('a tutor whose assignment ended after an e-mail was put in gets nothing, and the others still do', async () => {
  const house = await mailHouse();
  await tell(house, signal('ruth', 'amara'), signal('gwen', 'nia'));
  await house.database.write((tx) =>
    tx
      .update(assignments)
      .set({ endsOn: '2026-11-23' })
      .where(and(eq(assignments.personId, 'ruth'), eq(assignments.kind, 'tutor'))),
  );
  await house.sendAll();
  expect(house.server.received.map(({ to }) => to)).toEqual(['gwen@pqip.example']);
});
