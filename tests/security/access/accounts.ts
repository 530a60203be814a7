import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { accountTokens } from '#src/server/tokens.ts';
import { AT, type Insert } from '../../support/demoRecords.ts';
import { COLUMNS, type Column } from './cast.ts';
import type { Reach, Visit } from './reach.ts';
import { type Way, WAYS } from './world.ts';

const slug = (text: string) => text.replaceAll(' ', '-');
const NEW_PASSWORD = 'copper lantern seven tides';
/** Nobody signs in as her here, so her password is the demo's throughout. */
const NEVER_SIGNS_IN = 'bethan';

/** The link of somebody who never set a password, one for each cell and way. */
export function accountLinkOf({ name }: Column, way: Way) {
  const id = slug(`invited-${name} ${way}`);
  return { personId: id, token: createHash('sha256').update(id).digest('base64url') };
}

/** Somebody whom a link can be sent to. */
const receiverOf = ({ name }: Column, way: Way) => slug(`receiver-${name} ${way}`);

/** Adds them. */
export function addInvited(insert: Insert, column: Column, way: Way): void {
  const { personId, token } = accountLinkOf(column, way);
  insert('people', {
    id: personId,
    email: `${personId}@pqip.example`,
    name: 'Ines Invited',
    language: 'en',
    created_at: AT,
  });
  insert('people', {
    ...{ id: receiverOf(column, way), email: `${receiverOf(column, way)}@pqip.example` },
    ...{ name: 'Rhona Receiver', language: 'en', created_at: AT },
  });
  insert('account_links', {
    id: `link-${personId}`,
    person_id: personId,
    kind: 'invitation',
    token_hash: accountTokens.known(token),
    made_by: 'harvey',
    made_at: AT,
    expires_at: 4_000_000_000,
  });
}

/** The demo's password once more, for the cells that come after. */
function restore({ portal, column }: Visit): void {
  if (column.viewerId === null) return;
  const database = new DatabaseSync(portal.databasePath);
  try {
    database.exec('pragma busy_timeout = 5000');
    database
      .prepare('update people set password_hash = (select password_hash from people where id = ?) where id = ?')
      .run(NEVER_SIGNS_IN, column.viewerId);
  } finally {
    database.close();
  }
}

/** How the actions about passwords and links to set one are reached. */
export const ACCOUNT_REACHES: Readonly<Record<string, Reach>> = {
  'passwords.askReset': {
    page: () => '/forgotten-password',
    input: ({ column, way }) => ({
      email: `nobody-${String(COLUMNS.length * WAYS.indexOf(way) + COLUMNS.indexOf(column))}@pqip.example`,
    }),
    changes: 'sessions only',
  },
  'passwords.setByLink': {
    page: ({ column, way }) => `/welcome/${accountLinkOf(column, way).token}`,
    input: ({ column, way }) => ({ token: accountLinkOf(column, way).token, newPassword: NEW_PASSWORD }),
  },
  'passwords.change': {
    page: () => '/account/password',
    input: () => ({ password: DEMO_PASSWORD, newPassword: NEW_PASSWORD }),
    settled: restore,
  },
  'invitations.send': {
    page: () => '/admin/people',
    input: ({ column, way }) => ({ personId: receiverOf(column, way), password: DEMO_PASSWORD }),
  },
};
