import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Database, openDatabase } from '#db/client.ts';
import { type RetentionFile, retentionOn, START_OF } from '#src/domain/retention/rules.ts';
import { GROUP_WORDS, RECORD_GROUPS } from '#src/domain/retention/words.ts';
import { machineClock, programmeDay } from '#src/server/clock.ts';
import { loadContent } from '#src/server/content.ts';
import { storedPath } from '#src/server/files/folders.ts';
import { countWhatIsDue } from '#src/server/retention/due.ts';
import { readRetention } from '#src/server/retention/rules.ts';
import { applyRetention, type ContentStore } from '#src/server/retention/run.ts';
import { Usage } from '../verify/source.ts';
import type { Command } from './command.ts';
import { placesFrom } from './places.ts';

const ROOT = new URL('../../', import.meta.url);

export const retention: Command = {
  name: 'retention',
  usage: 'retention [--apply] [--database URL] [--files DIR]',
  summary:
    'Says how many records of each kind have been kept for as long as the rules say. With --apply it removes their content; their dates and hashes stay. For --apply stop the portal first, or use the button on /admin/retention.',
  run: async (args) => {
    const { apply = false, database: url, files } = optionsOf(args);
    const { databaseUrl, authToken } = placesFrom(process.env, url === undefined ? {} : { database: url });
    const { retention: file } = await loadContent(ROOT);
    const database = await openDatabase({ url: databaseUrl, ...(authToken && { authToken }), readOnly: !apply });
    try {
      return await (apply ? applyNow(database, file, files) : sayWhatIsDue(database, file));
    } finally {
      await database.close();
    }
  },
};

function optionsOf(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    const options = { apply: { type: 'boolean' }, database: text, files: text } as const;
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new Usage(error instanceof Error ? error.message : String(error));
  }
}

async function sayWhatIsDue(database: Database, file: RetentionFile): Promise<number> {
  const today = programmeDay(null);
  const due = await database.read(async (db) => {
    const { rules } = retentionOn(await readRetention(db, file), today);
    return countWhatIsDue(db, { rules, today });
  });
  for (const { group, records, trainees } of due) {
    const whose = START_OF[group] === 'closed' ? '' : `, of ${trainees} ${trainees === 1 ? 'trainee' : 'trainees'}`;
    console.log(`${GROUP_WORDS[group].name}: ${records} due${whose}`);
  }
  const isNothing = due.every(({ records }) => records === 0);
  console.log(isNothing ? 'Nothing is due.' : 'Nothing was removed. Add --apply to remove the content of what is due.');
  return 0;
}

/** The lock of a database file keeps the portal out meanwhile; on a server it may be running, and clears the files itself. */
function storeFor({ kind }: Database, dir: string): ContentStore {
  const folders = { dir, quarantine: `${dir}/quarantine`, store: `${dir}/store` };
  const isAlone = kind === 'file';
  return { removeContent: async (sha256) => (isAlone ? rm(storedPath(folders, sha256), { force: true }) : undefined) };
}

async function applyNow(database: Database, file: RetentionFile, dir?: string): Promise<number> {
  const files = storeFor(database, dir ?? (process.env.FILES_DIR || 'data/files'));
  const report = await applyRetention({ database, file, files, today: programmeDay(null), now: machineClock });
  for (const group of RECORD_GROUPS)
    console.log(`${GROUP_WORDS[group].name}: the content of ${report.removed[group]} removed`);
  if (database.kind === 'server') console.log('The portal clears the files themselves at its next start.');
  if (report.changed.length === 0) return 0;
  console.log('Left as they are, because their words do not fit their hashes. Run "npm run admin -- verify":');
  for (const { group, recordId } of report.changed) console.log(`  ${group} ${recordId}`);
  return 1;
}
