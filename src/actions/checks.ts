import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { insertAttempt } from '#db/queries/checks.ts';
import { insertOpening } from '#db/queries/progress.ts';
import { Refusal } from '#src/domain/errors.ts';
import { markCheck } from '#src/domain/checks/mark.ts';
import type { Check } from '#src/domain/checks/schema.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { findModule, settleCompletion } from '#src/server/modules/learning.ts';
import { now } from '#src/server/portal.ts';

/** Everything a check form sends: `attemptId`, `moduleId`, and one field a question with the chosen option ids. */
const sentAnswers = z.preprocess(
  (form) =>
    form instanceof FormData
      ? Object.fromEntries([...new Set(form.keys())].map((key) => [key, form.getAll(key)]))
      : form,
  z.record(z.string(), z.array(z.string().max(200)).max(20)),
);

function answersTo(check: Check, sent: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(check.questions.map(({ id }) => [id, sent[id] ?? []]));
}

export const checks = {
  /** Marks a knowledge check on the server and keeps the attempt. A repeat of the same form changes nothing. */
  submit: defineAction({
    accept: 'form',
    input: sentAnswers,
    handler: guarded({
      ability: 'check.answer',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async (sent, viewer, { write }) => {
        const { module, check } = findModule(sent.moduleId?.[0] ?? '');
        const id = z.uuid().safeParse(sent.attemptId?.[0]);
        if (!id.success) throw new Refusal('malformed');
        const answers = answersTo(check, sent);
        const { correctCount, questionCount, passed } = markCheck(check, answers);
        const at = now();
        const attempt = {
          id: id.data,
          traineeId: viewer.id,
          moduleId: module.id,
          checkId: check.id,
          checkVersion: check.version,
          moduleVersion: module.version,
          answers,
          correctCount,
          questionCount,
          attemptedAt: at,
        };
        const completed = await write(async (tx) => {
          await insertOpening(tx, { traineeId: viewer.id, moduleId: module.id, at });
          await insertAttempt(tx, attempt);
          return settleCompletion(tx, { traineeId: viewer.id, module, check, at });
        });
        return { moduleId: module.id, correctCount, questionCount, passed, completed };
      },
    }),
  }),
};
