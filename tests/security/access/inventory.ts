import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A file under src/pages that Astro makes a route of. */
export interface PageFile {
  /** As Astro names it: `/trainees/[id]`. */
  readonly pattern: string;
  readonly methods: readonly string[];
}

/** Every page and file route, from the file tree: `GET` for a page, the exported methods for a `.ts` file. */
export function listPageFiles(folder = join(root, 'src/pages')): PageFile[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  return files
    .filter((path) => /\.(?:astro|md|mdx|ts|js)$/.test(path) && !/(?:^|\/)_/.test(path))
    .map((path) => ({ pattern: patternOf(path), methods: methodsOf(join(folder, path)) }))
    .sort((a, b) => (a.pattern < b.pattern ? -1 : 1));
}

function patternOf(path: string): string {
  const plain = path.replace(/\.(?:astro|md|mdx|ts|js)$/, '').replace(/(?:^|\/)index$/, '');
  return `/${plain}`;
}

function methodsOf(path: string): string[] {
  if (!/\.(?:ts|js)$/.test(path)) return ['GET'];
  return Array.from(
    readFileSync(path, 'utf8').matchAll(/^export (?:const|(?:async )?function) ([A-Z]+)\b/gm),
    ([, method = '']) => method,
  );
}

/** Every route in the built portal, those that Astro adds by itself among them. */
export function listBuiltRoutes(): string[] {
  const folder = join(root, 'dist/server');
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.mjs'));
  const routes = scripts.flatMap((path) =>
    Array.from(readFileSync(join(folder, path), 'utf8').matchAll(/"route":"([^"]+)"/g), ([, route = '']) => route),
  );
  return [...new Set(routes)].sort();
}

/** An action of the portal. */
export interface ActionFile {
  /** `signing.sign` */
  readonly name: string;
  /** What it takes: a form, or JSON from an island. */
  readonly accept: 'form' | 'json';
  /** Its input as JSON Schema; null where it takes none, or one that JSON Schema cannot say. */
  readonly input: unknown;
}

let actions: readonly ActionFile[] | undefined;

/** Every action, read from the object that src/actions exports, however deep. Runs in a Node of its own, without Astro. */
export function listActions(): readonly ActionFile[] {
  actions ??= JSON.parse(
    execFileSync(process.execPath, ['--import', hooks, '--input-type=module', '-e', READ_ACTIONS], {
      encoding: 'utf8',
      cwd: root,
    }),
  ) as ActionFile[];
  return actions;
}

const script = (source: string) => `data:text/javascript,${encodeURIComponent(source)}`;
const ASTRO_ACTIONS = script(
  'export class ActionError extends Error {} export const defineAction = (action) => action;',
);
/** Stands in for the one module that exists inside Astro only. */
const hooks = script(`
  import { registerHooks } from 'node:module';
  registerHooks({ resolve: (name, context, next) => name === 'astro:actions' ? { url: ${JSON.stringify(ASTRO_ACTIONS)}, shortCircuit: true } : next(name, context) });
`);
const READ_ACTIONS = `
  const { server } = await import(${JSON.stringify(pathToFileURL(join(root, 'src/actions/index.ts')).href)});
  const { z } = await import(${JSON.stringify(import.meta.resolve('astro/zod'))});
  const schemaOf = (input) => { try { return input ? z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) : null; } catch { return null; } };
  const found = [];
  const walk = (value, path) => {
    if (typeof value.handler === 'function') found.push({ name: path.join('.'), accept: value.accept ?? 'json', input: schemaOf(value.input) });
    else for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
  };
  walk(server, []);
  process.stdout.write(JSON.stringify(found));
`;
