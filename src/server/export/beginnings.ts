import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const markOf = (dir: string, id: string) => join(dir, `${id}.again`);

/** Whether an export that a stop cut short may begin anew: once. A portal that an export itself brings down would else never stand. */
export async function beginsAgain(dir: string, id: string): Promise<boolean> {
  return writeFile(markOf(dir, id), '', { flag: 'wx', mode: 0o600 }).then(
    () => true,
    () => false,
  );
}

/** Once it is finished or given up. */
export async function forgetBeginning(dir: string, id: string): Promise<void> {
  await rm(markOf(dir, id), { force: true });
}
