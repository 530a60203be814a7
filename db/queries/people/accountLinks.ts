import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { accountLinks, people } from '#db/schema/index.ts';

/** What the hash of a token leads to, open or not; null where there is none. */
export async function findAccountLink(db: Reader, tokenHash: string) {
  const [row] = await db
    .select({
      id: accountLinks.id,
      kind: accountLinks.kind,
      personId: accountLinks.personId,
      madeBy: accountLinks.madeBy,
      expiresAt: accountLinks.expiresAt,
      usedAt: accountLinks.usedAt,
      revokedAt: accountLinks.revokedAt,
      name: people.name,
      email: people.email,
      disabledAt: people.disabledAt,
    })
    .from(accountLinks)
    .innerJoin(people, eq(people.id, accountLinks.personId))
    .where(eq(accountLinks.tokenHash, tokenHash));
  return row ?? null;
}

export type AccountLinkRow = NonNullable<Awaited<ReturnType<typeof findAccountLink>>>;

/** Whom links may be sent to: who she is, whether she may sign in at all, and whether she ever set a password. */
export async function listLinkReceivers(db: Reader, personIds: readonly string[]) {
  const rows = await db
    .select({ id: people.id, email: people.email, passwordHash: people.passwordHash, disabledAt: people.disabledAt })
    .from(people)
    .where(inArray(people.id, [...personIds]));
  return rows.map(({ id, email, passwordHash, disabledAt }) => ({
    ...{ id, email },
    hasPassword: passwordHash !== null,
    isDisabled: disabledAt !== null,
  }));
}

/** The person with an address, or null. `email` in lower case. */
export async function findPersonByEmail(db: Reader, email: string) {
  const [row] = await db.select({ id: people.id }).from(people).where(eq(people.email, email));
  return row ?? null;
}

/** The newest link of a person that nobody used or took back, or null: what her page says of an invitation. */
export async function listOpenAccountLinks(db: Reader, personId: string) {
  return db
    .select({
      id: accountLinks.id,
      kind: accountLinks.kind,
      madeAt: accountLinks.madeAt,
      expiresAt: accountLinks.expiresAt,
    })
    .from(accountLinks)
    .where(and(eq(accountLinks.personId, personId), isNull(accountLinks.usedAt), isNull(accountLinks.revokedAt)))
    .orderBy(accountLinks.madeAt);
}

export async function insertAccountLinks(
  tx: Writer,
  rows: readonly (typeof accountLinks.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(accountLinks).values([...rows]);
}

/** Links of these people that nobody used or took back. */
const openLinksOf = (personIds: readonly string[]) =>
  and(inArray(accountLinks.personId, [...personIds]), isNull(accountLinks.usedAt), isNull(accountLinks.revokedAt));

/** Takes back every link of these people that nobody used yet. */
export async function revokeAccountLinks(tx: Writer, personIds: readonly string[], at: Date): Promise<void> {
  await tx.update(accountLinks).set({ revokedAt: at }).where(openLinksOf(personIds));
}

/** Takes back those of them that were asked for on the sign-in side, where anybody may ask; what an administrator sent stays. */
export async function revokeAskedLinks(tx: Writer, personIds: readonly string[], at: Date): Promise<void> {
  await tx
    .update(accountLinks)
    .set({ revokedAt: at })
    .where(and(openLinksOf(personIds), isNull(accountLinks.madeBy)));
}

/** True for the first who uses it. */
export async function useAccountLink(tx: Writer, linkId: string, at: Date): Promise<boolean> {
  const used = await tx
    .update(accountLinks)
    .set({ usedAt: at })
    .where(and(eq(accountLinks.id, linkId), isNull(accountLinks.usedAt)))
    .returning({ id: accountLinks.id });
  return used.length > 0;
}

/** A new password of somebody, in place of whatever there was. */
export async function setPassword(tx: Writer, change: { personId: string; hash: string; at: Date }): Promise<void> {
  await tx
    .update(people)
    .set({ passwordHash: change.hash, passwordChangedAt: change.at })
    .where(eq(people.id, change.personId));
}
