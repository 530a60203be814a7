import { whenParentEnds } from './parent.mjs';

/**
 * Loaded with `--import` in front of what `start.mjs` and `test.mjs` run: asks it to stop when they are gone. LEASH_PID is
 * their process id; it is taken out of the environment, because it is not for what this process starts in turn.
 */
const parent = Number(process.env.LEASH_PID ?? process.ppid);
delete process.env.LEASH_PID;
whenParentEnds(() => process.kill(process.pid, 'SIGTERM'), parent);
