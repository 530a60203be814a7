import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { findCheckIn, saveCheckIn, setShared } from '#db/queries/wellbeing.ts';
import type { Writer } from '#db/client.ts';
import { Refusal } from '#src/domain/errors.ts';
import { nextRevision } from '#src/domain/revision.ts';
import { isOpenMonth } from '#src/domain/wellbeing/month.ts';
import { WELLBEING_WORDS_MAXIMUM } from '#src/domain/wellbeing/words.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { now, today } from '#src/server/portal.ts';
import { safeText, typedText } from './typedText.ts';

const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);
const answer = (error: string) => z.coerce.number({ error }).int({ error }).min(1, { error }).max(5, { error });
const checkIn = z.object({
  month,
  workload: answer('Say how your workload is'),
  support: answer('Say whether you get the support you need'),
  balance: answer('Say whether there is room for the rest of your life'),
  words: typedText(WELLBEING_WORDS_MAXIMUM),
  basedOn: z.coerce.number().int().min(0),
});
const shown = z.object({ month, basedOn: z.coerce.number().int().min(0) });

/** Words that others will read hold no numbers and addresses of real people. */
function refuseRealNumbers(words: string): void {
  const problem = safeText(WELLBEING_WORDS_MAXIMUM).safeParse(words).error?.issues[0]?.message;
  if (problem !== undefined) throw new Refusal('bad_input', { fields: { words: problem } });
}

async function save(tx: Writer, traineeId: string, { basedOn, ...answers }: z.infer<typeof checkIn>): Promise<void> {
  if (!isOpenMonth(answers.month, today()))
    throw new Refusal('conflict', { words: 'That month is over. What you wrote then stays as it is.' });
  const kept = await findCheckIn(tx, traineeId, answers.month);
  const isSame = (name: keyof typeof answers) => kept?.[name] === answers[name];
  if (kept && (Object.keys(answers) as (keyof typeof answers)[]).every(isSame)) return;
  const revision = nextRevision(kept?.revision ?? 0, basedOn);
  if (kept?.sharedAt) refuseRealNumbers(answers.words);
  await saveCheckIn(tx, { ...answers, traineeId, revision, savedAt: now() });
}

async function share(tx: Writer, traineeId: string, { month: which, basedOn }: z.infer<typeof shown>): Promise<void> {
  const kept = await findCheckIn(tx, traineeId, which);
  if (!kept) throw new Refusal('not_found');
  if (kept.sharedAt) return;
  if (kept.revision !== basedOn)
    throw new Refusal('conflict', { words: 'This check-in changed in another tab. Read it again, then share it.' });
  refuseRealNumbers(kept.words);
  await setShared(tx, { traineeId, month: which, sharedAt: now() });
}

export const wellbeing = {
  /** Keeps this month's check-in. It is hers alone until she shares it. The same again changes nothing. */
  save: defineAction({
    accept: 'form',
    input: checkIn,
    handler: guarded({
      ability: 'wellbeing.write',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async (input, viewer, { write }) => {
        await write((tx) => save(tx, viewer.id, input));
        return { month: input.month };
      },
    }),
  }),

  /** Lets her tutor and her manager read one check-in, as it stood on the page. */
  share: defineAction({
    accept: 'form',
    input: shown,
    handler: guarded({
      ability: 'wellbeing.write',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async (input, viewer, { write }) => {
        await write((tx) => share(tx, viewer.id, input));
        return { month: input.month };
      },
    }),
  }),

  /** Nobody but her reads it any more. */
  takeBack: defineAction({
    accept: 'form',
    input: z.object({ month }),
    handler: guarded({
      ability: 'wellbeing.write',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async (input, viewer, { write }) => {
        await write((tx) => setShared(tx, { traineeId: viewer.id, month: input.month, sharedAt: null }));
        return { month: input.month };
      },
    }),
  }),
};
