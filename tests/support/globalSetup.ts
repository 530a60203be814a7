import { dirname } from 'node:path';
import { addNewcomers } from './newcomers.ts';
import { startPortal } from './portalServer.ts';
import { setup, teardown } from './runFolder.ts';

/** One portal for all journeys; each of them has people of its own, see e2e/cast.ts. Playwright calls what this gives back at the end. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  setup();
  const portal = await startPortal({ prepare: addNewcomers });
  process.env['PORTAL_TEST_URL'] = portal.url;
  process.env['PORTAL_TEST_DATABASE'] = portal.databasePath;
  process.env['PORTAL_TEST_FOLDER'] = dirname(dirname(portal.databasePath));
  return async () => {
    const bugs = portal.log().filter(({ level }) => level === 'error' || level === 'fatal');
    await portal.stop();
    teardown();
    if (bugs.length > 0)
      throw new Error(
        `The portal logged errors during the journeys:\n${bugs.map((line) => JSON.stringify(line)).join('\n')}`,
      );
  };
}
