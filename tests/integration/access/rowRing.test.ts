import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase, type Reader } from '#db/client.ts';
import { listAssessedTrainees } from '#db/queries/assessedTrainees.ts';
import { listQueueFacts } from '#db/queries/assessorQueue.ts';
import { listLatestAllocations } from '#db/queries/caseload.ts';
import { listHistoryFacts } from '#db/queries/caseloadHistory.ts';
import { listAssignedTrainees, listCohorts, listCohortTrainees } from '#db/queries/cohorts.ts';
import { listExternalSample } from '#db/queries/externalGrants.ts';
import { listMatterFacts } from '#db/queries/matters.ts';
import { listThreads } from '#db/queries/messages/answers.ts';
import { listMembers, listRecipients, listSent } from '#db/queries/messages/messages.ts';
import { listOwnDecisions } from '#db/queries/ownDecisions.ts';
import { listColleagues } from '#db/queries/peerSessions/plan.ts';
import { listLedDays } from '#db/queries/peerSessions/rota.ts';
import { listPeerSessions } from '#db/queries/peerSessions/sessions.ts';
import { listSwaps } from '#db/queries/peerSessions/swaps.ts';
import { listSampledSubmissions } from '#db/queries/submissions.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { writeDemo } from '../../../scripts/demo/write.ts';
import { aViewer } from '../../support/viewer.ts';

const NOW = new Date('2026-11-19T10:00:00Z');
const TODAY = '2026-11-19';

const amara = aViewer('amara', { roles: ['trainee'], memberOf: ['london'] });
const nia = aViewer('nia', { roles: ['trainee'], memberOf: ['wales'] });
const ruth = aViewer('ruth', { roles: ['tutor'], tutorOf: ['london'] });
const gwen = aViewer('gwen', { roles: ['tutor'], tutorOf: ['wales'] });
const daniel = aViewer('daniel', { roles: ['assessor'], assessorOf: ['amara', 'tom'] });
const kerry = aViewer('kerry', { roles: ['manager'], managerOf: ['amara', 'tom'] });
const venetia = aViewer('venetia', { roles: ['verifier'] });
const edith = aViewer('edith', { roles: ['external'], externalOf: ['amara-more-2-1'] });
const harvey = aViewer('harvey', { roles: ['admin'] });

/** The same people on the day after their last assignment, or their role, has ended. */
const after = ({ id, roles }: Viewer) => aViewer(id, { roles });
const ROLELESS_VENETIA = aViewer('venetia', { roles: ['trainee'] });
const EVERYBODY = {
  amara,
  nia,
  ruth,
  gwen,
  daniel,
  kerry,
  venetia,
  edith,
  harvey,
  'a stranger': aViewer('stranger'),
  'Ruth afterwards': after(ruth),
  'Daniel afterwards': after(daniel),
  'Kerry afterwards': after(kerry),
  'Edith afterwards': after(edith),
  'Venetia without the role': ROLELESS_VENETIA,
};
type Name = keyof typeof EVERYBODY;

interface Narrowed {
  readonly ask: (db: Reader, viewer: Viewer) => Promise<readonly unknown[]>;
  /** Whoever is not here gets no row. */
  readonly sees: Partial<Record<Name, number>>;
}

/** Everybody whose history might be asked for. */
const TRAINEES = ['amara', 'tom', 'priya', 'kofi', 'nia', 'rhys', 'nobody'];

/** Every query that takes a viewer: how many rows each person may see, asked without any check in front of it. */
const QUERIES: Readonly<Record<string, Narrowed>> = {
  listCohorts: { ask: listCohorts, sees: { ruth: 1, gwen: 1 } },
  listCohortTrainees: { ask: (db, who) => listCohortTrainees(db, who, 'london'), sees: { ruth: 16 } },
  listAssignedTrainees: { ask: listAssignedTrainees, sees: { daniel: 2, kerry: 2 } },
  listAssessedTrainees: { ask: listAssessedTrainees, sees: { daniel: 2 } },
  listQueueFacts: {
    ask: (db, who) => listQueueFacts(db, who, { day: TODAY, releasedId: 'amara-evidence-2-1' }),
    sees: { daniel: 5 },
  },
  // Of her own decisions everything but whom and what they were about, once she no longer assesses them.
  listOwnDecisions: {
    ask: async (db, who) =>
      (await listOwnDecisions(db, who, { before: 4_000_000_000, checkedOnly: false })).filter(
        ({ about }) => about !== null,
      ),
    sees: { daniel: 4 },
  },
  listSampledSubmissions: { ask: listSampledSubmissions, sees: { venetia: 3 } },
  listExternalSample: { ask: listExternalSample, sees: { edith: 1 } },
  listHistoryFacts: {
    ask: (db, who) => listHistoryFacts(db, who, TRAINEES),
    sees: { amara: 1, nia: 1, ruth: 4, gwen: 2, kerry: 2 },
  },
  listMatterFacts: {
    ask: async (db, who) => [...new Set((await listMatterFacts(db, who, TODAY)).map(({ traineeId }) => traineeId))],
    sees: { amara: 1, nia: 1, ruth: 16, gwen: 9, kerry: 2 },
  },
  listLatestAllocations: { ask: listLatestAllocations, sees: { kerry: 10 } },
  listSent: { ask: listSent, sees: { ruth: 2 } },
  listMembers: { ask: (db, who) => listMembers(db, who, 'london'), sees: { ruth: 16 } },
  listRecipients: {
    ask: async (db, who) => (await listRecipients(db, who, 'message-peer')).here,
    sees: { ruth: 16 },
  },
  listThreads: { ask: async (db, who) => [...(await listThreads(db, who, 'message-peer'))], sees: { ruth: 2 } },
  listPeerSessions: { ask: (db, who) => listPeerSessions(db, who, 'london'), sees: { amara: 8, ruth: 8 } },
  listSwaps: { ask: (db, who) => listSwaps(db, who, 'london'), sees: { ruth: 1 } },
  listLedDays: { ask: (db, who) => listLedDays(db, who, 'london'), sees: { ruth: 8 } },
  listColleagues: {
    ask: (db, who) => listColleagues(db, who, { cohortId: 'london', from: TODAY }),
    sees: { amara: 15 },
  },
};

const folder = mkdtempSync(join(tmpdir(), 'portal-rows-'));
let database: Database;

beforeAll(async () => {
  const url = pathToFileURL(join(folder, 'portal.db')).href;
  await writeDemo({
    url,
    keysDir: join(folder, 'keys'),
    anchorsDir: join(folder, 'anchors'),
    traineeCount: 25,
    now: NOW,
  });
  database = await openDatabase({ url });
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a list gives nobody a row that is not hers to see, even where nobody asked the policy first', () => {
  test('every query that takes a viewer is here', () => {
    const queries = fileURLToPath(new URL('../../../db/queries/', import.meta.url));
    const files = readdirSync(queries, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const texts = files.map((name) => readFileSync(join(queries, name), 'utf8'));
    const narrowed = texts.flatMap((text) =>
      Array.from(text.matchAll(/export async function (\w+)\([^)]*viewer: Viewer/g), ([, name = '']) => name),
    );
    expect(narrowed.sort()).toEqual(Object.keys(QUERIES).sort());
  });

  test.each(Object.entries(QUERIES))('%s', async (_name, { ask, sees }) => {
    const rows: [string, number][] = [];
    for (const [name, who] of Object.entries(EVERYBODY))
      rows.push([name, (await database.read((db) => ask(db, who))).length]);
    expect(Object.fromEntries(rows)).toEqual({ ...Object.fromEntries(rows.map(([name]) => [name, 0])), ...sees });
  });
});
