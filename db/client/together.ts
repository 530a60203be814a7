import type { InStatement, ResultSet } from '@libsql/client';
import { currentCount } from '../queryCount.ts';
import type { Executor } from './guardedExecutor.ts';

interface Asked {
  readonly statement: InStatement;
  readonly resolve: (result: ResultSet) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Reads that one request asks for at the same time (`Promise.all`) go to the database as one batch: one round trip, and one
 * moment of the database for all of them. Queries can so be written one by one and still be cheap on a server. What is asked
 * outside a request goes through at once, and requests never share a batch: one's fault is not another's.
 */
export function together(inner: Executor): Executor {
  const waiting = new Map<object, Asked[]>();

  function ask(request: object, statement: InStatement): Promise<ResultSet> {
    return new Promise((resolve, reject) => {
      const asked = waiting.get(request);
      if (asked) return void asked.push({ statement, resolve, reject });
      waiting.set(request, [{ statement, resolve, reject }]);
      setImmediate(() => void send(request));
    });
  }

  async function send(request: object): Promise<void> {
    const asked = waiting.get(request) ?? [];
    waiting.delete(request);
    try {
      const results = await answers(inner, asked);
      asked.forEach(({ resolve, reject }, index) => {
        const result = results[index];
        if (result) resolve(result);
        else reject(new Error('The database answered fewer questions than it was asked.'));
      });
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }

  return {
    execute(statement) {
      const request = currentCount();
      return request ? ask(request, statement) : inner.execute(statement);
    },
    batch: (statements) => inner.batch(statements),
  };
}

async function answers(inner: Executor, asked: readonly Asked[]): Promise<ResultSet[]> {
  const [first, ...rest] = asked;
  if (first && rest.length === 0) return [await inner.execute(first.statement)];
  return inner.batch(asked.map(({ statement }) => statement));
}
