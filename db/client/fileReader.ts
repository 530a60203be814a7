import type { InStatement, ResultSet } from '@libsql/client';
import { FileQuestions } from './fileQuestions.ts';
import type { Executor } from './guardedExecutor.ts';
import { resultSet } from './resultSets.ts';

/** Reads of a file: an executor that can be healed after a fault and closed. */
export interface HealingReader extends Executor {
  /** New connections, after a fault. */
  reconnect(): void;
  close(): Promise<void>;
}

/** Reads a file in the thread that asks. For commands, and for tests that open many databases. */
export class FileReader implements HealingReader {
  readonly #questions: FileQuestions;

  /** See `FileQuestions`. */
  constructor(path: string, waitMs: number) {
    this.#questions = new FileQuestions(path, waitMs);
  }

  async execute(statement: InStatement): Promise<ResultSet> {
    const [answer] = this.#questions.answers([statement]);
    if (!answer) throw new Error('The database gave no answer.');
    return resultSet(answer);
  }

  async batch(statements: InStatement[]): Promise<ResultSet[]> {
    return this.#questions.answers(statements).map(resultSet);
  }

  reconnect(): void {
    this.#questions.reconnect();
  }

  async close(): Promise<void> {
    this.#questions.close();
  }
}
