import type { IncomingMessage } from 'node:http';
import type { QueryCount } from '#db/queryCount.ts';
import type { Logger } from '../logger.ts';
import type { Answer } from './answer.ts';

export interface LoggedRequest {
  readonly req: IncomingMessage;
  readonly answer: Answer;
  /** Milliseconds of the monotonic clock. */
  readonly startedAt: number;
  /** What was asked of the database; null where no page was made. */
  readonly count: () => Readonly<QueryCount> | null;
  /** The route pattern, where the middleware said it. */
  readonly route: () => string | undefined;
}

const NOT_STORED = 499;

/** One line when the answer is out or the browser has gone (`"gone":true`). Routes instead of addresses: an address may hold a person's id. */
export function logWhenDone(log: Logger, { req, answer, startedAt, count, route }: LoggedRequest): void {
  answer.once('close', () => {
    const gone = !answer.writableFinished;
    log.info({
      id: answer.passage.id,
      method: req.method,
      path: route() ?? routeish(req.url ?? ''),
      status: gone && !answer.headersSent ? NOT_STORED : answer.statusCode,
      ms: Math.round((performance.now() - startedAt) * 10) / 10,
      bytes: answer.sentBytes,
      queries: count()?.queries ?? 0,
      trips: count()?.trips ?? 0,
      ...(gone ? { gone } : {}),
    });
  });
}

/** The first part of an address, where it is a plain word; nothing of the rest. */
export function routeish(url: string): string {
  const [first = '', ...more] = (url.split('?')[0] ?? '').split('/').slice(1);
  if (!/^[a-z_-]{0,24}$/u.test(first)) return '/*';
  return more.length > 0 ? `/${first}/*` : `/${first}`;
}
