import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { addMonths } from '#src/domain/calendar.ts';
import { slugSchema } from '#src/domain/programme/schema.ts';
import { Usage } from '../../verify/source.ts';

/** The parts of a module: file of the template -> where its copy belongs. */
const COPIES: Readonly<Record<string, (id: string) => string>> = {
  'module.mdx': (id) => `src/content/modules/${id}.mdx`,
  'check.json': (id) => `src/content/checks/${id}.json`,
  'scenario.json': (id) => `src/content/exercises/${id}-scenario.json`,
  'sort.json': (id) => `src/content/exercises/${id}-sort.json`,
};
/** What stands in the template for the id, the day of the facts and the review day. */
const STANDS_FOR = { id: 'my-module', asOf: '2026-11-21', reviewBy: '2027-02-21' } as const;
const REVIEW_AFTER_MONTHS = 3;
/** An id is part of addresses, forms and file names. */
const LONGEST_ID = 60;

interface NewModule {
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly templateFolder: string;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * Writes the template of a module under `root`, with its check and its exercises, and gives the files it wrote.
 * Throws Usage for an id that cannot be one, and where one of the files is there already; then it writes nothing.
 */
export async function writeNewModule(root: string, { id, today, templateFolder }: NewModule): Promise<string[]> {
  if (!slugSchema.safeParse(id).success || id.length > LONGEST_ID)
    throw new Usage('An id has small letters, digits and single hyphens only, 60 at most, for example parole-recall.');
  const files = Object.entries(COPIES).map(([from, to]) => ({ from, to: to(id) }));
  for (const { to } of files) if (await exists(join(root, to))) throw new Usage(`${to} is there already.`);
  for (const { from, to } of files) {
    const text = (await readFile(join(templateFolder, from), 'utf8'))
      .replaceAll(STANDS_FOR.reviewBy, addMonths(today, REVIEW_AFTER_MONTHS))
      .replaceAll(STANDS_FOR.asOf, today)
      .replaceAll(STANDS_FOR.id, id);
    await mkdir(dirname(join(root, to)), { recursive: true });
    await writeFile(join(root, to), text, { flag: 'wx' });
  }
  return files.map(({ to }) => to);
}
