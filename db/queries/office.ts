import { asc, eq, sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader, Writer } from '#db/client.ts';
import { officeSettings, people } from '#db/schema/index.ts';

const everySetting = prepared((db) =>
  db
    .select({
      id: officeSettings.id,
      kind: officeSettings.kind,
      effectiveFrom: officeSettings.effectiveFrom,
      value: officeSettings.value,
      reason: officeSettings.reason,
      enteredAt: officeSettings.enteredAt,
      enteredByName: people.name,
    })
    .from(officeSettings)
    .innerJoin(people, eq(people.id, officeSettings.enteredBy))
    .orderBy(asc(officeSettings.effectiveFrom), asc(officeSettings.enteredAt), sql`${officeSettings}.rowid`)
    .prepare(),
);

export type OfficeRow = Awaited<ReturnType<typeof listOfficeSettings>>[number];

/** Everything the office has set, oldest first. One query. */
export async function listOfficeSettings(db: Reader) {
  return everySetting(db).all();
}

/** Keeps a version of a setting. A repeat with the same id changes nothing. */
export async function insertOfficeSetting(tx: Writer, setting: typeof officeSettings.$inferInsert): Promise<void> {
  await tx.insert(officeSettings).values(setting);
}
