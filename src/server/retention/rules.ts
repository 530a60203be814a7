import { listRetentionRules } from '#db/queries/retention.ts';
import type { Reader } from '#db/client.ts';
import { type RetentionFile, type RetentionVersion, storedRules } from '#src/domain/retention/rules.ts';

/** The rules as they come with the portal. */
export const defaultVersion = ({ version, note, rules }: RetentionFile): RetentionVersion => ({
  id: version,
  effectiveFrom: null,
  rules,
  reason: note,
  set: null,
});

/** Every version of the rules, the default first, then as they begin to count. One query. */
export async function readRetention(db: Reader, file: RetentionFile): Promise<RetentionVersion[]> {
  const rows = await listRetentionRules(db);
  return [
    defaultVersion(file),
    ...rows.map(({ id, effectiveFrom, rules, reason, enteredAt, enteredByName }): RetentionVersion => ({
      id,
      effectiveFrom,
      rules: storedRules(rules, file.rules),
      reason,
      set: { by: enteredByName, at: enteredAt },
    })),
  ];
}
