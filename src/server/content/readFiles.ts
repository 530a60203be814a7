import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import type { LineOf } from './lines.ts';
import { lineOfJsonError, linesOfJson } from './lines.ts';
import type { ContentProblem } from './problems.ts';
import { validate } from './validate.ts';

/** A file with its path from the root of the project and its name without the ending. */
export interface NamedFile {
  file: string;
  name: string;
  source: string;
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
}

/** Names, without the ending, of the files in a folder; none where there is no such folder. */
export async function listNames(root: string, folder: string, ending: string): Promise<string[]> {
  const names = await namesIn(join(root, folder));
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();
}

/** All files of a folder with this ending, in the order of their names. */
export async function readFolder(root: string, folder: string, ending: string): Promise<NamedFile[]> {
  const names = await listNames(root, folder, ending);
  return Promise.all(
    names.map(async (name) => ({
      name,
      file: `${folder}/${name}${ending}`,
      source: await readFile(join(root, folder, `${name}${ending}`), 'utf8'),
    })),
  );
}

/** A value with the file it stands in, and the lines of its fields there. */
export interface Filed<T> {
  file: string;
  name: string;
  value: T;
  lineOf: LineOf;
}

function parseJson({ file, source }: NamedFile): { data: unknown; problems: ContentProblem[] } {
  try {
    return { data: JSON.parse(source) as unknown, problems: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `This is not valid JSON: ${reason.replace(/(?:, (?:\.{3})?"[^]*| in JSON at position [^]*)$/, '')}.`;
    return { data: null, problems: [{ file, line: lineOfJsonError(reason, source), field: '', message }] };
  }
}

/** Reads JSON files against a schema. What fits comes back as values, everything else as problems. */
export function readJson<S extends z.ZodType>(
  files: readonly NamedFile[],
  schema: S,
): { values: Filed<z.output<S>>[]; problems: ContentProblem[] } {
  const values: Filed<z.output<S>>[] = [];
  const problems: ContentProblem[] = [];
  for (const named of files) {
    const parsed = parseJson(named);
    const lineOf = linesOfJson(named.source);
    const result =
      parsed.problems.length > 0
        ? { value: null, problems: parsed.problems }
        : validate(schema, parsed.data, { file: named.file, lineOf });
    problems.push(...result.problems);
    if (result.value !== null) values.push({ file: named.file, name: named.name, value: result.value, lineOf });
  }
  return { values, problems };
}
