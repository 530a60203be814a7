import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addAssessment, addEvidence, addSubmission, AT, inserter } from '../support/demoRecords.ts';
import { addFile, FILE_CONTENT, keepFileContent } from '../support/fileRecords.ts';
import { addRecordDraft } from '../support/records.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { upload, uploadHalf } from '../support/uploads.ts';
import { changeBeside } from './recordForms.ts';
import { soundOf } from './hostile/recordings.ts';

const portal = servedPortal({
  prepare: (database) => {
    const insert = inserter(database);
    for (const id of ['open', 'sent', 'full']) addEvidence(insert, { id, traineeId: 'amara' });
    addEvidence(insert, { id: 'toms', traineeId: 'tom' });
    addSubmission(insert, { id: 'sent-1', evidenceId: 'sent', traineeId: 'amara' });
    const hers = { uploadedBy: 'amara' };
    addFile(insert, { id: 'in-draft', evidenceId: 'open', ...hers });
    addFile(insert, { id: 'handed-in', evidenceId: 'sent', submissionId: 'sent-1', ...hers });
    addFile(insert, { id: 'waiting', evidenceId: 'sent', submissionId: 'sent-1', scan: 'pending', ...hers });
    addFile(insert, { id: 'harmful', evidenceId: 'sent', submissionId: 'sent-1', scan: 'infected', ...hers });
    for (let file = 0; file < 10; file += 1)
      addFile(insert, { id: `full-${String(file)}`, evidenceId: 'full', ...hers });
    addEvidence(insert, { id: 'ioans', traineeId: 'ioan' });
    addSubmission(insert, { id: 'ioans-1', evidenceId: 'ioans', traineeId: 'ioan' });
    addAssessment(insert, { id: 'in-training', submissionId: 'ioans-1', assessorId: 'owen', inTraining: true });
    addFile(insert, { id: 'countersigned', evidenceId: 'ioans', submissionId: 'ioans-1', uploadedBy: 'ioan' });
    addEvidence(insert, { id: 'back', traineeId: 'amara' });
    addSubmission(insert, { id: 'back-1', evidenceId: 'back', traineeId: 'amara' });
    insert('withdrawals', { submission_id: 'back-1', withdrawn_at: AT });
    addFile(insert, { id: 'taken-back', evidenceId: 'back', submissionId: 'back-1', ...hers });
    addRecordDraft(insert, { id: 'daniels', traineeId: 'amara', writerId: 'daniel' });
    keepFileContent(database.location() ?? '');
  },
});

const sound = { name: 'talk.mp3', declared: 'audio/mpeg', bytes: soundOf() };
const filesIn = (evidenceId: string) =>
  portal().rows('select id, uploaded_by from evidence_files where evidence_id = ?', evidenceId);

describe('a file is read by those who may read its evidence', () => {
  test.each([
    ['her own, in a draft', 'amara', 'in-draft', 200],
    ['in a draft, by her assessor', 'daniel', 'in-draft', 404],
    ['in a draft, by her tutor', 'ruth', 'in-draft', 404],
    ['handed in, by her assessor', 'daniel', 'handed-in', 200],
    ['handed in, by another trainee', 'tom', 'handed-in', 404],
    ['handed in, by a tutor of another cohort', 'gwen', 'handed-in', 404],
    ['handed in, by a quality assurer without it in a sample', 'venetia', 'handed-in', 404],
    ['handed in, by an administrator', 'harvey', 'handed-in', 403],
    ['taken back, by her assessor', 'daniel', 'taken-back', 404],
    ['taken back, by herself', 'amara', 'taken-back', 200],
    ['under decisions of an assessor in training, by who countersigns them', 'joan', 'countersigned', 200],
    ['under decisions of an assessor in training, by another assessor', 'daniel', 'countersigned', 404],
    ['that waits for the scanner, by its owner', 'amara', 'waiting', 409],
    ['that was harmful, by its owner', 'amara', 'harmful', 404],
    ['that never was', 'amara', 'nothing', 404],
  ])('%s', async (_story, person, id, status) => {
    const answer = await (await portal().signIn(person)).get(`/portfolio/files/${id}`);
    expect(answer.status).toBe(status);
    expect(answer.text === FILE_CONTENT).toBe(status === 200);
  });

  test('and by nobody who is not signed in', async () => {
    expect((await portal().visitor().get('/portfolio/files/handed-in')).location).toContain('/sign-in');
  });

  test('of the demo the files are there, whole: for her who put them on her evidence, and at the desk they wait on', async () => {
    for (const [person, id, status] of [
      ['amara', 'demo-file-plan', 200],
      ['daniel', 'demo-file-plan', 200],
      ['daniel', 'demo-file-notes', 200],
      ['amara', 'demo-file-hours', 200],
      ['daniel', 'demo-file-hours', 404],
    ] as const) {
      const answer = await (await portal().signIn(person)).get(`/portfolio/files/${id}`);
      expect(answer.status, `${person} ${id}`).toBe(status);
      const [row] = portal().rows('select size_bytes from evidence_files where id = ?', id);
      if (status === 200) expect(answer.headers.get('content-length')).toBe(String(row?.['size_bytes']));
    }
    const desk = await (await portal().signIn('daniel')).get('/assess/amara-evidence-3-1');
    expect(desk.text).toContain('href="/portfolio/files/demo-file-plan"');
  });

  test('HEAD says how long it is and sends nothing, and no part of it is served', async () => {
    const amara = await portal().signIn('amara');
    const head = await amara.send('/portfolio/files/handed-in', { method: 'HEAD' });
    expect(head).toMatchObject({ status: 200, text: '' });
    expect(head.headers.get('content-length')).toBe(String(FILE_CONTENT.length));
    const part = await amara.get('/portfolio/files/handed-in', { range: 'bytes=0-3' });
    expect(part).toMatchObject({ status: 200, text: FILE_CONTENT });
    expect(part.headers.get('accept-ranges')).toBe('none');
  });
});

describe('a file is added by whoever writes the evidence', () => {
  test.each([
    ['another trainee', 'tom'],
    ['her assessor, who writes no record here', 'daniel'],
  ])('and not by %s', async (_story, person) => {
    const client = await portal().signIn(person);
    expect((await upload(client, { ...sound, evidenceId: 'open' })).status).toBe(404);
    expect(filesIn('open')).toHaveLength(1);
  });

  test('nor by a tutor, nor by anybody who is not signed in', async () => {
    expect((await upload(await portal().signIn('ruth'), { ...sound, evidenceId: 'open' })).status).toBe(403);
    expect((await upload(portal().visitor(), { ...sound, evidenceId: 'open' })).status).toBe(401);
  });

  test('nor by an assessor whose assignment ended while the upload ran', async () => {
    const daniel = await portal().signIn('daniel');
    const finish = uploadHalf(daniel, { ...sound, evidenceId: 'daniels' });
    const quarantine = join(dirname(portal().databasePath), 'files/quarantine');
    await expect.poll(() => readdirSync(quarantine).length, { timeout: 5000 }).toBe(1);
    changeBeside(
      portal(),
      `update assignments set ends_on = starts_on where person_id = 'daniel' and trainee_id = 'amara' and kind = 'assessor'`,
    );
    expect(await finish()).toBe(404);
    expect(filesIn('daniels')).toEqual([]);
    expect(readdirSync(quarantine)).toEqual([]);
  });

  test('nor by somebody whose account was switched off while the upload ran', async () => {
    const finish = uploadHalf(await portal().signIn('tom'), { ...sound, evidenceId: 'toms' });
    const quarantine = join(dirname(portal().databasePath), 'files/quarantine');
    await expect.poll(() => readdirSync(quarantine).length, { timeout: 5000 }).toBe(1);
    changeBeside(portal(), `update people set disabled_at = ? where id = 'tom'`, AT);
    expect(await finish()).toBe(401);
    expect([filesIn('toms'), readdirSync(quarantine)]).toEqual([[], []]);
    changeBeside(portal(), `update people set disabled_at = null where id = 'tom'`);
  });

  test('nor from a page that somebody else had opened', async () => {
    const tom = await portal().signIn('tom');
    expect((await upload(tom, { ...sound, evidenceId: 'toms', owner: 'amara' })).status).toBe(403);
    expect(filesIn('toms')).toEqual([]);
  });

  test('sent twice at once it is one file, and the id of another’s file is no way to it', async () => {
    const [tom, amara] = [await portal().signIn('tom'), await portal().signIn('amara')];
    const id = randomUUID();
    const both = [1, 2].map(() => upload(tom, { ...sound, evidenceId: 'toms', id }));
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([201, 201]);
    expect(filesIn('toms')).toEqual([{ id, uploaded_by: 'tom' }]);
    expect((await upload(amara, { ...sound, evidenceId: 'open', id })).status).toBe(409);
    expect(filesIn('toms')).toEqual([{ id, uploaded_by: 'tom' }]);
  });

  test('and not past its limits, with or without a script', async () => {
    const amara = await portal().signIn('amara');
    const asked = await upload(amara, { ...sound, evidenceId: 'full' });
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('There are 10 files here already');
    const plain = await upload(amara, { ...sound, evidenceId: 'full', asJson: false });
    expect(plain.location).toBe('/portfolio/evidence/full?file-problem=too_many_on_item');
    expect(filesIn('full')).toHaveLength(10);
  });

  test.each([
    ['no id', '/portfolio/files?evidenceId=open'],
    ['no evidence', `/portfolio/files?id=${randomUUID()}`],
    ['an id that is none', '/portfolio/files?evidenceId=open&id=1'],
    ['a page that is none', `/portfolio/files?evidenceId=open&id=${randomUUID()}&page=//evil.example`],
  ])('and not with %s', async (_story, address) => {
    const amara = await portal().signIn('amara');
    const form = new FormData();
    form.append('file', new File([new Uint8Array(sound.bytes)], sound.name));
    const headers = { origin: amara.url, 'sec-fetch-site': 'same-origin' };
    expect((await amara.send(address, { method: 'POST', body: form, headers })).status).toBe(400);
  });
});

test('nothing of a file, its name or its evidence is in the log', () => {
  const log = JSON.stringify(portal().log());
  for (const words of ['talk.mp3', 'plan.pdf', 'in-draft', 'evidenceId', 'toms']) expect(log).not.toContain(words);
});
