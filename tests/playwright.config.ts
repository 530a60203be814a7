import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig, devices } from '@playwright/test';

/**
 * Journeys in a real browser. Every journey runs on `desktop`; a tag sends it to the other projects too:
 * `test('…', { tag: ['@phone', '@no-javascript'] }, …)`. With `@only-no-javascript` it runs there alone.
 * `support/globalSetup.ts` starts the portal once and puts its address into PORTAL_TEST_URL.
 */
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const debian = '/usr/bin/chromium';
const executablePath = process.env['CHROMIUM'] ?? (existsSync(debian) ? debian : '');
const chrome = devices['Desktop Chrome'];

export default defineConfig({
  testDir: here('e2e'),
  outputDir: here('../test-results'),
  globalSetup: here('support/globalSetup.ts'),
  // A browser waits for the portal as often as the portal for it, so that one more than there are cores keeps them busy.
  workers: Math.min(4, availableParallelism() + 1),
  fullyParallel: false,
  forbidOnly: process.env['CI'] === 'true',
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['list'], ['json']] : [['list']],
  use: {
    baseURL: process.env['PORTAL_TEST_URL'],
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    actionTimeout: 10_000,
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
        ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ],
    },
  },
  projects: [
    { name: 'desktop', grepInvert: /@only-/, use: { ...chrome, viewport: { width: 1280, height: 900 } } },
    {
      name: 'phone',
      grep: /@(?:only-)?phone/,
      use: { ...chrome, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
    { name: 'no-javascript', grep: /@(?:only-)?no-javascript/, use: { ...chrome, javaScriptEnabled: false } },
  ],
});
