import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { listSignOffsOfTrainee } from '#db/queries/signing.ts';
import { appointments } from '#db/schema/index.ts';
import { writeDemo } from '../../../scripts/demo/write.ts';
import { type PortalServer, startPortal } from '../../support/portalServer.ts';
import { canRunSqld, type SqldServer, startSqld } from '../../support/sqldServer.ts';

const SUBMISSION = 'amara-evidence-3-1';

/** Every field of a page's forms that the browser would send unseen. */
function hiddenFields(page: string): Record<string, string> {
  const inputs = page.match(/<input type="hidden"[^>]*>/g) ?? [];
  return Object.fromEntries(
    inputs.map((input) => [/name="([^"]+)"/.exec(input)?.[1] ?? '', /value="([^"]*)"/.exec(input)?.[1] ?? '']),
  );
}

describe.skipIf(!canRunSqld)('the built portal on a libSQL server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-on-server-'));
  const places = { keysDir: join(folder, 'keys'), anchorsDir: join(folder, 'anchors') };
  let server: SqldServer;
  let portal: PortalServer;
  beforeAll(async () => {
    server = await startSqld();
    await writeDemo({ ...places, url: server.url, traineeCount: 25, now: null });
    const env = { DATABASE_URL: server.url, KEYS_DIR: places.keysDir, ANCHORS_DIR: places.anchorsDir };
    portal = await startPortal({ env });
  });
  afterAll(async () => {
    await portal.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    [
      'amara',
      ['/', '/modules', '/modules/parole-recall', '/progress', '/portfolio', '/caseload', '/placements', '/account'],
    ],
    ['amara', ['/week', '/study-time', '/supervision', '/wellbeing', '/placements/offers', '/placements/readiness']],
    ['tom', ['/trainees/tom/caseload', '/trainees/tom/study-time', '/trainees/tom/supervision']],
    ['ruth', ['/', '/cohorts/london', '/cohorts/london/caseloads', '/cohorts/london/study-time', '/trainees/tom']],
    ['ruth', ['/trainees/tom/week', '/trainees/tom/supervision', '/trainees/tom/study-time', '/trainees/tom/caseload']],
    ['kerry', ['/caseload', '/caseload/allocate?tier=C2&kind=community', '/caseload/reductions/tom']],
    ['harvey', ['/admin', '/admin/office', '/admin/placements', '/admin/weeks']],
  ])('%s finds her pages', async (...[person, paths]) => {
    const client = await portal.signIn(person);
    for (const path of paths) expect((await client.get(path)).status, path).toBe(200);
  });

  test('a tick counts', async () => {
    const amara = await portal.signIn('amara');
    const page = '/modules/parole-recall';
    const ticked = /name="sectionId" value="([^"]+)"/.exec((await amara.get(page)).text)?.[1] ?? '';
    const answer = await amara.post(`${page}?_action=progress.tick`, {
      moduleId: 'parole-recall',
      sectionId: ticked,
      ticked: 'yes',
    });
    expect(answer.status).toBe(303);
  });

  test('at the same moment a form is taken once, and a day takes as many appointments as it holds', async () => {
    const amara = await portal.signIn('amara');
    const day = new Date(Date.now() + 45 * 86_400_000).toISOString().slice(0, 10);
    const times = { day, startsAt: '09:00', endsAt: '10:00', basedOn: '0', despite: 'yes' };
    const atOnce = async (fields: () => Record<string, string>) => {
      const posts = Array.from({ length: 25 }, () => amara.post('/week?_action=week.saveAppointment', fields()));
      return (await Promise.all(posts)).filter(({ status }) => status === 303).length;
    };
    const id = randomUUID();
    expect(await atOnce(() => ({ ...times, id, title: 'The same' }))).toBe(25);
    expect(await atOnce(() => ({ ...times, id: randomUUID(), title: 'Another' }))).toBe(19);
    const database = await openDatabase({ url: server.url, readOnly: true });
    const kept = await database.read((db) => db.select().from(appointments).where(eq(appointments.day, day)));
    await database.close();
    expect(kept.filter(({ traineeId }) => traineeId === 'amara')).toHaveLength(20);
  });

  test('an assessor decides and signs, and the signature is kept', async () => {
    const daniel = await portal.signIn('daniel');
    const page = await daniel.get(`/assess/${SUBMISSION}`);
    const decisions = [...page.text.matchAll(/name="(decision-[\d.]+)"/g)].map(([, name]) => [name, 'met']);
    const fields = { ...hiddenFields(page.text), ...(Object.fromEntries(decisions) as Record<string, string>) };
    const decided = await daniel.post(`/assess/${SUBMISSION}?_action=assess.decide`, fields);
    expect(decided.status).toBe(303);
    const signPage = '/assess/trainees/amara/sign';
    const { text } = await daniel.get(signPage);
    const chosen = /name="chosen"[^>]*value="([\d.]+)"/.exec(text)?.[1] ?? '';
    const signing = { ...hiddenFields(text), chosen, password: 'protect-the-study-day' };
    const signed = await daniel.post(`${signPage}?_action=signing.sign`, signing);
    expect(signed.location).toBe(`${signPage}?signed=criterion&what=${chosen}`);
    const database = await openDatabase({ url: server.url, readOnly: true });
    const kept = await database.read((db) => listSignOffsOfTrainee(db, 'amara'));
    await database.close();
    expect(kept.at(-1)).toMatchObject({ subjectId: chosen, signedBy: 'daniel' });
  });
});
