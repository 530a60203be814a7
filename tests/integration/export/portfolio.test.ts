import { describe, expect, test } from 'vitest';
import { PERSON, sha256, takenOutOnce } from './takenOut.ts';

const out = takenOutOnce();

const OF_SNAPSHOT = 'where submission_id = ?';
const seconds = (instant: string | null) => instant && new Date(instant).getTime() / 1000;

describe('the data in the file, against the database', () => {
  test('say whose it is, and in which format', () => {
    expect(out().portfolio).toMatchObject({
      format: 'pqip-portfolio',
      version: 1,
      trainee: { id: PERSON, name: 'Amara Okafor' },
    });
  });

  test('hold every piece of evidence of hers, and no draft that an assessor is still writing', () => {
    const hers = out().rows(
      'select * from evidence_items i where trainee_id = ? and (writer_id is null or exists (select 1 from submissions s where s.evidence_id = i.id)) order by created_at, id',
      PERSON,
    );
    expect(hers.length).toBeGreaterThan(3);
    expect(out().portfolio.evidence.map(({ id }) => id)).toEqual(hers.map(({ id }) => id));
    for (const [index, row] of hers.entries()) {
      const item = out().portfolio.evidence[index]!;
      expect([item.kind, seconds(item.createdAt), item.writer?.id ?? null]).toEqual([
        row['kind'],
        row['created_at'],
        row['writer_id'],
      ]);
      if (row['writer_id'] !== null) expect(item.draft).toBeNull();
      else
        expect(item.draft).toMatchObject({
          title: row['title'],
          text: row['text'],
          happenedOn: row['happened_on'],
          revision: row['revision'],
        });
    }
  });

  test('hold every snapshot, word for word', () => {
    const told = out().portfolio.evidence.flatMap(({ id, snapshots }) =>
      snapshots.map((one) => ({ evidenceId: id, ...one })),
    );
    const stored = out().rows('select * from submissions where trainee_id = ?', PERSON);
    expect(told.length).toBe(stored.length);
    for (const row of stored) {
      const one = told.find(({ id }) => id === row['id']);
      expect(one).toMatchObject({
        evidenceId: row['evidence_id'],
        number: row['number'],
        kind: row['kind'],
        title: row['title'],
        text: row['text'],
        detailsText: row['details'],
        changeNote: row['change_note'],
        sha256: row['sha256'],
        format: row['format'],
        qualificationVersion: row['qualification_version'],
      });
      expect(seconds(one!.submittedAt)).toBe(row['submitted_at']);
    }
  });

  test('hold what each snapshot claims, its files, and who signed it as a record', () => {
    for (const { id, ...one } of out().portfolio.evidence.flatMap(({ snapshots }) => snapshots)) {
      const claims = out().rows(
        `select criterion_id, where_shown from submission_claims ${OF_SNAPSHOT} order by criterion_id`,
        id,
      );
      expect(one.claims.map(Object.values)).toEqual(claims.map(Object.values));
      const fileIds = out().rows(`select file_id from submission_files ${OF_SNAPSHOT} order by position`, id);
      expect(one.files).toEqual(fileIds.map(({ file_id }) => file_id));
      const signed = out().rows(
        `select person_id, ledger_seq from record_signatures ${OF_SNAPSHOT} order by ledger_seq`,
        id,
      );
      expect(one.signatures.map(({ person, ledgerSeq }) => [person.id, ledgerSeq])).toEqual(signed.map(Object.values));
    }
  });

  test('hold every assessment with each decision, its feedback and the notes in the text', () => {
    const told = out().portfolio.evidence.flatMap(({ assessments }) => assessments);
    const stored = out().rows(
      'select a.* from assessments a join submissions s on s.id = a.submission_id where s.trainee_id = ?',
      PERSON,
    );
    expect(told.map(({ id }) => id).sort()).toEqual(stored.map(({ id }) => id as string).sort());
    for (const row of stored) {
      const one = told.find(({ id }) => id === row['id'])!;
      expect([one.comment, one.assessor.id, one.outcome, seconds(one.assessedAt)]).toEqual([
        row['comment'],
        row['assessor_id'],
        row['outcome'],
        row['assessed_at'],
      ]);
      const decided = out().rows(
        'select criterion_id, outcome, feedback from criterion_decisions where assessment_id = ? order by criterion_id',
        one.id,
      );
      expect(one.decisions.map(Object.values)).toEqual(decided.map(Object.values));
      const notes = out().rows(
        'select starts_at, ends_at, note from assessment_annotations where assessment_id = ? order by position',
        one.id,
      );
      expect(one.annotations.map(Object.values)).toEqual(notes.map(Object.values));
    }
  });

  test('hold every signature, with what it rests on', () => {
    const stored = out().rows(
      'select id, subject, subject_id, round, signed_by, ledger_seq from portfolio_sign_offs where trainee_id = ? order by ledger_seq',
      PERSON,
    );
    expect(stored.length).toBeGreaterThan(0);
    expect(
      out().portfolio.signOffs.map((one) => [
        one.id,
        one.subject,
        one.subjectId,
        one.round,
        one.signedBy.id,
        one.ledgerSeq,
      ]),
    ).toEqual(stored.map(Object.values));
    for (const { id, basis } of out().portfolio.signOffs)
      expect(basis.map(({ assessmentId }) => assessmentId).sort()).toEqual(
        out()
          .rows('select assessment_id from sign_off_basis where sign_off_id = ? order by assessment_id', id)
          .map(({ assessment_id }) => assessment_id),
      );
  });

  test('hold her own ratings, the plan, the witnesses and why passages may stand', () => {
    expect(out().portfolio.ratings.map(({ criterionId, rating }) => [criterionId, rating])).toEqual(
      out()
        .rows('select criterion_id, rating from criterion_ratings where trainee_id = ? order by criterion_id', PERSON)
        .map(Object.values),
    );
    expect(out().portfolio.plan).toContainEqual(
      expect.objectContaining({
        id: 'p1',
        criteria: ['1.1', '1.2'],
        plannedBy: { id: 'daniel', name: expect.any(String) },
      }),
    );
    const answers = out().rows(
      'select w.evidence_id, w.text from witness_answers w join evidence_items i on i.id = w.evidence_id where i.trainee_id = ?',
      PERSON,
    );
    for (const { evidence_id, text: words } of answers)
      expect(out().portfolio.evidence.find(({ id }) => id === evidence_id)?.witness?.answer?.text).toBe(words);
    expect(out().portfolio.evidence.flatMap(({ draft }) => draft?.justifications ?? [])).toEqual([
      { place: 'text', kind: 'name', reason: 'Made up <for> training' },
    ]);
  });
});

describe('files', () => {
  test('are there byte for byte, under names that every system can unpack', () => {
    const one = out().portfolio.files.find(({ id }) => id === out().kept.id)!;
    expect(one.path).toMatch(/^files\/\d{3}-[\p{L}\p{N}._-]+\.pdf$/u);
    expect(sha256(out().files.get(one.path!)!)).toBe(out().kept.sha256);
    expect(new Set(out().portfolio.files.map(({ path }) => path)).size).toBe(out().portfolio.files.length);
  });

  test('whose content was removed are told with their hash, and are not there', () => {
    expect(out().portfolio.files.find(({ id }) => id === out().gone.id)).toMatchObject({
      path: null,
      sha256: out().gone.sha256,
      removal: { reason: 'Its time was over', sha256: out().gone.sha256 },
    });
    expect(out().text('index.html')).toContain(out().gone.sha256);
  });

  test('all stand in the manifest with their SHA-256, and nothing else does', () => {
    const lines = out()
      .text('MANIFEST.txt')
      .trim()
      .split('\n')
      .map((line) => line.split('  '));
    const others = [...out().files].filter(([path]) => path !== 'MANIFEST.txt');
    expect(lines).toEqual(others.map(([path, content]) => [sha256(content), path]));
  });
});
