import type { DemoProgramme } from '../createPortal.ts';
import type { DevServer } from './devPortal.ts';

export interface PortalDoorsOptions {
  /** The folder of the project. */
  readonly root: URL;
  /** `db/demo/index.ts`, loaded when it is needed. */
  readonly loadDemo: () => Promise<DemoProgramme>;
}

interface ConfigSetup {
  readonly command: string;
  updateConfig(changes: object): unknown;
}

/** By Astro command. On another port than its own the portal would turn everything away, so `astro dev` does not look for a free one. */
const CHANGES: Readonly<Record<string, object>> = {
  build: {
    security: { allowedDomains: [{}] },
    logger: { entrypoint: new URL('../http/astroLog.ts', import.meta.url) },
  },
  dev: { vite: { server: { strictPort: true } } },
};

/**
 * An Astro integration that ties Astro to the doors before it. In a build Astro believes the forwarded headers, because the portal's
 * own server writes them and lets no others through, and logs where the portal logs. `astro dev` gets the same portal and those doors
 * that do not need our own server.
 */
export function portalDoors(options: PortalDoorsOptions) {
  return {
    name: 'portal-doors',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }: ConfigSetup) => updateConfig(CHANGES[command] ?? {}),
      'astro:server:setup': async ({ server }: { server: DevServer }) => {
        const { setUpDevPortal } = await import('./devPortal.ts');
        await setUpDevPortal(server, options);
      },
    },
  };
}
