import { describe, expect, test } from 'vitest';
import { listSources, readSource } from './sources.ts';

/**
 * Forms of people without an account: who may is asked of the token that they bring, inside the transaction. They name the write so
 * that nobody takes it for a guarded one.
 */
const BY_LINK = ['src/actions/placementHost.ts', 'src/actions/witness.ts'];

const actions = listSources('src/actions');
const readsInSubject = /subject: (?:async )?\([^)]*\) =>\s*(?:\(await )?read\(/;

/** Every name that a file takes from the room that holds the bare `write`. */
const takenFromPortal = (code: string) =>
  [...code.matchAll(/import \{([^}]*)\} from '#src\/server\/portal\.ts'/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim()),
  );

describe('who may is asked again inside every write of an action, of the viewer and the record as they are then', () => {
  test.each(actions)('%s writes by its guard alone', (file) => {
    const names = takenFromPortal(readSource(file));
    expect(names).not.toContain('write');
    expect(names.some((name) => name.startsWith('write as '))).toBe(BY_LINK.includes(file));
    expect(readSource(file)).not.toMatch(/\bportal\(\)\.database\.write\b/);
  });

  test.each(actions)('%s asks of the database that it is handed, which is the transaction the second time', (file) => {
    expect(readSource(file)).not.toMatch(readsInSubject);
  });
});

describe('nothing that an action calls opens a write of its own, which nobody would ask about', () => {
  /** Each with who writes there instead of somebody who is signed in, or why asking again is of no use. */
  const OWN_WRITES: Readonly<Record<string, string>> = {
    'src/server/accounts/invitations.ts': 'a link to set a password, which nobody has to be signed in for',
    'src/server/accounts/setPassword.ts': 'the link of an e-mail is the permission, asked inside',
    'src/server/astro/guarded.ts': 'the guard itself',
    'src/server/files/upload.ts': 'an address and no action: it asks in its own transaction, of her as she is then',
    'src/server/people/importing.ts': 'goes on with what an administrator began in a guarded write',
    'src/server/week/calendarAddress.ts': 'that a calendar was read: the token of its address is the permission',
  };

  test('only these do', () => {
    const calledByActions = new Set(
      actions.flatMap((file) =>
        [...readSource(file).matchAll(/from '#(src\/server\/[^']+)'/g)].map(([, path = '']) => path),
      ),
    );
    calledByActions.delete('src/server/portal.ts');
    const writing = [...calledByActions].filter((file) =>
      /\bwrite\b[^}]*\} from '[^']*portal\.ts'/.test(readSource(file)),
    );
    expect(writing.sort()).toEqual(Object.keys(OWN_WRITES).sort());
  });
});
