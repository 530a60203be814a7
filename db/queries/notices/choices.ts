import { and, eq, inArray } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client.ts';
import { noticeChoices } from '#db/schema/index.ts';
import type { NoticeKind, NoticeTime } from '#src/domain/notices/words.ts';

/** What a person chose, by kind. */
export type Choices = ReadonlyMap<NoticeKind, NoticeTime>;

/** What these people chose; nobody who chose nothing is in it. One query. */
export async function listChoices(db: Reader, personIds: readonly string[]): Promise<ReadonlyMap<string, Choices>> {
  const rows = await db
    .select({ personId: noticeChoices.personId, kind: noticeChoices.kind, time: noticeChoices.time })
    .from(noticeChoices)
    .where(inArray(noticeChoices.personId, [...new Set(personIds)]));
  const byPerson = Map.groupBy(rows, ({ personId }) => personId);
  return new Map([...byPerson].map(([id, own]) => [id, new Map(own.map(({ kind, time }) => [kind, time]))]));
}

/** Keeps what somebody chose for some kinds, in place of what she chose before. */
export async function saveChoices(
  tx: Writer,
  { personId, choices, at }: { readonly personId: string; readonly choices: Choices; readonly at: Date },
): Promise<void> {
  const kinds = [...choices.keys()];
  if (kinds.length === 0) return;
  await tx.delete(noticeChoices).where(and(eq(noticeChoices.personId, personId), inArray(noticeChoices.kind, kinds)));
  await tx.insert(noticeChoices).values([...choices].map(([kind, time]) => ({ personId, kind, time, chosenAt: at })));
}
