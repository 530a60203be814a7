import type { WriteOptions, Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';

/**
 * One write transaction of somebody who may: the question of the action's guard is asked again as its first step, of the record and of
 * her as both are then. A trainee may have been handed over, a role taken away or an account switched off since the request began,
 * while a file came in or a password was looked at. The viewer it hands in is the one to ask further rules of. Throws what `authorise`
 * throws.
 */
export type GuardedWrite = <T>(run: (tx: Writer, viewer: Viewer) => Promise<T>, options?: WriteOptions) => Promise<T>;
