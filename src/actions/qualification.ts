import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { insertQualificationVersion } from '#db/queries/qualification.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { addDays, formatDay } from '#src/domain/calendar.ts';
import { Refusal } from '#src/domain/errors.ts';
import { effectiveDayProblem } from '#src/domain/office/effectiveDay.ts';
import type { Qualification } from '#src/domain/portfolio/qualification.ts';
import { choicesIn, mappingsOf, readDecisions } from '#src/domain/qualification/mapping.ts';
import { confirmPassword } from '#src/server/astro/confirmPassword.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { newId, now, read, today } from '#src/server/portal.ts';
import { forgetQualifications, type QualificationHistory, readHistory } from '#src/server/qualification.ts';
import { readDraft } from '#src/server/qualification/draft.ts';

const line = z.string().max(1000).default('');

const sentVersion = z.object({
  version: line,
  label: line,
  notice: line,
  csv: z.string().max(100_000).default(''),
  /** What becomes of every criterion of the version before, as `choicesText` writes it. */
  choices: z.string().max(100_000).default(''),
  /** The version whose criteria the form decides on: where another came in between, nothing fits. */
  follows: line,
  effectiveFrom: line,
  password: z.string().max(1024).default(''),
});
type Sent = z.infer<typeof sentVersion>;

/** Texts of the form alone: a file is read on the page before. Throws `bad_input` for what cannot be kept. */
function textsOf(form: FormData): Sent {
  const found = sentVersion.safeParse(Object.fromEntries([...form].filter((entry) => typeof entry[1] === 'string')));
  if (found.success) return found.data;
  const fields = found.error.issues.map(({ path, message }) => [String(path[0] ?? ''), message]);
  throw new Refusal('bad_input', { fields: Object.fromEntries(fields) as Record<string, string> });
}

/** What is wrong with the day, or null: not over, and after the first day of the version it follows. */
function dayProblem(sent: Sent, history: QualificationHistory): string | null {
  const problem = effectiveDayProblem(sent.effectiveFrom, today());
  const before = history.versions.at(-1);
  if (problem !== null || !before?.effectiveFrom || sent.effectiveFrom > before.effectiveFrom) return problem;
  const { version } = before.qualification;
  const first = formatDay(addDays(before.effectiveFrom, 1), { year: true });
  return `Version ${version} comes first. Choose ${first} or a later day`;
}

/** The version and its mapping from what was sent; null where the portal holds exactly this already. Throws `bad_input`, `conflict`. */
function versionToKeep(sent: Sent, history: QualificationHistory) {
  const { qualification, errors, problems, known } = readDraft({ ...sent, file: null }, history);
  if (known !== null) return null;
  const before = history.versions.at(-1)?.qualification;
  if (before?.version !== sent.follows) throw new Refusal('conflict', { words: CAME_BETWEEN });
  if (qualification === null) throw new Refusal('bad_input', { fields: { ...rowsWrong(problems), ...errors } });
  const choices = choicesIn(sent.choices);
  const choice = (id: string) => choices.get(id) ?? { becomes: '', newIds: '' };
  const decided = readDecisions({ before: before.units, after: qualification.units, choice });
  const day = dayProblem(sent, history);
  const wrong = { ...decided.errors, ...(day !== null && { effectiveFrom: day }) };
  if (Object.keys(wrong).length > 0) throw new Refusal('bad_input', { fields: wrong });
  const { version } = qualification;
  return { qualification, mappings: mappingsOf(decided.decisions, { from: before.version, to: version }) };
}

const CAME_BETWEEN =
  'Another version was brought in while you were deciding, so your decisions do not fit any more. Nothing is kept. Begin again from the file.';

const rowsWrong = (problems: readonly unknown[]): Record<string, string> =>
  problems.length > 0 ? { csv: 'The rows of the file are not right any more. Begin again from the file' } : {};

async function keep(tx: Writer, sent: Sent, viewer: Viewer): Promise<void> {
  const version = versionToKeep(sent, await readHistory(tx));
  if (version === null) return;
  const row = rowOf(version.qualification, { sent, viewer });
  await insertQualificationVersion(
    tx,
    row,
    version.mappings.map((mapping) => ({ ...mapping, id: newId() })),
  );
}

const rowOf = ({ version, label, notice, units }: Qualification, { sent, viewer }: { sent: Sent; viewer: Viewer }) => ({
  ...{ version, label, notice, units: JSON.stringify(units) },
  ...{ effectiveFrom: sent.effectiveFrom, importedBy: viewer.id, importedAt: now() },
});

export const qualification = {
  /**
   * Brings a version of units and criteria in, with what became of every criterion of the version before, from today or a later day;
   * the password is asked again, because it changes what counts for everybody. The same once more changes nothing.
   */
  bringIn: defineAction({
    accept: 'form',
    handler: guarded({
      ability: 'qualification.administer',
      subject: () => ({}),
      run: async (form: FormData, viewer, context) => {
        const sent = textsOf(form);
        versionToKeep(sent, await read(readHistory));
        if (sent.password === '') throw new Refusal('bad_input', { fields: { password: 'Enter your password' } });
        await confirmPassword(context, viewer, sent.password);
        await context.write((tx, current) => keep(tx, sent, current));
        forgetQualifications();
        return { version: sent.version.trim(), effectiveFrom: sent.effectiveFrom };
      },
    }),
  }),
};
