import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const LEFT_OUT = new Set(['node_modules', '.git', 'dist', '.astro', 'data', 'test-results', 'playwright-report']);

/** Every file of the project as a path with `/`, without what is installed or made. */
export function listSources(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (LEFT_OUT.has(entry.name)) return [];
    return entry.isDirectory() ? listSources(path) : [path];
  });
}

export const readSource = (path: string): string => readFileSync(join(root, path), 'utf8');

/** What a file imports, static, dynamic and type-only: a path of this project, or the name of a package as written. */
export function importsOf(path: string): string[] {
  return codeOf(path).flatMap((code) =>
    ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => resolveName(path, fileName)),
  );
}

/** The parts of a file that can import: all of it, or the frontmatter and the scripts of an Astro file, or the prose-free lines of MDX. */
function codeOf(path: string): string[] {
  const text = readSource(path);
  if (path.endsWith('.mdx')) return [text.replace(/^---\n.*?\n---\n/s, '').match(/^(?:import|export)\b.*$/gm)?.join('\n') ?? ''];
  if (!path.endsWith('.astro')) return [text];
  const frontmatter = /^---\r?\n(.*?)\r?\n---/s.exec(text)?.[1] ?? '';
  return [frontmatter, ...Array.from(text.matchAll(/<script\b[^>]*>(.*?)<\/script>/gs), ([, body = '']) => body)];
}

function resolveName(from: string, name: string): string {
  const plain = name.replace(/[?#](?!src\/|db\/).*$/, '');
  if (plain.startsWith('#')) return plain.slice(1);
  return plain.startsWith('.') ? posix.join(posix.dirname(from), plain) : name;
}
