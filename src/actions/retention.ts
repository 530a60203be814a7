import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { insertRetentionRules } from '#db/queries/retention.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { effectiveDayProblem } from '#src/domain/office/effectiveDay.ts';
import { readRules, shorterWords } from '#src/domain/retention/form.ts';
import { type RetentionRules, retentionOn, type RetentionVersion, ruleChanges } from '#src/domain/retention/rules.ts';
import { confirmPassword } from '#src/server/astro/confirmPassword.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { now, portal, today } from '#src/server/portal.ts';
import { forgetRetention } from '#src/server/retention/now.ts';
import { readRetention } from '#src/server/retention/rules.ts';
import { applyRetention } from '#src/server/retention/run.ts';
import { neededText } from './typedText.ts';

const MAXIMUM_REASON = 1000;
/** So many records at a press of the button, in about two seconds; the page says that there is more. */
const MOST_AT_ONCE = 400;
/** More versions than anybody sets; told in words where it is full. */
const MOST_VERSIONS = 300;

const head = z.object({
  ruleId: z.uuid(),
  newest: z.string().max(200),
  effectiveFrom: z
    .string()
    .max(20)
    .nullish()
    .transform((day) => day ?? ''),
  reason: neededText(MAXIMUM_REASON, 'Say why, so that whoever is asked later can tell'),
  shorter: z
    .string()
    .nullish()
    .transform((tick) => tick === 'yes'),
});
type Head = z.infer<typeof head>;

const textOf =
  (form: FormData) =>
  (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.slice(0, 2000) : '';
  };

/** Everything that is wrong with a form, by field. */
function readForm(form: FormData): { head: Head | null; rules: RetentionRules | null; errors: Record<string, string> } {
  const field = textOf(form);
  const read = head.safeParse(Object.fromEntries(Object.keys(head.shape).map((name) => [name, form.get(name)])));
  const { rules, errors } = readRules(field);
  const day = effectiveDayProblem(field('effectiveFrom'), today());
  const inHead = read.success
    ? {}
    : Object.fromEntries(read.error.issues.map(({ path, message }) => [String(path[0]), message]));
  return {
    head: read.data ?? null,
    rules,
    errors: { ...errors, ...(day !== null && { effectiveFrom: day }), ...inHead },
  };
}

const ANOTHER =
  'Somebody set other rules while you were writing. Yours are not saved. Open the page in another tab to compare, then begin from the newest.';

/** Throws `conflict`, or `bad_input` where nothing differs, or something is shorter and nobody has said that it is meant. */
function refuseRules(
  versions: readonly RetentionVersion[],
  { newest, effectiveFrom, shorter }: Head,
  rules: RetentionRules,
): void {
  if (versions.at(-1)?.id !== newest) throw new Refusal('conflict', { words: ANOTHER });
  if (versions.length > MOST_VERSIONS)
    throw new Refusal('bad_input', { words: 'There is no room for another version of the rules.' });
  const changes = ruleChanges(retentionOn(versions, effectiveFrom).rules, rules);
  if (changes.length === 0)
    throw new Refusal('bad_input', {
      fields: { '': 'Nothing differs from what counts on that day already. Change something first' },
    });
  const words = shorterWords(changes);
  if (words !== null && !shorter) throw new Refusal('bad_input', { fields: { shorter: words } });
}

async function keepRules(
  tx: Writer,
  { sent, rules, viewer }: { sent: Head; rules: RetentionRules; viewer: Viewer },
): Promise<void> {
  const versions = await readRetention(tx, portal().content.retention);
  if (versions.some(({ id }) => id === sent.ruleId)) return;
  refuseRules(versions, sent, rules);
  const { ruleId: id, effectiveFrom, reason } = sent;
  const row = { id, effectiveFrom, rules: JSON.stringify(rules), reason, enteredBy: viewer.id, enteredAt: now() };
  await insertRetentionRules(tx, row);
}

export const retention = {
  /** A new version of the rules, from today or a later day. A shorter time wants a tick and a reason. A repeat changes nothing. */
  set: defineAction({
    accept: 'form',
    handler: guarded({
      ability: 'retention.administer',
      subject: () => ({}),
      run: async (form: FormData, _viewer, { write }) => {
        const { head: sent, rules, errors } = readForm(form);
        if (sent === null || rules === null || Object.keys(errors).length > 0)
          throw new Refusal('bad_input', { fields: errors });
        await write((tx, viewer) => keepRules(tx, { sent, rules, viewer }));
        forgetRetention();
        return { effectiveFrom: sent.effectiveFrom };
      },
    }),
  }),

  /** Removes the content of what is due, with the password asked again. What is done stays done; a repeat goes on from there. */
  apply: defineAction({
    accept: 'form',
    input: z.object({
      password: z.string({ error: 'Enter your password' }).min(1, { error: 'Enter your password' }).max(1024),
    }),
    handler: guarded({
      ability: 'retention.administer',
      subject: () => ({}),
      run: async ({ password }, viewer, context) => {
        await confirmPassword(context, viewer, password);
        const { database, files, content, log } = portal();
        const asked = { ...database, write: context.write };
        const run = { database: asked, files, file: content.retention, today: today(), now, most: MOST_AT_ONCE };
        const { removed, changed, isWhole } = await applyRetention(run);
        if (changed.length > 0)
          log.error({ changed }, 'content was left because it does not fit its hash: verify the ledger');
        return {
          removed: Object.values(removed).reduce((sum, count) => sum + count, 0),
          left: changed.length,
          isWhole,
        };
      },
    }),
  }),
};
