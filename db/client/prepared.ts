import type { Reader } from './handles.ts';

/**
 * A question that differs from time to time in its values only: Drizzle writes its SQL once for each reader, and not at each request
 * (docs/performance.md). Values are named with `sql.placeholder('…')`; Drizzle hands those over as they are, without the column's
 * own way of writing them, so instants are seconds here.
 */
export function prepared<Question>(ask: (db: Reader) => Question): (db: Reader) => Question {
  const kept = new WeakMap<Reader, Question>();
  return (db) => {
    const known = kept.get(db);
    if (known !== undefined) return known;
    const question = ask(db);
    kept.set(db, question);
    return question;
  };
}
