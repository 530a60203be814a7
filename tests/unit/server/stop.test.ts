import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { openDoors } from '../../support/doors.ts';
import { ask } from '../../support/rawHttp.ts';

const HOST = { host: 'localhost:4321' };

/** A page that waits until it is told to go on, and says when it was asked for. */
function slowPage() {
  const asked = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const handler = async (_req: unknown, answer: { end(text: string): unknown }) => {
    asked.resolve();
    await goOn.promise;
    answer.end('finished');
  };
  return { handler, asked: asked.promise, goOn: goOn.resolve };
}

test('asked to stop, the portal finishes what it has accepted and takes nothing more', async () => {
  const page = slowPage();
  const { port, server } = await openDoors({ handler: page.handler });
  const reply = ask(port, 'GET /', HOST);
  await page.asked;
  const stopped = server.stop(10_000);
  await expect(ask(port, 'GET /', HOST)).rejects.toThrow('ECONNREFUSED');
  page.goOn();
  expect((await reply).body).toBe('finished');
  expect((await reply).headers.get('connection')).toBe('close');
  await stopped;
});

test('asked to stop, it lets go of connections on which nothing is asked', async () => {
  const { port, server } = await openDoors();
  const socket = connect(port, '127.0.0.1');
  const closed = once(socket, 'close');
  socket.write('GET / HTTP/1.1\r\nHost: localhost:4321\r\n\r\n');
  await once(socket, 'data');
  await server.stop(10_000);
  expect(await closed).toEqual([false]);
});

test('a page that never ends holds it up no longer than it is given', async () => {
  const page = slowPage();
  const { port, server } = await openDoors({ handler: page.handler });
  const reply = ask(port, 'GET /', HOST).catch((error: Error) => error.message);
  await page.asked;
  await server.stop(20);
  expect(await reply).toContain('closed the connection');
});

test('a second portal on the same address says so instead of starting', async () => {
  const first = await openDoors();
  const second = openDoors({}, first.port);
  await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await first.stop();
});
