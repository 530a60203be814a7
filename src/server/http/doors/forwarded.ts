import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Door } from './door.ts';

const FORWARDED = ['forwarded', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto', 'x-forwarded-for'];

/**
 * What proxies say of a request can be said by anyone, so nothing of it passes. Behind https the portal says it itself: its own public
 * address, and the client address that the nearest proxy wrote last. Astro believes these headers (`allowedDomains`), because they come
 * from here.
 */
export const forwardedDoor: Door = (req, { secure, publicUrl }) => {
  const client = secure ? lastForwardedFor(req) : null;
  for (const name of FORWARDED) delete req.headers[name];
  if (secure) {
    req.headers.host = publicUrl.host;
    req.headers['x-forwarded-proto'] = 'https';
    if (client !== null) req.headers['x-forwarded-for'] = client;
  }
  return null;
};

function lastForwardedFor(req: IncomingMessage): string | null {
  const last =
    String(req.headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim() ?? '';
  return isIP(last) === 0 ? null : last;
}
