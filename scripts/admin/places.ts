import { join } from 'node:path';

/** Where the portal keeps its things, from the same variables and defaults as the portal itself. */
export interface Places {
  readonly databaseUrl: string;
  readonly authToken: string | undefined;
  readonly anchorsDir: string;
  readonly keysDir: string;
  readonly publicKeyFile: string;
}

/** `given` are options of the command line, which come before the environment. */
export function placesFrom(
  environment: NodeJS.ProcessEnv,
  given: { database?: string; anchors?: string; 'public-key'?: string } = {},
): Places {
  const keysDir = environment.KEYS_DIR || 'data/keys';
  return {
    databaseUrl: given.database ?? (environment.DATABASE_URL || 'file:data/portal.db'),
    authToken: environment.DATABASE_AUTH_TOKEN || undefined,
    anchorsDir: given.anchors ?? (environment.ANCHORS_DIR || 'data/anchors'),
    keysDir,
    publicKeyFile: given['public-key'] ?? join(keysDir, 'ledger-public.pem'),
  };
}
