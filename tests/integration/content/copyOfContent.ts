import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadContent } from '#src/server/content.ts';
import { ContentError } from '#src/server/content/problems.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Content in a folder of its own, to break one thing at a time. */
export interface CopyOfContent {
  /** The folder that stands for the project. */
  readonly root: string;
  /** Replaces text in a file under src/content. Throws where the text is not there, since nothing would be broken then. */
  change(file: string, from: string | RegExp, to: string): Promise<void>;
  write(file: string, text: string): Promise<void>;
  remove(file: string): Promise<void>;
  /** The number of the line on which a text first stands. Throws where it does not. */
  lineOf(file: string, text: string): Promise<number>;
  /** What is wrong, a line each as an author reads it; empty where all is well. */
  problems(): Promise<string[]>;
  away(): Promise<void>;
}

/** The same for a folder that holds content already. */
export function contentIn(root: string): CopyOfContent {
  const place = (file: string) => join(root, 'src/content', file);
  return {
    root,
    async change(file, from, to) {
      const before = await readFile(place(file), 'utf8');
      const after = before.replace(from, to);
      if (after === before) throw new Error(`${file} does not hold ${String(from)}`);
      await writeFile(place(file), after);
    },
    write: (file, text) => writeFile(place(file), text),
    remove: (file) => rm(place(file)),
    async lineOf(file, text) {
      const source = await readFile(place(file), 'utf8');
      if (!source.includes(text)) throw new Error(`${file} does not hold ${text}`);
      return source.slice(0, source.indexOf(text)).split('\n').length;
    },
    problems: () => problemsOf(root),
    away: () => rm(root, { recursive: true }),
  };
}

/** A copy of these folders of the project. */
export async function copyOfFolders(folders: readonly string[]): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'content-'));
  for (const folder of folders) await cp(join(ROOT, folder), join(root, folder), { recursive: true });
  return root;
}

/** A copy of all that is taught. */
export async function copyOfContent(): Promise<CopyOfContent> {
  return contentIn(await copyOfFolders(['src/content', 'src/components/lesson']));
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
