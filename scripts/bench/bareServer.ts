import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** A Node server that does nothing but answer, on a thread of its own: the most that the machine gives today. */
export async function bareServer(): Promise<{ url: string; close(): Promise<unknown> }> {
  const worker = new Worker(new URL('./bareListener.ts', import.meta.url));
  const [port] = (await once(worker, 'message')) as [number];
  return { url: `http://127.0.0.1:${port}`, close: () => worker.terminate() };
}
