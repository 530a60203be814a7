import { Writable } from 'node:stream';
import { createLogger } from '#src/server/logger.ts';
import {
  createPortalServer,
  type PageHandler,
  type PortalServer,
  type PortalServerOptions,
  TIMEOUTS,
  type Timeouts,
} from '#src/server/http/server.ts';

export interface RunningDoors {
  readonly port: number;
  readonly server: PortalServer;
  /** Log lines so far. */
  readonly lines: () => Record<string, unknown>[];
  stop(): Promise<void>;
}

export type DoorsOptions = Partial<Omit<PortalServerOptions, 'timeouts'>> & { readonly timeouts?: Partial<Timeouts> };

/** A stand-in for Astro: one page, which shows the form it was sent. */
const onePage: PageHandler = (req, answer) => {
  const { body } = req as typeof req & { body?: Buffer };
  answer.writeHead(200, { 'content-type': 'text/html' });
  answer.end(`<!DOCTYPE html><title>Page</title><p>${body?.toString('utf8') ?? 'no form'}</p>`);
};

/** The portal's real server on a free port, with a stand-in for Astro and its log kept. */
export async function openDoors(options: DoorsOptions = {}, onPort = 0): Promise<RunningDoors> {
  const written: string[] = [];
  const destination = new Writable({
    write: (line: Buffer, _encoding, done) => {
      written.push(line.toString('utf8'));
      done();
    },
  });
  const server = createPortalServer({
    publicUrl: new URL('http://localhost:4321'),
    handler: onePage,
    files: new Map(),
    log: createLogger({ destination }),
    ...options,
    timeouts: { ...TIMEOUTS, ...options.timeouts },
  });
  const port = await server.listen(onPort, '127.0.0.1');
  const lines = () => written.map((line) => JSON.parse(line) as Record<string, unknown>);
  return { port, server, lines, stop: () => server.stop(100) };
}
