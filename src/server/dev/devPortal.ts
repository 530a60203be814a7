import { loadContent } from '../content.ts';
import { createPortal } from '../createPortal.ts';
import { portalAddress } from '../http/doors/host.ts';
import { createLogger } from '../logger.ts';
import { installedPortal, installPortal } from '../portal.ts';
import { openSearch } from '../search/openSearch.ts';
import { readSettings } from '../settings.ts';
import { type DevDoor, devDoors } from './devDoors.ts';
import type { PortalDoorsOptions } from './portalDoors.ts';

/** What is used of Vite's server. */
export interface DevServer {
  readonly middlewares: { use(door: DevDoor): unknown };
  readonly watcher: { on(event: 'all', listener: (event: string, path: string) => void): unknown };
  readonly config: { readonly logger: { error(message: string): void } };
}

/** Opens and installs the portal and sets up the doors. Astro starts its dev server again when its configuration changes; the portal stays. */
export async function setUpDevPortal(server: DevServer, { root, loadDemo }: PortalDoorsOptions): Promise<void> {
  const settings = readSettings(process.env);
  const log = createLogger({ level: 'warn' });
  if (!installedPortal()) installPortal(await createPortal({ settings, log, root, demo: await loadDemo() }));
  server.middlewares.use(devDoors(portalAddress(settings.publicUrl, settings.port)));
  keepContentFresh(server, root);
}

/** What is taught is read once at start; while it is being written, after every change. Mistakes are shown and change nothing. */
function keepContentFresh(server: DevServer, root: URL): void {
  const folder = new URL('src/content/', root).pathname;
  server.watcher.on('all', (_event, path) => {
    if (path.startsWith(folder)) reload(root).catch((error: unknown) => server.config.logger.error(String(error)));
  });
}

async function reload(root: URL): Promise<void> {
  const current = installedPortal();
  if (!current) return;
  const content = await loadContent(root);
  installPortal({ ...current, content, search: openSearch(content) });
}
