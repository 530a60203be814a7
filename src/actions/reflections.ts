import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { saveReflection } from '#db/queries/reflections.ts';
import { REFLECTION_MAXIMUM_CHARACTERS, REFLECTION_MAXIMUM_WORDS } from '#src/domain/reflections/limits.ts';
import { countWords } from '#src/domain/wordCount.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { findModule } from '#src/server/modules/learning.ts';
import { now } from '#src/server/portal.ts';
import { typedText } from './typedText.ts';

export const reflections = {
  /** Saves what a trainee wrote for herself. The same text again changes nothing. */
  save: defineAction({
    accept: 'form',
    input: z.object({
      moduleId: z.string().max(100),
      text: typedText(REFLECTION_MAXIMUM_CHARACTERS).refine((text) => countWords(text) <= REFLECTION_MAXIMUM_WORDS, {
        error: `Keep it under ${REFLECTION_MAXIMUM_WORDS.toLocaleString('en-GB')} words; nothing was cut off`,
      }),
      basedOn: z.coerce.number().int().min(0),
    }),
    handler: guarded({
      ability: 'reflection.write',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async ({ moduleId, text, basedOn }, viewer, { write }) => {
        const { module } = findModule(moduleId);
        const at = now();
        const revision = await write((tx) =>
          saveReflection(tx, { traineeId: viewer.id, moduleId: module.id, text, basedOn, at }),
        );
        return { moduleId: module.id, revision, savedAt: at };
      },
    }),
  }),
};
