import { afterAll, beforeAll } from 'vitest';
import { type PortalServer, startPortal, type StartOptions } from './portalServer.ts';

/** The built portal for the tests of one file, started before the first and stopped after the last. Call it at the top of the file. */
export function servedPortal(options: StartOptions = {}): () => PortalServer {
  let portal: PortalServer | undefined;
  beforeAll(async () => {
    portal = await startPortal(options);
  });
  afterAll(() => portal?.stop());
  return () => {
    if (!portal) throw new Error('The portal has not started yet: ask for it inside a test.');
    return portal;
  };
}
