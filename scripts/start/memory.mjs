/**
 * How Node is told to spend memory when it serves the portal. Left alone it gives new objects up to 96 MB on a large machine and keeps
 * them; with 8 MB a half the portal stays under 400 MB and is as fast (docs/performance.md).
 */
export const MEMORY_FLAGS = ['--max-semi-space-size=8'];
