import { existsSync, readFileSync } from 'node:fs';
import { openDatabase } from '#db/client.ts';
import { databaseFile, openSource, shown, type Source } from '../../verify/source.ts';
import type { Places } from '../places.ts';
import { good, note, problem, reason, type Sign } from './sign.ts';

/** Does it open, is it at the newest version, whole, and is somebody using it? */
export async function databaseChecks({ databaseUrl, authToken }: Places): Promise<Sign[]> {
  try {
    const database = await openDatabase({ url: databaseUrl, ...(authToken ? { authToken } : {}), readOnly: true });
    await database.close();
    const source = await openSource(databaseUrl, authToken);
    const signs = await examine(source).finally(() => source.close());
    return [good(`${databaseUrl} opens and is at the newest version`), ...signs, ...running(databaseUrl)];
  } catch (error) {
    return [problem(`${databaseUrl}: ${reason(error)}`)];
  }
}

async function examine(source: Source): Promise<Sign[]> {
  const [version] = await source.all('SELECT sqlite_version() AS version');
  const [journal] = await source.all('PRAGMA journal_mode');
  const lines = (await source.all('PRAGMA quick_check(5)')).map((row) => shown(row.quick_check));
  const broken = await source.all('PRAGMA foreign_key_check');
  const [demo] = await source.all('SELECT made_on FROM demo_programme');
  return [
    note(`read with SQLite ${shown(version?.version)}, journal ${shown(journal?.journal_mode)}`),
    lines.join() === 'ok' ? good('the database is whole') : problem(`the database is damaged: ${lines.join('; ')}`),
    broken.length === 0 ? good('every reference stands') : problem(`${broken.length} rows point at rows that are gone`),
    ...(demo ? [note(`this is a demo programme, made on ${shown(demo.made_on)}`)] : []),
  ];
}

function running(databaseUrl: string): Sign[] {
  const file = databaseFile(databaseUrl);
  if (file === null) return [];
  const lock = `${file}.lock`;
  if (!existsSync(lock)) return [note('no portal has the database open')];
  return [
    note(
      `a portal has the database open, or was ended by force: ${readFileSync(lock, 'utf8').trim().replaceAll('\n', ', ')}`,
    ),
  ];
}
