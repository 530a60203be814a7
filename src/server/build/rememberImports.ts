import type { Plugin } from 'vite';

const RELATIVE_IMPORT = /(?<![\w$.])import\(("\.{1,2}\/[^"]+")\)/g;

/**
 * In the server bundle every `import()` of another part of it is resolved once and remembered. Astro asks for the page's module, its
 * actions and its content at each request, and Node resolves an `import()` anew each time (docs/performance.md).
 */
export function rememberImports(): Plugin {
  return {
    name: 'remember-imports',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'ssr',
    renderChunk: (code) => withRememberedImports(code),
  };
}

/** The names are declared at the end: `var` counts from the start of a module, and keeps what a circular import has put there before. */
export function withRememberedImports(code: string): string | null {
  const names: string[] = [];
  const remembered = code.replaceAll(RELATIVE_IMPORT, (_found, address: string) => {
    const name = `kept_import_${names.length}`;
    names.push(name);
    return `(${name} ??= import(${address}))`;
  });
  return names.length === 0 ? null : `${remembered}\nvar ${names.join(', ')};\n`;
}
