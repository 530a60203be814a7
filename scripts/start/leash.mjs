import { whenParentEnds } from './parent.mjs';

/** Loaded in front of everything that `start.mjs` runs: asks it to stop when `start.mjs` itself was killed. */
whenParentEnds(() => process.kill(process.pid, 'SIGTERM'));
