import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { databaseAddress } from '#db/client/databaseAddress.ts';

test.each([
  ['file:data/portal.db', resolve('data/portal.db')],
  ['file:./portal.db', resolve('portal.db')],
  ['file:/srv/portal/portal.db', '/srv/portal/portal.db'],
  ['file:///srv/portal/portal.db', '/srv/portal/portal.db'],
  ['file:///srv/with%20space/portal.db', '/srv/with space/portal.db'],
  ['file:with%20space.db', resolve('with space.db')],
])('%s is a file on this machine', (url, path) => {
  expect(databaseAddress(url)).toMatchObject({ kind: 'file', path });
});

test.each([
  ['libsql://portal.example', 'portal.example'],
  ['http://127.0.0.1:8080', '127.0.0.1:8080'],
  ['https://portal.example/pqip', 'portal.example'],
])('%s is a libSQL server', (url, host) => {
  expect(databaseAddress(url)).toEqual({ kind: 'server', url, host });
});

test.each([
  '',
  'data/portal.db',
  ':memory:',
  'file:',
  'file::memory:',
  'file:portal.db?mode=ro',
  'file:///srv/portal.db#part',
  'file://another-machine/portal.db',
  'file:100%.db',
  'postgres://portal.example/portal',
  'ws://127.0.0.1:8080',
  'http://',
  'javascript:alert(1)',
])('"%s" is refused with a sentence that says how to write it', (url) => {
  expect(() => databaseAddress(url)).toThrow(/^DATABASE_URL .*\.$/);
});
