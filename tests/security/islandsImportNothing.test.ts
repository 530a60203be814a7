import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import * as tables from '#db/schema/index.ts';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { ABILITIES } from '#src/domain/access/policy.ts';
import { loadStaticFiles } from '#src/server/http/staticFiles.ts';

const client = fileURLToPath(new URL('../../dist/client/', import.meta.url));
const files = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.(?:m?js|html|json|map|txt|css|svg)$/.test(path),
);
/** The two readers of files are other people's code, fetched only when such a file is chosen: words of ours are looked for there too. */
const isReader = (path: string) => /^_astro\/(?:pdfjs|lib)\.[\w-]+\.js$/.test(path);
const texts = files.map((path) => [path, readFileSync(join(client, path), 'utf8')] as const);

const configs = Object.values(tables).map((table) => getTableConfig(table as SQLiteTable));
/** A name with an underscore is no word that somebody reads; a plain word counts where it stands as a name in code. */
const asName = (name: string) => (name.includes('_') ? new RegExp(`\\b${name}\\b`) : new RegExp(`["'\`]${name}["'\`]`));
const TABLES = configs.map(({ name }) => asName(name));
const COLUMNS = [...new Set(configs.flatMap(({ columns }) => columns.map(({ name }) => name)))]
  .filter((name) => name.includes('_'))
  .map(asName);
const SERVER = [
  /drizzle/i,
  /libsql/i,
  /sqlite/i,
  /\blucia\b/i,
  /\bpino\b/,
  /node:/,
  /process\.env/,
  /\bselect\b.+\bfrom\b/i,
  /insert into/i,
  /pragma /i,
  /argon2/i,
];
const PATHS = [/\/home\/|\/root\/|\/tmp\/|file:\/\//, /sourceMappingURL/];
/** What may stand in code that runs anywhere: words that are no name of ours alone among it. */
const WORDS = TABLES.filter(({ source }) => !source.includes('_'));
const OF_ANYBODY: ReadonlySet<RegExp> = new Set([...SERVER, ...PATHS, ...WORDS]);
const RULES = Object.keys(ABILITIES).map((ability) => new RegExp(`["'\`]${ability.replace('.', '\\.')}["'\`]`));

const found = (patterns: readonly RegExp[]) =>
  texts.flatMap(([path, text]) =>
    patterns
      .filter((pattern) => pattern.test(text) && !(isReader(path) && OF_ANYBODY.has(pattern)))
      .map((pattern) => `${path}: ${pattern}`),
  );

describe('what the browser is sent holds nothing of the server', () => {
  test('there are scripts to look into, and names to look for', () => {
    expect(files.filter((path) => path.endsWith('.js')).length).toBeGreaterThan(1);
    expect(TABLES.length).toBeGreaterThan(20);
    expect(
      asName('case_allocations').test('x("case_allocations")') && asName('people').test('sqliteTable("people",{})'),
    ).toBe(true);
  });

  test.each([
    ['no table', TABLES],
    ['no column', COLUMNS],
    ['no query and no package of the server', SERVER],
    ['no rule of the policy', RULES],
    ['no password, no address of a demo person', [new RegExp(DEMO_PASSWORD), /@pqip\.example/]],
    ['no path of the machine it was built on', PATHS],
  ] as const)('%s', (_story, patterns) => {
    expect(found(patterns)).toEqual([]);
  });

  test('no source map, no source and no data file has an address', async () => {
    const addresses = [...(await loadStaticFiles(client)).keys()];
    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.filter((path) => !/\.(?:js|css|svg|png|ico|woff2?|webmanifest|txt)$/.test(path))).toEqual([]);
  });

  test('what lies compressed beside a file is that file', () => {
    const packed = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(?:br|gz)$/.test(path),
    );
    expect(packed.length).toBeGreaterThan(10);
    const unpacked = (path: string) => {
      const bytes = readFileSync(join(client, path));
      return path.endsWith('.br') ? brotliDecompressSync(bytes) : gunzipSync(bytes);
    };
    const others = packed.filter(
      (path) => !unpacked(path).equals(readFileSync(join(client, path.replace(/\.\w+$/, '')))),
    );
    expect(others).toEqual([]);
  });
});
