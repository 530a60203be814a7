import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { withRememberedDigests } from '#src/server/build/rememberDigests.ts';
import { withRememberedImports } from '#src/server/build/rememberImports.ts';

/** Runs a piece of code as the bundle would hold it, with `load` in place of `import`. */
function run(code: string, load: (address: string) => unknown): unknown {
  const remembered = withRememberedImports(code) ?? '';
  const asFunction = runInThisContext(`(load) => {${remembered.replaceAll('import(', 'load(')}}`) as (
    loader: typeof load,
  ) => unknown;
  return asFunction(load);
}

describe('imports of the bundle are resolved once', () => {
  test('asked twice, a part is loaded once and answers the same', () => {
    const addresses: string[] = [];
    const load = (address: string) => addresses.push(address);
    const answers = run('const part = () => import("./page.mjs");\nreturn [part(), part()];', load);
    expect(addresses).toEqual(['./page.mjs']);
    expect(answers).toEqual([1, 1]);
  });

  test('each place has a name of its own', () => {
    expect(run('return [import("./a.mjs"), import("../b.mjs")];', (address) => `${address} loaded`)).toEqual([
      './a.mjs loaded',
      '../b.mjs loaded',
    ]);
  });

  test.each([
    ['nothing imported', 'const a = 1;'],
    ['a static import', 'import { a } from "./a.mjs";'],
    ['a package, which Node keeps itself', 'const a = () => import("solid-js");'],
    ['an address that is worked out', 'const a = (name) => import(`./${name}.mjs`);'],
    ['a function that is only called like it', 'const a = $import("./a.mjs") ?? loader.import("./a.mjs");'],
  ])('left as it is: %s', (_story, code) => {
    expect(withRememberedImports(code)).toBeNull();
  });
});

describe('digests for the content security policy are worked out once', () => {
  test('Astro still has the function that is wrapped: without it every request would hash again', () => {
    const source = readFileSync(
      new URL('../../../node_modules/astro/dist/core/encryption.js', import.meta.url),
      'utf8',
    );
    expect(withRememberedDigests(source)).not.toBeNull();
  });

  test('a text is hashed once for each algorithm', async () => {
    const code = withRememberedDigests(
      'async function generateCspDigest(data, algorithm) { calls.push(algorithm + data); return `${algorithm}-${data}`; }',
    );
    const calls: string[] = [];
    const wrapped = runInThisContext(`(calls) => {${code ?? ''}; return generateCspDigest;}`) as (
      seen: string[],
    ) => (data: string, algorithm: string) => Promise<string>;
    const digest = wrapped(calls);
    const answers = [
      await digest('a', 'SHA-256'),
      await digest('a', 'SHA-256'),
      await digest('b', 'SHA-256'),
      await digest('a', 'SHA-512'),
    ];
    expect(answers).toEqual(['SHA-256-a', 'SHA-256-a', 'SHA-256-b', 'SHA-512-a']);
    expect(calls).toEqual(['SHA-256a', 'SHA-256b', 'SHA-512a']);
  });

  test('a file without that function is left alone', () => {
    expect(withRememberedDigests('export const a = 1;')).toBeNull();
  });
});
