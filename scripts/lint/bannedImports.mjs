/** Packages that one place alone may import, and why. `except` lists the files that may. */
const ONE_PLACE = [
  {
    names: [
      {
        name: 'lucia',
        message: 'Only src/server/sessions/lucia.ts knows Lucia: it is no longer maintained and must stay replaceable.',
      },
    ],
    except: ['src/server/sessions/lucia.ts'],
  },
  {
    names: ['@libsql/client', '@libsql/client/web', '@libsql/client/http', 'libsql'].map((name) => ({
      name,
      message: 'Only db/ opens databases. Use read and write.',
    })),
    except: ['db/**', 'scripts/verify/**', 'scripts/verify.*'],
  },
  {
    names: ['drizzle-orm/libsql', 'drizzle-orm/libsql/web', 'drizzle-orm/libsql/http'].map((name) => ({
      name,
      importNames: ['drizzle'],
      message: 'Only db/client.ts makes a connection. Use read and write.',
    })),
    except: ['db/client*.ts', 'db/client/**'],
  },
  {
    names: [{ name: 'solid-js/web', importNames: ['Dynamic'], message: 'An element name must not come from data.' }],
    except: [],
  },
];

const code = '**/*.{ts,tsx,astro,mjs,js}';
const banAll = (bans) => ({ 'no-restricted-imports': ['error', { paths: bans.flatMap(({ names }) => names) }] });

/** The last matching entry of an ESLint configuration wins, so each exception repeats the other bans. Tests may import anything. */
export const bannedImports = [
  { files: [code], ignores: ['tests/**'], rules: banAll(ONE_PLACE) },
  ...ONE_PLACE.flatMap(({ except }) => except).map((file) => ({
    files: [file],
    rules: banAll(ONE_PLACE.filter((ban) => !ban.except.includes(file) && !covers(ban.except, file))),
  })),
];

/** True where one of the patterns ends in `**` and holds the file: `db/**` covers `db/client*.ts`. */
function covers(patterns, file) {
  return patterns.some((pattern) => pattern.endsWith('**') && file.startsWith(pattern.slice(0, -2)));
}
