import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A Node server that does nothing but answer, in this process: the most that the machine gives today. */
export async function bareServer(): Promise<{ url: string; close(): void }> {
  const server = createServer((_request, response) => response.end('ok'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
