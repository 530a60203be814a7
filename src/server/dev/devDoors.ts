import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Address } from '../http/doors/door.ts';
import { passDoors } from '../http/gate.ts';
import { withHeaderSet } from '../http/headers.ts';
import { PLAIN_PAGE_POLICY, plainPage } from '../http/plainPage.ts';
import { LIMITS } from '../http/server.ts';

/** What Vite serves to its own client, under addresses no page has. */
const OF_VITE = /^\/(?:@|__|src\/|node_modules\/|\.astro\/)/u;

export type DevDoor = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;

/** The doors for `astro dev`: request id, header set, and everything that can be said before a body is read. */
export function devDoors(address: Address): DevDoor {
  return (req, res, next) => {
    if (OF_VITE.test(req.url ?? '')) return next();
    const id = randomUUID();
    req.headers['x-request-id'] = id;
    const turnedAway = passDoors(req, address, LIMITS);
    if (turnedAway) return turnAway(res, turnedAway.status, { id, secure: address.secure });
    const { 'content-security-policy': _vitesOwn, ...headers } = withHeaderSet(
      {},
      { id, secure: address.secure, keep: false },
    );
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
    next();
  };
}

function turnAway(res: ServerResponse, status: number, passage: { id: string; secure: boolean }): void {
  const held = { connection: 'close', 'content-type': 'text/html', 'content-security-policy': PLAIN_PAGE_POLICY };
  res.writeHead(status, withHeaderSet(held, { ...passage, keep: false })).end(plainPage(status, passage.id));
}
