import type { IncomingMessage } from 'node:http';
import { addressDoor } from './doors/address.ts';
import { announcedBodyDoor } from './doors/body.ts';
import type { Address, Door, Limits, TurnedAway } from './doors/door.ts';
import { forwardedDoor } from './doors/forwarded.ts';
import { hostDoor } from './doors/host.ts';
import { methodDoor } from './doors/method.ts';
import { originDoor } from './doors/origin.ts';

/** The doors before Astro that need no body, in order. The request id, the log and the header set stand before all of them. */
export const DOORS: readonly Door[] = [methodDoor, addressDoor, hostDoor, originDoor, announcedBodyDoor, forwardedDoor];

/** Takes a request through the doors. Null: it may go on; otherwise how it is turned away. */
export function passDoors(req: IncomingMessage, address: Address, limits: Limits): TurnedAway | null {
  for (const door of DOORS) {
    const turnedAway = door(req, address, limits);
    if (turnedAway) return turnedAway;
  }
  return null;
}
