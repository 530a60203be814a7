import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { saveChoices } from '#db/queries/notices/choices.ts';
import { markRead } from '#db/queries/notices/notices.ts';
import { retryMail } from '#db/queries/notices/sending.ts';
import { CHOOSABLE, KIND_CHOICES } from '#src/domain/notices/choices.ts';
import { type NoticeKind, NOTICE_TIMES, type NoticeTime } from '#src/domain/notices/words.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { now, portal } from '#src/server/portal.ts';
import { recordId } from './typedFields.ts';

/** As many as a page shows. */
const MOST_AT_ONCE = 300;

const timeOf = (kind: NoticeKind) =>
  z
    .enum(NOTICE_TIMES, { error: `Choose when to be told: ${KIND_CHOICES[kind].name}` })
    .refine((time) => KIND_CHOICES[kind].times.includes(time), { error: 'Choose one of the times that are offered' })
    .optional();
/** What a form does not hold, because nobody of her roles is told of it, stays as it was. */
const choices = z.object(Object.fromEntries(CHOOSABLE.map((kind) => [kind, timeOf(kind)])));

export const notices = {
  /** Notes that she has read notices of hers. A repeat, and an id of somebody else's, change nothing. */
  markRead: defineAction({
    accept: 'form',
    input: z.object({ noticeId: z.array(recordId).max(MOST_AT_ONCE) }),
    handler: guarded({
      ability: 'notice.read',
      subject: (_input, viewer) => ({ personId: viewer.id }),
      run: async ({ noticeId: ids }, viewer, { write }) => {
        await write((tx) => markRead(tx, { personId: viewer.id, ids, at: now() }));
        return { isDone: true };
      },
    }),
  }),

  /** When she wants e-mails of each kind. */
  choose: defineAction({
    accept: 'form',
    input: choices,
    handler: guarded({
      ability: 'notice.choose',
      subject: (_input, viewer) => ({ personId: viewer.id }),
      run: async (chosen, viewer, { write }) => {
        const given = Object.entries(chosen).filter(([, time]) => time !== undefined);
        const map = new Map(given as [NoticeKind, NoticeTime][]);
        await write((tx) => saveChoices(tx, { personId: viewer.id, choices: map, at: now() }));
        return { isDone: true };
      },
    }),
  }),

  /** An e-mail that was given up goes again. One that was sent or still waits stays as it is. */
  sendAgain: defineAction({
    accept: 'form',
    input: z.object({ mailId: recordId }),
    handler: guarded({
      ability: 'mail.retry',
      subject: () => ({}),
      run: async ({ mailId }, _viewer, { write }) => {
        await write((tx) => retryMail(tx, mailId, now()));
        portal().mail.wake();
        return { isDone: true };
      },
    }),
  }),
};
