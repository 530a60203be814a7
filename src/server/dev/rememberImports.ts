import type { Plugin } from 'vite';

const LAZY_IMPORT = /\(\) => import\(("[^"]+")\)(?!\.)/g;

/**
 * In the server bundle every lazy import is resolved once and remembered. Astro asks for the page's module at each request, and
 * Node resolves an `import()` anew each time: a twelfth of the time a page took (docs/performance.md).
 */
export function rememberImports(): Plugin {
  return {
    name: 'remember-imports',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'ssr',
    renderChunk(code) {
      if (!LAZY_IMPORT.test(code)) return null;
      return code.replaceAll(LAZY_IMPORT, '((kept) => () => (kept ??= import($1)))()');
    },
  };
}
