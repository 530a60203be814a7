import { FileRefused } from './fileProblem.ts';

interface TurnLimits {
  /** Jobs that run at the same time. */
  readonly atOnce: number;
  /** Jobs that may wait; one more is told to come back. */
  readonly waiting: number;
}

/** Runs jobs a few at a time, in the order they came. Throws `FileRefused` `busy` where too many wait already. */
export function openTurns({ atOnce, waiting }: TurnLimits): <T>(job: () => Promise<T>) => Promise<T> {
  const queue: (() => void)[] = [];
  let running = 0;
  return async (job) => {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw new FileRefused('busy');
      await new Promise<void>((resolve) => queue.push(resolve));
    } else running += 1;
    try {
      return await job();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
