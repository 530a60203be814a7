import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import { calendarAddresses, people, personRoles } from '#db/schema/index.ts';

type Address = typeof calendarAddresses.$inferSelect;

/** Somebody's calendar address that works now, without its token, which nobody keeps; null where she has none. */
export async function findCalendarAddress(db: Reader, personId: string): Promise<Address | null> {
  const [row] = await db
    .select()
    .from(calendarAddresses)
    .where(and(eq(calendarAddresses.personId, personId), isNull(calendarAddresses.revokedAt)))
    .orderBy(desc(calendarAddresses.madeAt))
    .limit(1);
  return row ?? null;
}

const byToken = prepared((db) =>
  db
    .select({
      id: calendarAddresses.id,
      personId: calendarAddresses.personId,
      lastReadAt: calendarAddresses.lastReadAt,
    })
    .from(calendarAddresses)
    .innerJoin(people, eq(people.id, calendarAddresses.personId))
    .innerJoin(personRoles, and(eq(personRoles.personId, people.id), eq(personRoles.role, 'trainee')))
    .where(
      and(
        eq(calendarAddresses.tokenHash, sql.placeholder('tokenHash')),
        isNull(calendarAddresses.revokedAt),
        isNull(people.disabledAt),
      ),
    )
    .prepare(),
);

/** Whose calendar a token opens: of somebody who is a trainee and whose account works. Null for anything else. */
export async function findCalendarReader(db: Reader, tokenHash: string) {
  return (await byToken(db).all({ tokenHash }))[0] ?? null;
}

/** True where an address with this id was made before: a repeated form makes no second one. */
export async function isCalendarAddressMade(db: Reader, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: calendarAddresses.id })
    .from(calendarAddresses)
    .where(eq(calendarAddresses.id, id));
  return rows.length > 0;
}

/** Takes back whatever address she has. A repeat changes nothing. */
export async function revokeCalendarAddresses(tx: Writer, personId: string, at: Date): Promise<void> {
  await tx
    .update(calendarAddresses)
    .set({ revokedAt: at })
    .where(and(eq(calendarAddresses.personId, personId), isNull(calendarAddresses.revokedAt)));
}

export async function insertCalendarAddress(tx: Writer, address: typeof calendarAddresses.$inferInsert): Promise<void> {
  await tx.insert(calendarAddresses).values(address);
}

/** Notes that a calendar was fetched. */
export async function noteCalendarRead(tx: Writer, id: string, at: Date): Promise<void> {
  await tx.update(calendarAddresses).set({ lastReadAt: at }).where(eq(calendarAddresses.id, id));
}
