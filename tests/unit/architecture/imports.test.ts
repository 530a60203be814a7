import { describe, expect, test } from 'vitest';
import { type Import, importsOf, listSources } from './sources.ts';

/**
 * The arrows between the rooms: what is not listed is forbidden. The first row that fits a file is its room.
 * `rooms`: rooms of this table that it may import. `packages`: what else; `npm` is any package but Astro.
 * `types`: rooms whose types it may name with `import type`, which leaves no trace in what runs (docs/decisions.md).
 */
const ARROWS: readonly Room[] = [
  { room: 'domain', holds: /^src\/domain\//, rooms: 'domain', packages: 'astro/zod' },
  { room: 'demo', holds: /^db\/demo\//, rooms: 'demo, db, domain', packages: 'node, npm' },
  { room: 'db', holds: /^db\//, rooms: 'db, domain', packages: 'node, npm' },
  {
    room: 'server/astro',
    holds: /^src\/server\/astro\//,
    rooms: 'server/astro, server, db, domain',
    packages: 'node, npm, astro, astro:*',
  },
  { room: 'server', holds: /^src\/server\//, rooms: 'server, db, domain', packages: 'node, npm, astro/zod' },
  {
    room: 'islands',
    holds: /^src\/components\/.*\.tsx$/,
    rooms: 'islands, component code, domain',
    packages: 'solid-js, astro:actions',
  },
  {
    room: 'component code',
    holds: /^src\/components\/.*\.ts$/,
    rooms: 'component code, components, domain',
    // The two readers of files come only when such a file is chosen.
    packages: 'solid-js, astro/types, astro:actions, unpdf, mammoth',
    types: 'db, server',
  },
  {
    room: 'components',
    holds: /^src\/components\//,
    rooms: 'components, component code, islands, styles, domain',
    packages: 'astro/types, astro:actions, astro:content, govuk-frontend, @ministryofjustice/frontend',
    types: 'db, server',
  },
  { room: 'styles', holds: /^src\/styles\//, rooms: 'styles', packages: '' },
  { room: 'content', holds: /^(?:src\/content|docs\/template)\//, rooms: '', packages: '' },
  {
    room: 'actions',
    holds: /^src\/(?:actions\/|content\.config\.ts$)/,
    rooms: 'actions, server/astro, server, db, domain',
    packages: 'node, npm, astro/zod, astro/loaders, astro:*',
  },
  {
    room: 'pages',
    holds: /^src\/(?:pages\/|middleware\.ts$)/,
    rooms: 'server/astro, server, demo, db, components, component code, islands, styles, domain',
    packages: 'node, astro, astro:*',
  },
  {
    room: 'declarations',
    holds: /^src\/env\.d\.ts$/,
    rooms: '',
    packages: 'astro',
    types: 'component code, server/astro, server, domain',
  },
  {
    room: 'configuration',
    holds: /^(?:astro\.config\.mjs|package\.json)$/,
    rooms: 'server/astro, server, demo, db, domain',
    packages: 'node, npm, astro',
  },
  { room: 'verifier', holds: /^scripts\/verify/, rooms: 'verifier', packages: 'node, @libsql/client' },
  {
    room: 'lint',
    holds: /^(?:scripts\/lint\/|eslint\.config\.js$)/,
    rooms: 'lint',
    packages: 'eslint, typescript-eslint, eslint-plugin-astro',
  },
  {
    room: 'scripts',
    holds: /^scripts\//,
    rooms: 'scripts, verifier, demo, server, db, domain',
    packages: 'node, npm, astro/zod',
  },
  { room: 'tests', holds: /^tests\//, rooms: 'all', packages: 'node, npm, astro, astro:*' },
];

interface Room {
  readonly room: string;
  readonly holds: RegExp;
  readonly rooms: string;
  readonly packages: string;
  readonly types?: string;
}

const CODE = /\.(?:ts|tsx|astro|mjs|js|mdx)$/;
const roomOf = (path: string) => ARROWS.find(({ holds }) => holds.test(path));
const isOurs = (name: string) =>
  /^(?:src|db|scripts|tests)\/|^(?:astro\.config|eslint\.config|package\.json)/.test(name);

function isAllowedPackage(name: string, list: string): boolean {
  const packages = list.split(', ');
  if (name.startsWith('node:')) return packages.includes('node');
  if (name.startsWith('astro:')) return packages.includes(name) || packages.includes('astro:*');
  if (name === 'astro' || name.startsWith('astro/')) return packages.includes(name) || packages.includes('astro');
  return packages.includes('npm') || packages.some((known) => name === known || name.startsWith(`${known}/`));
}

function isAllowed({ name, isType }: Import, from: Room): boolean {
  if (!isOurs(name)) return isAllowedPackage(name, from.packages);
  const to = roomOf(name)?.room;
  const rooms = `${from.rooms}, ${isType ? (from.types ?? '') : ''}`.split(', ');
  return to !== undefined && (rooms.includes(to) || from.rooms === 'all');
}

/** The imports of a file that its room does not allow, each as a sentence. */
function wrongImports(path: string): string[] {
  const from = roomOf(path);
  if (!from) return [`${path} is in no room of the table`];
  const wrong = importsOf(path).filter((one) => !isAllowed(one, from));
  return wrong.map(({ name, isType }) => `${path} (${from.room}) may not import ${isType ? 'types of ' : ''}${name}`);
}

const files = listSources().filter((path) => CODE.test(path));

describe('the arrows between the rooms', () => {
  test('there is code to read, in every room that the house started with', () => {
    const rooms = new Set(files.map((path) => roomOf(path)?.room));
    expect(files.length).toBeGreaterThan(50);
    for (const room of ['domain', 'db', 'server', 'components', 'content', 'actions', 'pages', 'scripts', 'tests'])
      expect(rooms).toContain(room);
  });

  test('every file is in a room, and every room imports only what the table lists', () => {
    expect(files.flatMap(wrongImports)).toEqual([]);
  });

  test('nothing imports tests', () => {
    const fromOutside = files.filter((path) => !path.startsWith('tests/'));
    expect(fromOutside.filter((path) => importsOf(path).some(({ name }) => name.startsWith('tests/')))).toEqual([]);
  });

  test('one file alone knows Lucia', () => {
    expect(files.filter((path) => importsOf(path).some(({ name }) => name === 'lucia'))).toEqual([
      'src/server/sessions/lucia.ts',
    ]);
  });
});
