import { insertAuditEntries, type NewAuditEntry } from '#db/queries/audit.ts';
import { revokeAccountLinks } from '#db/queries/people/accountLinks.ts';
import {
  deleteRole,
  findPerson,
  insertPerson,
  insertRole,
  isEmailTaken,
  listNeededRoles,
  type PersonRecord,
  updatePerson,
} from '#db/queries/people/person.ts';
import { deleteSessionsOf } from '#db/queries/sessions.ts';
import type { Writer } from '#db/client.ts';
import type { Role } from '#src/domain/access/roles.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { emailProblem, nameProblem, rolesProblem } from '#src/domain/people/names.ts';
import { disableProblem, newRolesProblem } from '#src/domain/people/rights.ts';
import { notify } from '../notices/notify.ts';
import { queueMail } from '../notices/outbox.ts';
import { newId, now, today } from '../portal.ts';

type By = Pick<Viewer, 'id' | 'session'>;

/** An account as it was typed: address in small letters, name on one line. */
export interface AccountValues {
  readonly name: string;
  readonly email: string;
  readonly language: 'en' | 'cy';
  readonly roles: readonly Role[];
}

const entry = (by: By, personId: string, rest: Pick<NewAuditEntry, 'act' | 'details'>): NewAuditEntry => ({
  ...{ id: newId(), at: now(), actorId: by.id, personId },
  ...rest,
});

interface Account {
  readonly personId: string;
  readonly values: AccountValues;
  /** What is wrong with the roles, or null. */
  readonly roles: string | null;
}

/** Throws `bad_input` with the fields of the form. */
async function refuseAccount(tx: Writer, { personId, values, roles }: Account): Promise<void> {
  const taken = await isEmailTaken(tx, values.email, personId);
  const found = {
    name: nameProblem(values.name),
    personEmail: emailProblem(values.email) ?? (taken ? 'Somebody has this address already' : null),
    roles: values.roles.length === 0 ? 'Choose at least one role' : roles,
  };
  const wrong = Object.entries(found).filter((one): one is [string, string] => one[1] !== null);
  if (wrong.length > 0) throw new Refusal('bad_input', { fields: Object.fromEntries(wrong) });
}

/** Makes an account without a password. The same form once more changes nothing. Throws `bad_input`, `conflict`. */
export async function addPerson(
  tx: Writer,
  by: By,
  { id, ...values }: AccountValues & { readonly id: string },
): Promise<void> {
  const kept = await findPerson(tx, id);
  if (kept?.email === values.email) return;
  if (kept) throw new Refusal('conflict');
  await refuseAccount(tx, { personId: id, values, roles: rolesProblem(values.roles) });
  const { name, email, language, roles } = values;
  await insertPerson(tx, { id, name, email, language, createdAt: now() });
  for (const role of roles) await insertRole(tx, id, role);
  await insertAuditEntries(tx, [entry(by, id, { act: 'person.added', details: { roles } })]);
}

/** What stood on a page when somebody began to change an account: where it is another by now, somebody else was quicker. */
export const accountMark = ({ name, email, language, roles }: AccountValues): string =>
  JSON.stringify([name, email, language, [...roles].sort()]);

const CAME_BETWEEN =
  'Somebody changed this account after the page was shown. What stands there now is below; yours is not saved.';

interface Saving {
  readonly personId: string;
  readonly mark: string;
  readonly values: AccountValues;
}

/**
 * Changes name, address, language and roles. Another address ends every link that was sent, and she is told; other roles end every
 * sign-in of hers, so that she begins anew with what she may now, and are told too.
 * Throws `not_found`, `bad_input`, `conflict`.
 */
export async function savePerson(tx: Writer, by: By, { personId, mark, values }: Saving): Promise<void> {
  const person = await findPerson(tx, personId);
  if (!person) throw new Refusal('not_found');
  if (accountMark(person) === accountMark(values)) return;
  if (accountMark(person) !== mark) throw new Refusal('conflict', { words: CAME_BETWEEN });
  const facts = { ...person, personId, byId: by.id };
  const roles = newRolesProblem(facts, values.roles, await listNeededRoles(tx, personId, today()));
  await refuseAccount(tx, { personId, values, roles });
  const { name, email, language } = values;
  await updatePerson(tx, personId, { name, email, language });
  if (email !== person.email) await revokeAccountLinks(tx, [personId], now());
  const changes = await changeRoles(tx, by, { person, roles: values.roles });
  await insertAuditEntries(tx, changes);
  // Where she changes her own, she has just given her password: that sign-in is new.
  if (changes.length > 0) await deleteSessionsOf(tx, personId, personId === by.id ? by.session.id : '');
  const changed = (['name', 'email', 'language'] as const).filter((field) => person[field] !== values[field]);
  if (changed.length > 0)
    await insertAuditEntries(tx, [entry(by, personId, { act: 'person.changed', details: { changed } })]);
  await tell(tx, person, values);
}

/** Gives and takes roles; the entries that say so. */
async function changeRoles(tx: Writer, by: By, { person, roles }: { person: PersonRecord; roles: readonly Role[] }) {
  const given = roles.filter((role) => !person.roles.includes(role));
  const taken = person.roles.filter((role) => !roles.includes(role));
  for (const role of given) await insertRole(tx, person.id, role);
  for (const role of taken) await deleteRole(tx, person.id, role);
  return [
    ...given.map((role) => entry(by, person.id, { act: 'role.given', details: { role } })),
    ...taken.map((role) => entry(by, person.id, { act: 'role.taken', details: { role } })),
  ];
}

async function tell(tx: Writer, person: PersonRecord, values: AccountValues): Promise<void> {
  const isOther = (one: readonly Role[], other: readonly Role[]) => [...one].sort().join() !== [...other].sort().join();
  const news = [
    ...(person.email === values.email ? [] : ['email-changed']),
    ...(isOther(person.roles, values.roles) ? ['roles-changed'] : []),
  ];
  const told = { personId: person.id, kind: 'account-safety' as const, traineeId: null };
  await notify(
    tx,
    news.map((what) => ({ ...told, key: `account:${newId()}`, details: { what } })),
  );
  if (person.email === values.email) return;
  const before = {
    personId: person.id,
    kind: 'account-safety',
    address: person.email,
    details: { what: 'email-changed' },
  } as const;
  await queueMail(tx, { ...before, key: `account-before:${newId()}` });
}

/** Switches an account off: every sign-in and every link of hers ends at once, and she is told by e-mail. A repeat changes nothing. Throws `not_found`, `bad_input`. */
export async function disablePerson(tx: Writer, by: By, personId: string): Promise<void> {
  const person = await findPerson(tx, personId);
  if (!person) throw new Refusal('not_found');
  if (person.isDisabled) return;
  const problem = disableProblem({ ...person, personId, byId: by.id });
  if (problem !== null) throw new Refusal('bad_input', { fields: { disable: problem } });
  await updatePerson(tx, personId, { disabledAt: now() });
  await deleteSessionsOf(tx, personId);
  await revokeAccountLinks(tx, [personId], now());
  await insertAuditEntries(tx, [entry(by, personId, { act: 'person.disabled', details: {} })]);
  const told = { personId, kind: 'account-safety', address: person.email } as const;
  await queueMail(tx, { ...told, key: `account-off:${newId()}`, details: { what: 'switched-off' } });
}

/** Switches an account on again, with the roles and assignments that it has. A repeat changes nothing. Throws `not_found`. */
export async function enablePerson(tx: Writer, by: By, personId: string): Promise<void> {
  const person = await findPerson(tx, personId);
  if (!person) throw new Refusal('not_found');
  if (!person.isDisabled) return;
  await updatePerson(tx, personId, { disabledAt: null });
  await insertAuditEntries(tx, [entry(by, personId, { act: 'person.enabled', details: {} })]);
  const told = { personId, kind: 'account-safety', traineeId: null } as const;
  await notify(tx, [{ ...told, key: `account-on:${newId()}`, details: { what: 'switched-on' } }]);
}
