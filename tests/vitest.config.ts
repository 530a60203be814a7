import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** One project per kind of test: `npm test -- unit`, or `vitest --config tests/vitest.config.ts --project unit`. */
function project(name: string, timeoutSeconds: number) {
  return {
    extends: true as const,
    test: {
      name,
      include: [`tests/${name}/**/*.test.ts`],
      testTimeout: timeoutSeconds * 1000,
      hookTimeout: timeoutSeconds * 1000,
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    projects: [project('unit', 10), project('integration', 60), project('security', 60)],
    globalSetup: [fileURLToPath(new URL('support/runFolder.ts', import.meta.url))],
    setupFiles: [fileURLToPath(new URL('support/quietConsole.ts', import.meta.url))],
    // A file waits for its portal as often as the portal for it, so that two at a time are none too many for two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    environment: 'node',
    // Neither the developer's zone nor her shell decides what a test says.
    env: { TZ: 'America/Los_Angeles', NODE_ENV: 'test' },
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
  },
});
