import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compressWell } from '../http/compression.ts';
import { ENCODED_ENDINGS, isStaticFileCompressed } from '../http/staticFiles.ts';

interface BuildDone {
  /** The folder of the files that browsers ask for. */
  readonly dir: URL;
}

/**
 * An Astro integration that puts the compressed forms of each built file beside it, as small as they get. That takes three seconds of
 * work: once in the build, instead of at every start of the portal.
 */
export function compressFiles() {
  return {
    name: 'compress-files',
    hooks: { 'astro:build:done': ({ dir }: BuildDone) => compressFolder(fileURLToPath(dir)) },
  };
}

/** Writes `NAME.br` and `NAME.gz` beside every file of the folder that pays. */
export async function compressFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
  await Promise.all(files.map(compressBeside));
}

async function compressBeside(file: string): Promise<void> {
  const content = await readFile(file);
  if (!isStaticFileCompressed(file, content)) return;
  for (const [encoding, ending] of ENCODED_ENDINGS)
    await writeFile(file + ending, await compressWell(content, encoding));
}
