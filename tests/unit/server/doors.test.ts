import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { Address, TurnedAway } from '#src/server/http/doors/door.ts';
import { forwardedDoor } from '#src/server/http/doors/forwarded.ts';
import { hostDoor, portalAddress } from '#src/server/http/doors/host.ts';
import { originDoor } from '#src/server/http/doors/origin.ts';
import { DOORS, passDoors } from '#src/server/http/gate.ts';
import { LIMITS } from '#src/server/http/server.ts';

const here = portalAddress(new URL('http://localhost:4321'), 4321);
const online = portalAddress(new URL('https://learning.example.org'), 4321);

function request(headers: Record<string, string>, { method = 'GET', url = '/' } = {}): IncomingMessage {
  return {
    method,
    url,
    headers: { ...headers },
    rawHeaders: Object.entries(headers).flat(),
  } as unknown as IncomingMessage;
}

describe('the host door', () => {
  test.each<[string, [Address, string, TurnedAway | null]]>([
    ['the public address', [online, 'learning.example.org', null]],
    ['the public address with its port', [online, 'learning.example.org:443', null]],
    ['the public address in capitals', [online, 'Learning.Example.ORG', null]],
    ['this machine, for a health check', [online, '127.0.0.1:4321', null]],
    ['this machine by name', [here, 'localhost:4321', null]],
    ['this machine in IPv6', [here, '[::1]:4321', null]],
    [
      'a forwarded port of this machine',
      [portalAddress(new URL('http://localhost:9000'), 4321), '127.0.0.1:9000', null],
    ],
    ['the portal on port 80', [portalAddress(new URL('http://localhost'), 80), 'localhost', null]],
    ['another site', [online, 'evil.example', { status: 421 }]],
    ['a site that ends like ours', [online, 'evil-learning.example.org', { status: 421 }]],
    ['a site that begins like ours', [online, 'learning.example.org.evil.example', { status: 421 }]],
    ['ours with another port', [online, 'learning.example.org:8443', { status: 421 }]],
    ['this machine on the port of https', [online, 'localhost:443', { status: 421 }]],
    ['ours with a password in front', [online, 'evil@learning.example.org', { status: 421 }]],
  ])('%s', (_story, [address, host, expected]) => {
    expect(hostDoor(request({ host }), address, LIMITS)).toEqual(expected);
  });
});

describe('the origin door behind https', () => {
  const post = (headers: Record<string, string>) =>
    originDoor(request({ host: '127.0.0.1:4321', ...headers }, { method: 'POST' }), online, LIMITS);

  test.each<[string, Record<string, string>, boolean]>([
    ['the public origin, whatever host the proxy wrote', { origin: 'https://learning.example.org' }, true],
    ['the same name without https', { origin: 'http://learning.example.org' }, false],
    ['the inside address', { origin: 'http://127.0.0.1:4321' }, false],
    ['another site', { origin: 'https://evil.example' }, false],
    ['nothing', {}, false],
  ])('%s', (_story, headers, passes) => {
    expect(post(headers) === null).toBe(passes);
  });

  test('asks nothing of those who only read', () => {
    expect(
      originDoor(request({ host: 'learning.example.org', 'sec-fetch-site': 'cross-site' }), online, LIMITS),
    ).toBeNull();
  });
});

describe('the forwarded door', () => {
  const lies = {
    forwarded: 'host=evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-port': '1',
    'x-forwarded-proto': 'https',
  };

  test('believes nothing without a proxy', () => {
    const req = request({ host: 'localhost:4321', ...lies, 'x-forwarded-for': '203.0.113.9' });
    forwardedDoor(req, here, LIMITS);
    expect(req.headers).toEqual({ host: 'localhost:4321' });
  });

  test('behind https says itself what the address is', () => {
    const req = request({ host: '127.0.0.1:4321', ...lies });
    forwardedDoor(req, online, LIMITS);
    expect(req.headers).toEqual({ host: 'learning.example.org', 'x-forwarded-proto': 'https' });
  });

  test.each([
    ['the one address the proxy wrote', '203.0.113.9', '203.0.113.9'],
    ['what the nearest proxy wrote last, not what the client wrote first', '1.2.3.4, 203.0.113.9', '203.0.113.9'],
    ['an IPv6 address', '2001:db8::1', '2001:db8::1'],
    ['nothing that is no address', '203.0.113.9, amara', undefined],
  ])('behind https takes for the client %s', (_story, written, client) => {
    const req = request({ host: 'learning.example.org', 'x-forwarded-for': written });
    forwardedDoor(req, online, LIMITS);
    expect(req.headers['x-forwarded-for']).toBe(client);
  });
});

describe('all doors together', () => {
  test('let a plain request pass and stop at the first that says no', () => {
    expect(DOORS.length).toBe(6);
    expect(passDoors(request({ host: 'localhost:4321' }), here, LIMITS)).toBeNull();
    const everythingWrong = request({ host: 'evil.example' }, { method: 'TRACE', url: '//' });
    expect(passDoors(everythingWrong, here, LIMITS)?.status).toBe(405);
  });

  test('cost little', () => {
    const headers = {
      host: 'localhost:4321',
      'user-agent': 'test',
      accept: 'text/html',
      cookie: 'a=b',
      'sec-fetch-site': 'none',
    };
    const started = performance.now();
    for (let times = 0; times < 10_000; times += 1)
      passDoors(request(headers, { url: '/modules/parole-recall' }), here, LIMITS);
    expect((performance.now() - started) / 10_000).toBeLessThan(0.1);
  });
});
