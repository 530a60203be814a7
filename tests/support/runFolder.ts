import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Vitest calls it before the first file of a run, and so do the journeys: one folder for the demos of all of them. */
export function setup(): void {
  process.env['PORTAL_TEST_DEMOS'] ??= mkdtempSync(join(tmpdir(), 'portal-demos-'));
}

/** And this after the last. */
export function teardown(): void {
  const folder = process.env['PORTAL_TEST_DEMOS'];
  if (folder) rmSync(folder, { recursive: true, force: true });
}
