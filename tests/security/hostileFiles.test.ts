import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FILE_PROBLEMS, type FileProblem } from '#src/domain/files/problems.ts';
import { TYPE_FACTS } from '#src/domain/files/types.ts';
import { hasClamd, type RunningClamd, startClamd } from '../support/clamd.ts';
import { addEvidence, inserter } from '../support/demoRecords.ts';
import type { Answer, PortalClient } from '../support/portalClient.ts';
import { type PortalServer, startPortal } from '../support/portalServer.ts';
import { upload } from '../support/uploads.ts';
import { HOSTILE_ARCHIVES } from './hostile/archives.ts';
import { HOSTILE_DOCUMENTS } from './hostile/documents.ts';
import { HIDING_PDFS } from './hostile/hiddenPdfs.ts';
import type { Harmless, HostileFile } from './hostile/hostileFile.ts';
import { HOSTILE_NAMES } from './hostile/names.ts';
import { HOSTILE_PDFS } from './hostile/pdfs.ts';
import { HOSTILE_PICTURES } from './hostile/pictures.ts';
import { HOSTILE_RECORDINGS } from './hostile/recordings.ts';

const CORPUS = [
  ...HOSTILE_PDFS,
  ...HIDING_PDFS,
  ...HOSTILE_DOCUMENTS,
  ...HOSTILE_ARCHIVES,
  ...HOSTILE_PICTURES,
  ...HOSTILE_RECORDINGS,
  ...HOSTILE_NAMES,
];
/** Nobody may upload more than twenty files a minute. */
const EACH = 15;

let clamd: RunningClamd | null = null;
let portal: PortalServer;
let trainees: { id: string; client: PortalClient }[] = [];
const answers: Answer[] = [];

beforeAll(async () => {
  clamd = hasClamd ? await startClamd() : null;
  const wanted = Math.ceil(CORPUS.length / EACH);
  portal = await startPortal({
    env: clamd ? { CLAMD_SOCKET: clamd.socket } : {},
    prepare: (database) => {
      const people = database
        .prepare('select trainee_id from cohort_memberships where left_on is null limit ?')
        .all(wanted);
      for (const { trainee_id: id } of people)
        addEvidence(inserter(database), { id: `hostile-${String(id)}`, traineeId: String(id) });
    },
  });
  const ids = portal
    .rows("select trainee_id from evidence_items where id like 'hostile-%'")
    .map((row) => String(row['trainee_id']));
  trainees = await Promise.all(ids.map(async (id) => ({ id, client: await portal.signIn(id) })));
});
afterAll(async () => {
  await portal.stop();
  await clamd?.stop();
});

const problemOf = ({ text }: Answer) => (JSON.parse(text) as { problem?: FileProblem }).problem;

/** Sends one file of the corpus as the trainee whose turn it is. */
async function send(file: HostileFile, place: number): Promise<Answer> {
  const trainee = trainees[Math.floor(place / EACH)];
  if (!trainee) throw new Error('There are too few trainees for the corpus.');
  const evidenceId = `hostile-${trainee.id}`;
  const { name, declared } = file;
  const answer = await upload(trainee.client, {
    evidenceId,
    name,
    declared,
    bytes: await file.bytes(),
    id: idOf(place),
  });
  answers.push(answer);
  return answer;
}

const idOf = (place: number) => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;

/** What was kept is named well, served to be saved and as its own type, and holds nothing of what was hung on to it. */
async function expectHarmless({ name = /./u, without = [] }: Harmless, place: number): Promise<void> {
  const [row] = portal.rows('select name, type from evidence_files where id = ?', idOf(place));
  const { client } = trainees[Math.floor(place / EACH)] ?? {};
  expect(row?.['name']).toEqual(typeof name === 'string' ? name : expect.stringMatching(name));
  const answer = await client?.get(`/portfolio/files/${idOf(place)}`);
  const { status, headers, text } = answer ?? { status: 0, headers: new Headers(), text: '' };
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe(TYPE_FACTS[row?.['type'] as 'pdf'].served);
  expect(headers.get('content-disposition')).toMatch(
    /^attachment; filename="[\w .()-]+"; filename\*=UTF-8''[\w%.~-]+$/,
  );
  expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  for (const words of without) expect(text).not.toContain(words);
}

describe('a hostile file is refused or made harmless', () => {
  const rows = CORPUS.map((file, place) => ({ ...file, place }));

  test('there are enough of them', () => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(CORPUS.map(({ story }) => story)).size).toBe(CORPUS.length);
  });

  test.concurrent.for(rows.filter(({ needsScanner }) => !needsScanner))('$story', async (file, context) => {
    const { fate, place } = file;
    const answer = await send(file, place);
    if ('length' in fate) {
      context.expect(fate, answer.text).toContain(problemOf(answer));
      context.expect(answer.text).toContain(FILE_PROBLEMS[problemOf(answer) ?? 'missing']);
      return;
    }
    context.expect(answer.status, answer.text).toBe(201);
    await expectHarmless(fate, place);
  });

  describe.skipIf(!hasClamd)('by a real scanner', () => {
    test.for(rows.filter(({ needsScanner }) => needsScanner))('$story', async (file) => {
      expect(problemOf(await send(file, file.place))).toBe('infected');
    });

    test('and what was taken was seen by it', () => {
      const scans = "select distinct scan from evidence_files where evidence_id like 'hostile-%'";
      expect(portal.rows(scans)).toEqual([{ scan: 'clean' }]);
    });
  });

  test('not one of them made the portal stumble, none is written down, and nothing is left in quarantine', () => {
    expect(answers.length).toBeGreaterThanOrEqual(60);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    const taken = answers.filter(({ status }) => status === 201).length;
    const kept = "select count(*) as files from evidence_files where evidence_id like 'hostile-%'";
    expect(portal.rows(kept)).toEqual([{ files: taken }]);
    const folder = join(dirname(portal.databasePath), 'files');
    expect(readdirSync(join(folder, 'quarantine'))).toEqual([]);
    expect(portal.log().filter(({ level }) => level === 'error')).toEqual([]);
  });
});
