import type { IncomingMessage } from 'node:http';
import { mostBytesOf } from '../upload.ts';
import type { Door, TurnedAway } from './door.ts';

/** What was announced: a body only with POST, of a size the portal takes, not compressed. */
export const announcedBodyDoor: Door = (req, _address, limits) => {
  const { method, headers } = req;
  const announced = Number(headers['content-length'] ?? 0);
  const chunked = headers['transfer-encoding'] !== undefined;
  if (announced > mostBytesOf(req, limits)) return { status: 413 };
  if (method !== 'POST' && (announced > 0 || chunked)) return { status: 400 };
  return headers['content-encoding'] === undefined ? null : { status: 415 };
};

/**
 * Reads a body whole before Astro sees it, so that a slow or a broken one never reaches an action. Resolves to the bytes, to the status
 * it is turned away with, or to null when the sender has gone. `withinMs`: what is not there by then is too slow.
 */
export function readBody(
  req: IncomingMessage,
  { mostBytes, withinMs }: { mostBytes: number; withinMs: number },
): Promise<Buffer | TurnedAway | null> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    const tooSlow = setTimeout(() => settle({ status: 408 }), withinMs);
    const settle = (outcome: Buffer | TurnedAway | null) => {
      clearTimeout(tooSlow);
      req.off('data', keep);
      resolve(outcome);
    };
    const keep = (part: Buffer) => {
      bytes += part.length;
      if (bytes > mostBytes) settle({ status: 413 });
      else parts.push(part);
    };
    req
      .on('data', keep)
      .once('end', () => settle(Buffer.concat(parts)))
      .once('error', () => settle(null))
      .once('close', () => settle(null));
  });
}
