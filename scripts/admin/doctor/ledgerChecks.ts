import { readAnchors } from '../../verify/anchors.ts';
import { databaseName, openSource, shown } from '../../verify/source.ts';
import type { Places } from '../places.ts';
import { good, note, problem, reason, type Sign } from './sign.ts';

/** How long the ledger is and how far it is anchored. Whether it is genuine is for `verify` to say. */
export async function ledgerChecks(places: Places): Promise<Sign[]> {
  try {
    const sizes = anchoredSizes(places);
    const { entries, newest } = await ledgerSize(places);
    const ledger = good(
      `the ledger has ${entries} entries${newest ? `, the newest of ${newest}` : ''}; "npm run admin -- verify" checks them`,
    );
    return [ledger, anchorSign(entries, sizes)];
  } catch (error) {
    return [problem(`ledger: ${reason(error)}`)];
  }
}

/** Sizes of the anchors made for this address; where there are none (a copy, a restored file), of all. */
function anchoredSizes({ anchorsDir, databaseUrl }: Places): number[] {
  const name = databaseName(databaseUrl);
  const { anchors } = readAnchors(anchorsDir);
  const here = anchors.filter(({ database }) => database === name);
  return (here.length > 0 ? here : anchors).map(({ size }) => size);
}

async function ledgerSize({ databaseUrl, authToken }: Places): Promise<{ entries: number; newest: string | null }> {
  const source = await openSource(databaseUrl, authToken);
  try {
    const [row] = await source.all(
      "SELECT count(*) AS entries, strftime('%Y-%m-%d %H:%M:%S UTC', max(recorded_at), 'unixepoch') AS newest FROM ledger_entries",
    );
    return { entries: Number(row?.entries), newest: row?.newest ? shown(row.newest) : null };
  } finally {
    await source.close();
  }
}

function anchorSign(entries: number, sizes: readonly number[]): Sign {
  const newest = Math.max(0, ...sizes);
  const words = `${sizes.length} anchors, the newest for ${newest} entries`;
  if (newest > entries) return problem(`${words}: that is more than the ledger has`);
  if (newest < entries) return note(`${words}: the portal anchors the rest when it starts`);
  return good(words);
}
