import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadContent } from '#src/server/content.ts';
import { ContentError } from '#src/server/content/problems.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** A copy of the real content in a folder of its own, to break one thing at a time. */
export interface CopyOfContent {
  /** Replaces text in a file under src/content. Throws where the text is not there, since nothing would be broken then. */
  change(file: string, from: string | RegExp, to: string): Promise<void>;
  write(file: string, text: string): Promise<void>;
  remove(file: string): Promise<void>;
  /** What is wrong, a line each as an author reads it; empty where all is well. */
  problems(): Promise<string[]>;
  away(): Promise<void>;
}

export async function copyOfContent(): Promise<CopyOfContent> {
  const root = await mkdtemp(join(tmpdir(), 'content-'));
  const place = (file: string) => join(root, 'src/content', file);
  for (const folder of ['src/content', 'src/components/lesson'])
    await cp(join(ROOT, folder), join(root, folder), { recursive: true });
  return {
    async change(file, from, to) {
      const before = await readFile(place(file), 'utf8');
      const after = before.replace(from, to);
      if (after === before) throw new Error(`${file} does not hold ${String(from)}`);
      await writeFile(place(file), after);
    },
    write: (file, text) => writeFile(place(file), text),
    remove: (file) => rm(place(file)),
    problems: () => problemsOf(root),
    away: () => rm(root, { recursive: true }),
  };
}

async function problemsOf(root: string): Promise<string[]> {
  try {
    await loadContent(root);
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.message.split('\n').slice(1);
  }
}
