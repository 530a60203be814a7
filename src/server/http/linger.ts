import type { IncomingMessage } from 'node:http';

/** How long and how much is read away. */
export interface Patience {
  readonly ms: number;
  readonly bytes: number;
}

export const USUAL_PATIENCE: Patience = { ms: 2000, bytes: 4 * 1024 * 1024 };

/** Whether a body was announced and has not arrived whole. `complete` alone is late for requests without a body. */
export function isStillArriving(req: IncomingMessage): boolean {
  return (
    !req.complete && (req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0)
  );
}

/**
 * Reads away what is still coming before a connection is closed, for a moment and up to a limit: closed at once, the operating system
 * resets the connection and the refusal is lost before the browser has read it.
 */
export function linger(req: IncomingMessage, { ms, bytes }: Patience, close: () => void): void {
  let seenBytes = 0;
  const timer = setTimeout(finish, ms);
  function finish(): void {
    clearTimeout(timer);
    req.off('data', count).off('end', finish).off('close', finish);
    close();
  }
  function count(chunk: Buffer): void {
    seenBytes += chunk.length;
    if (seenBytes > bytes) finish();
  }
  req.on('data', count).once('end', finish).once('close', finish).resume();
}
