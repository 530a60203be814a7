import { describe, expect, test } from 'vitest';
import { openMac } from '#src/server/mac.ts';
import { readMailServer } from '#src/server/mail/mailServer.ts';
import { readUnsubscribeToken, unsubscribeToken } from '#src/server/mail/unsubscribe.ts';

const publicUrl = new URL('https://learning.example.org');
const read = (smtpUrl: string, mailFrom: string | null = null) => readMailServer({ smtpUrl, mailFrom, publicUrl });

describe('SMTP_URL', () => {
  test.each([
    [
      'asks for an encrypted connection',
      'smtp://mail.example.org',
      { port: 587, secure: false, requireTLS: true, ignoreTLS: false },
    ],
    ['is encrypted from the first byte', 'smtps://mail.example.org', { port: 465, secure: true, requireTLS: false }],
    [
      'may say that there is no encryption',
      'smtp://mail.example.org:25?tls=off',
      { port: 25, requireTLS: false, ignoreTLS: true },
    ],
    [
      'needs none on this machine itself',
      'smtp://127.0.0.1:2525',
      { host: '127.0.0.1', port: 2525, requireTLS: false },
    ],
    ['may name an IPv6 address', 'smtp://[::1]:2525', { host: '::1', requireTLS: false }],
    ['holds a name and a password', 'smtp://a%40b:p%25w@mail.example.org', { auth: { user: 'a@b', pass: 'p%w' } }],
  ])('%s', (_story, url, server) => {
    expect(read(url)).toMatchObject({ from: 'no-reply@learning.example.org', ...server });
  });

  test.each([
    '',
    'mail.example.org',
    'http://mail.example.org',
    'smtp://',
    'smtp://mail.example.org/path',
    'smtp://secret:s%ecret@x',
  ])('that cannot be read keeps the portal from starting, without saying what was in it: %s', (url) => {
    expect(() => read(url)).toThrow(/SMTP_URL/u);
    expect(() => read(url)).not.toThrow(/secret/u);
  });
});

test.each(['Portal <a@b.example>', 'a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example', 'nobody', ''])(
  'MAIL_FROM is one address and nothing else: %j',
  (from) => {
    expect(() => read('smtp://127.0.0.1', from)).toThrow(/MAIL_FROM/u);
  },
);

describe('a link that stops e-mails', () => {
  const mac = openMac(Buffer.alloc(32, 1));
  const token = unsubscribeToken(mac, { personId: 'ruth', kind: 'message' });

  test('is read again by the portal that made it', () => {
    expect(readUnsubscribeToken(mac, token)).toEqual({ personId: 'ruth', kind: 'message' });
    expect(token).not.toContain('ruth');
  });

  test('opens nothing once a character is another, for another portal, or with another subject', () => {
    const [subject = '', proof = ''] = token.split('.');
    const forged = Buffer.from(JSON.stringify(['gwen', 'message'])).toString('base64url');
    const other = proof.startsWith('A') ? `B${proof.slice(1)}` : `A${proof.slice(1)}`;
    for (const wrong of ['', '.', subject, `${subject}.${other}`, `${forged}.${proof}`, `${token}x`, `x${token}`])
      expect(readUnsubscribeToken(mac, wrong)).toBeNull();
    expect(readUnsubscribeToken(openMac(Buffer.alloc(32, 2)), token)).toBeNull();
  });

  test('cannot be made for what nobody can stop', () => {
    expect(readUnsubscribeToken(mac, unsubscribeToken(mac, { personId: 'ruth', kind: 'account-safety' }))).toBeNull();
  });
});
