import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { addAssessment, addEvidence, addHandedIn, CRITERIA, endCases, inserter } from '../support/demoRecords.ts';
import type { Fields } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

/** The id of an assessment that there is already. */
const TAKEN = '5f0c6a52-1111-4a5b-8c1d-5a1b2c3d4e5f';

function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  addEvidence(insert, { id: 'draft', traineeId: 'amara' });
  addHandedIn(insert, { id: 'sent', traineeId: 'amara' });
  endCases(database, 'amara');
  addHandedIn(insert, { id: 'open', traineeId: 'amara' });
  addHandedIn(insert, { id: 'decided', traineeId: 'amara' });
  addAssessment(insert, { id: TAKEN, submissionId: 'decided-1', assessorId: 'daniel' });
}

const portal = servedPortal({ prepare });

/** Columns and fields that a form has no business to set. */
const WHO =
  'traineeId=tom&trainee_id=tom&personId=tom&person_id=tom&managerId=salma&assessorId=joan&assessor_id=joan&signedBy=joan&viewer.id=tom';
const WHAT = `outcome=to_sign&revision=99&number=99&qualificationVersion=other&availablePoints=99999&usedPointsBefore=0&usedPointsAfter=0&sha256=${'f'.repeat(64)}`;
const RIGHTS =
  'role=admin&roles=admin&roles=tutor&isAdmin=true&cohortId=wales&viewer.roles=admin&passwordHash=x&email=new@pqip.example&name=Somebody&disabledAt=2001-01-01';
const WHEN = ['saved', 'created', 'submitted', 'proposed', 'agreed', 'allocated', 'ticked', 'completed'].map(
  (what) => `${what}At=2001-01-01`,
);
const ODD = '__proto__=x&constructor.prototype=x&__proto__.roles=admin';
const EXTRA: Fields = Object.fromEntries(new URLSearchParams([WHO, WHAT, RIGHTS, ...WHEN, ODD].join('&')));

const JUST_NOW = Math.floor(Date.now() / 1000) - 60;
const one = (sql: string, ...values: string[]) => portal().rows(sql, ...values)[0];
const people = () =>
  portal().rows(
    `select id, email, name, password_hash, disabled_at, (select group_concat(role) from person_roles where person_id = people.id) as roles from people order by id`,
  );

async function send(person: string, page: string, action: string, fields: Fields) {
  const client = await portal().signIn(person);
  return client.post(`${page}?_action=${action}`, { ...EXTRA, ...fields });
}

describe('a form sets what it has fields for, and nothing else', () => {
  test('starting evidence: hers, now, at its first revision', async () => {
    const id = randomUUID();
    expect(
      (
        await send('amara', '/portfolio/evidence/new', 'portfolio.start', {
          id,
          kind: 'reflective_account',
          title: 'New',
          text: 'New.',
          criteria: CRITERIA,
        })
      ).status,
    ).toBe(303);
    expect(
      one(
        'select trainee_id, revision, created_at > ? as fresh from evidence_items where id = ?',
        String(JUST_NOW),
        id,
      ),
    ).toMatchObject({ trainee_id: 'amara', revision: 1 });
    expect(Number(one('select created_at from evidence_items where id = ?', id)?.created_at)).toBeGreaterThan(JUST_NOW);
  });

  test('saving and submitting: the next revision, the next number, its own hash', async () => {
    expect(
      (
        await send('amara', '/portfolio/evidence/draft', 'portfolio.save', {
          id: 'draft',
          title: 'T',
          text: 'Two.',
          criteria: CRITERIA,
          basedOn: '1',
        })
      ).status,
    ).toBe(303);
    expect(
      (
        await send('amara', '/portfolio/evidence/draft', 'portfolio.submit', {
          id: 'draft',
          title: 'T',
          text: 'Three.',
          happenedOn: '2026-11-02',
          criteria: CRITERIA,
          basedOn: '2',
        })
      ).status,
    ).toBe(303);
    expect(one(`select trainee_id, revision from evidence_items where id = 'draft'`)).toEqual({
      trainee_id: 'amara',
      revision: 3,
    });
    const snapshot = one(
      `select trainee_id, number, qualification_version, sha256, submitted_at from submissions where evidence_id = 'draft'`,
    );
    expect(snapshot).toMatchObject({ trainee_id: 'amara', number: 1, qualification_version: 'demo-1' });
    expect(snapshot?.sha256).not.toBe(EXTRA.sha256);
    expect(Number(snapshot?.submitted_at)).toBeGreaterThan(JUST_NOW);
  });

  test('deciding: the outcome follows from the decisions, and the assessor is who sent it', async () => {
    const fields = {
      submissionId: 'sent-1',
      comment: 'C',
      'decision-1.1': 'met',
      'decision-1.2': 'working_towards',
      'feedback-1.2': 'Say more.',
      'decision-9.9': 'met',
    };
    expect((await send('daniel', '/assess/sent-1', 'assess.decide', fields)).location).toBe('/assess?released=sent-1');
    expect(one(`select assessor_id, outcome from assessments where submission_id = 'sent-1'`)).toEqual({
      assessor_id: 'daniel',
      outcome: 'returned',
    });
    expect(
      portal().rows(
        `select criterion_id from criterion_decisions join assessments on id = assessment_id where submission_id = 'sent-1' order by 1`,
      ),
    ).toEqual([{ criterion_id: '1.1' }, { criterion_id: '1.2' }]);
  });

  test('deciding under the id of another assessment: refused, and that one stays as it was', async () => {
    const assessments = () =>
      portal().rows('select id, submission_id, assessor_id, outcome, comment from assessments order by id');
    const before = assessments();
    const decided = Object.fromEntries(CRITERIA.map((id) => [`decision-${id}`, 'met']));
    const { status } = await send('daniel', '/assess/open-1', 'assess.decide', {
      submissionId: 'open-1',
      comment: 'Over it',
      assessmentId: TAKEN,
      ...decided,
    });
    expect(status).toBe(409);
    expect(assessments()).toEqual(before);
  });

  test('allocating: the manager is who sent it, the points are worked out, the day is today', async () => {
    const allocationId = randomUUID();
    const fields = {
      allocationId,
      traineeId: 'amara',
      reference: 'LARCH-1',
      tier: 'D2',
      kind: 'custody',
      overLimitReason: '',
      overLimitUntil: '',
      startsOn: '2001-01-01',
      endsOn: '2001-01-02',
      caseId: 'amara-case-1',
      movedFrom: 'amara-case-1-1',
      managerId: 'salma',
      sharePercent: '0',
      usedPointsAfter: '1',
    };
    expect((await send('kerry', '/caseload/allocate', 'caseload.allocate', fields)).status).toBe(303);
    const row = one(
      'select manager_id, trainee_id, case_id, starts_on, ends_on, available_points, used_points_before, used_points_after, moved_from, (select count(*) from over_limit_agreements where allocation_id = a.id) as agreements from case_allocations a where id = ?',
      allocationId,
    );
    expect(row).toMatchObject({
      manager_id: 'kerry',
      trainee_id: 'amara',
      ends_on: null,
      used_points_before: 0,
      moved_from: null,
      agreements: 0,
    });
    expect(Number(row?.available_points)).toBeLessThan(2500);
    expect(row?.case_id).not.toBe('amara-case-1');
    expect(String(row?.starts_on) > '2026-01-01').toBe(true);
    expect(Number(row?.used_points_after)).toBeGreaterThan(Number(row?.used_points_before));
  });

  test('proposing a placement: hers, now, agreed to by nobody', async () => {
    const id = randomUUID();
    const day = new Date(Date.now() + 70 * 86_400_000).toISOString().slice(0, 10);
    expect(
      (
        await send('amara', '/placements', 'placements.propose', {
          id,
          kind: 'court',
          place: 'P',
          hostContact: 'H',
          lookFor: 'L',
          startsOn: day,
          endsOn: day,
          agreedBy: 'ruth',
        })
      ).status,
    ).toBe(303);
    expect(one('select trainee_id from placements where id = ?', id)).toEqual({ trainee_id: 'amara' });
    expect(portal().rows('select * from placement_agreements where placement_id = ?', id)).toEqual([]);
  });

  test('agreeing: in one’s own name alone', async () => {
    expect((await send('ruth', '/trainees/amara', 'placements.agree', { placementId: 'amara-premises' })).status).toBe(
      303,
    );
    expect(portal().rows(`select person_id from placement_agreements where placement_id = 'amara-premises'`)).toEqual([
      { person_id: 'ruth' },
    ]);
  });

  test('ticking and reflecting: in one’s own name alone', async () => {
    const toms = () =>
      portal().rows(
        `select (select count(*) from section_ticks where trainee_id = 'tom') as ticks, (select count(*) from reflections where trainee_id = 'tom') as reflections`,
      );
    const before = toms();
    const [{ section_id: sectionId } = {}] = portal().rows(
      `select section_id from section_ticks where module_id = 'parole-release-test' limit 1`,
    );
    await send('amara', '/modules/parole-release-test', 'progress.tick', {
      moduleId: 'parole-release-test',
      sectionId: String(sectionId),
      ticked: 'yes',
    });
    await send('amara', '/modules/parole-recall', 'reflections.save', {
      moduleId: 'parole-recall',
      text: 'Mine.',
      basedOn: '0',
    });
    expect(toms()).toEqual(before);
    expect(one(`select text from reflections where trainee_id = 'amara' and module_id = 'parole-recall'`)).toEqual({
      text: 'Mine.',
    });
  });

  test('how pages read: that and nothing else of the account', async () => {
    const before = people();
    const view = { size: 'large', spacing: 'usual', page: 'full' };
    expect((await send('amara', '/account', 'accounts.setReadingView', view)).status).toBe(303);
    expect(people()).toEqual(before);
    expect(one(`select reading_view from people where id = 'amara'`)).toEqual({ reading_view: 'size=large' });
  });

  test('one’s own account: the language and nothing else, no role, no name, no address', async () => {
    const before = people();
    expect((await send('amara', '/account', 'accounts.setLanguage', { language: 'cy' })).status).toBe(303);
    expect(people()).toEqual(before);
    expect(one(`select language from people where id = 'amara'`)).toEqual({ language: 'cy' });
  });
});
