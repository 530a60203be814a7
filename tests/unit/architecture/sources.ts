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

/** `name` is a path of this project, or a package as written; `isType` where only types are imported, which leave no trace in what runs. */
export interface Import {
  readonly name: string;
  readonly isType: boolean;
}

/** What a file imports or exports again: static, dynamic and as a type. */
export function importsOf(path: string): Import[] {
  return codeOf(path).flatMap((code) => {
    const kind =
      path.endsWith('.ts') || path.endsWith('.mjs') || path.endsWith('.js') ? ts.ScriptKind.TS : ts.ScriptKind.TSX;
    const found: Import[] = [];
    const visit = (node: ts.Node) => {
      const name = importedName(node);
      if (name !== null) found.push({ name: resolveName(path, name), isType: isTypeOnly(node) });
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(path, code, ts.ScriptTarget.Latest, false, kind));
    return found;
  });
}

function importedName(node: ts.Node): string | null {
  const text = (literal: ts.Node | undefined) => (literal && ts.isStringLiteralLike(literal) ? literal.text : null);
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return text(node.moduleSpecifier);
  if (ts.isImportTypeNode(node)) return text(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined);
  const isCall = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isCall ? text(node.arguments[0]) : null;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return ts.isImportTypeNode(node) || (ts.isExportDeclaration(node) && node.isTypeOnly);
}

/** The parts of a file that can import: all of it, or the frontmatter and the scripts of an Astro file, or the prose-free lines of MDX. */
function codeOf(path: string): string[] {
  const text = readSource(path);
  if (path.endsWith('.mdx'))
    return [
      text
        .replace(/^---\n.*?\n---\n/s, '')
        .match(/^(?:import|export)\b.*$/gm)
        ?.join('\n') ?? '',
    ];
  if (!path.endsWith('.astro')) return [text];
  const frontmatter = /^---\r?\n(.*?)\r?\n---/s.exec(text)?.[1] ?? '';
  return [frontmatter, ...Array.from(text.matchAll(/<script\b[^>]*>(.*?)<\/script>/gs), ([, body = '']) => body)];
}

function resolveName(from: string, name: string): string {
  const plain = name.replace(/[?#](?!src\/|db\/).*$/, '');
  if (plain.startsWith('#')) return plain.slice(1);
  return plain.startsWith('.') ? posix.join(posix.dirname(from), plain) : name;
}
