export interface TurnLimits {
  /** Jobs that run at the same time. */
  readonly atOnce: number;
  /** Jobs that may wait; for one more, `tooMany` makes the error. Without it as many wait as come. */
  readonly waiting?: number;
  readonly tooMany?: () => Error;
}

export type InTurn = <T>(job: () => Promise<T>) => Promise<T>;

/** Runs jobs a few at a time, in the order they came. Throws what `tooMany` makes where too many wait already. */
export function openTurns({
  atOnce,
  waiting = Infinity,
  tooMany = () => new Error('Too many wait.'),
}: TurnLimits): InTurn {
  const queue: (() => void)[] = [];
  let running = 0;
  const leave = () => {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  };
  return async (job) => {
    if (running < atOnce) running += 1;
    else if (queue.length >= waiting) throw tooMany();
    else await new Promise<void>((resolve) => void queue.push(resolve));
    try {
      return await job();
    } finally {
      leave();
    }
  };
}
