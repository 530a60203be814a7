import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { withRememberedDigests } from '#src/server/build/rememberDigests.ts';
import { withRememberedImports } from '#src/server/build/rememberImports.ts';

/** JavaScript as text -> what it exports. */
function moduleOf(code: string): Promise<unknown> {
  return import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);
}

describe('imports are resolved once', () => {
  test('every import of another part of the bundle is kept where it was first asked for', () => {
    const code =
      'const pages = [() => import("./home.mjs")];\nasync function text() { return (await import("../a.mjs")).b; }';
    expect(withRememberedImports(code)).toBe(
      'const pages = [() => (kept_import_0 ??= import("./home.mjs"))];\n' +
        'async function text() { return (await (kept_import_1 ??= import("../a.mjs"))).b; }\nvar kept_import_0, kept_import_1;\n',
    );
  });

  test('asked for twice, a part is the same and was imported once', async () => {
    const code = withRememberedImports('export const load = () => import("./part.mjs");') ?? '';
    const counting = 'let imports = 0;\nconst part = async () => ({ imports: (imports += 1) });\n';
    const { load } = (await moduleOf(counting + code.replace('import("./part.mjs")', 'part()'))) as {
      load(): Promise<{ imports: number }>;
    };
    const first = await load();
    expect(await load()).toBe(first);
    expect(first.imports).toBe(1);
  });

  test.each([
    ['a package', 'await import("sharp")'],
    ['an address that is worked out', 'await import(address)'],
    ['a method of that name', 'loader.import("./home.mjs")'],
    ['nothing at all', 'export const one = 1;'],
  ])('%s is left as it is', (_story, code) => {
    expect(withRememberedImports(code)).toBeNull();
  });
});

describe('digests of scripts are worked out once', () => {
  const file = new URL('../../../node_modules/astro/dist/core/encryption.js', import.meta.url);

  test('in the Astro that is installed', async () => {
    const code = withRememberedDigests(readFileSync(file, 'utf8')) ?? '';
    const own = code.slice(code.indexOf('const keptDigests'));
    const { generateCspDigest: digestOf } = (await moduleOf(
      `let asked = 0;\nconst workOutCspDigest = async (data, algorithm) => algorithm + ' of ' + data + ' ' + (asked += 1);\n` +
        `${own}\nexport { generateCspDigest };`,
    )) as { generateCspDigest(data: string, algorithm: string): Promise<string> };
    expect(await digestOf('script', 'SHA-256')).toBe('SHA-256 of script 1');
    expect(await digestOf('script', 'SHA-256')).toBe('SHA-256 of script 1');
    expect(await digestOf('another', 'SHA-256')).toBe('SHA-256 of another 2');
    expect(await digestOf('script', 'SHA-512')).toBe('SHA-512 of script 3');
  });

  test('a file without that function is left as it is', () => {
    expect(withRememberedDigests('export const one = 1;')).toBeNull();
  });
});
