import type { Plugin } from 'vite';

const OF_ASTRO = /\/astro\/dist\/core\/encryption\.js$/;
const DECLARATION = 'async function generateCspDigest(';
/** The scripts and styles of one build, and far more. What comes after that is worked out each time. */
const KEPT_DIGESTS = 500;

const REMEMBERING = `
const keptDigests = new Map();
function generateCspDigest(data, algorithm) {
  const key = algorithm + data;
  const kept = keptDigests.get(key);
  if (kept) return kept;
  const digest = workOutCspDigest(data, algorithm);
  if (keptDigests.size < ${KEPT_DIGESTS}) keptDigests.set(key, digest);
  return digest;
}
`;

/**
 * In the server bundle the digest of a script for the Content-Security-Policy is worked out once. Astro does so at each request, for
 * scripts that are the same until the next build, on the thread pool and back (docs/performance.md).
 */
export function rememberDigests(): Plugin {
  return {
    name: 'remember-digests',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'ssr',
    transform: (code, id) => (OF_ASTRO.test(id) ? withRememberedDigests(code) : null),
  };
}

/** Null where Astro's file has no such function any more: a test says so, and nothing else breaks. */
export function withRememberedDigests(code: string): string | null {
  if (!code.includes(DECLARATION)) return null;
  return code.replace(DECLARATION, 'async function workOutCspDigest(') + REMEMBERING;
}
