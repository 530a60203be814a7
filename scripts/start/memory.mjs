/**
 * How Node is told to spend memory where it serves the portal. On a machine with plenty it would keep up to 130 MB for new objects and
 * let old ones grow to three times what is in use; so it stays under 400 MB and is nearly as fast (docs/performance.md, "Memory").
 */
export const MEMORY_FLAGS = ['--max-semi-space-size=8', '--heap-growing-percent=60'];

/** The C library keeps freed memory in several stores, for its threads; one is enough. Ignored where it is another library. */
export const MEMORY_ENVIRONMENT = { MALLOC_ARENA_MAX: '1' };

/**
 * Where Node keeps what it made of the TypeScript files, so that a start need not read their types away again: half a second sooner,
 * and the program that does it stays out of memory, in the threads that read the database too. A folder that cannot be written is done
 * without.
 */
export const COMPILED = 'node_modules/.cache/compiled';
