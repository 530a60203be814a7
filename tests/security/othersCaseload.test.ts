import { describe, expect, test } from 'vitest';
import { servedPortal } from '../support/servedPortal.ts';

const portal = servedPortal();
const withoutReference = (html: string) => html.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'REFERENCE');
const page = async (person: string, path: string) => (await portal().signIn(person)).get(path);

describe('somebody else’s caseload over the programme', () => {
  test.each([
    ['a tutor of another cohort', 'gwen', '/trainees/amara/caseload', '/trainees/nobody/caseload'],
    ['a tutor of another cohort', 'gwen', '/cohorts/london/caseloads', '/cohorts/nowhere/caseloads'],
    ['a tutor of another cohort', 'ruth', '/trainees/nia/caseload', '/trainees/nobody/caseload'],
    ['another trainee', 'tom', '/trainees/amara/caseload', '/trainees/nobody/caseload'],
    ['a manager of others', 'salma', '/trainees/amara/caseload', '/trainees/nobody/caseload'],
  ])('%s (%s) finds nothing at %s, as if nobody were there', async (_who, person, theirs, missing) => {
    const client = await portal().signIn(person);
    const [record, nothing] = [await client.get(theirs), await client.get(missing)];
    expect([record.status, nothing.status]).toEqual([404, 404]);
    expect(withoutReference(record.text)).toBe(withoutReference(nothing.text));
  });

  test.each([
    ['an assessor, who sees no case', 'daniel', '/trainees/amara/caseload'],
    ['an administrator', 'harvey', '/trainees/amara/caseload'],
    ['a manager, at a cohort', 'kerry', '/cohorts/london/caseloads'],
    ['a trainee, at her own cohort', 'amara', '/cohorts/london/caseloads'],
  ])('%s is not allowed there', async (_who, person, path) => {
    expect((await page(person, path)).status).toBe(403);
  });

  test('the small charts of Wales hold nobody of London, not even in what is not drawn', async () => {
    const { status, text } = await page('gwen', '/cohorts/wales/caseloads');
    expect(status).toBe(200);
    expect(text).toContain('Nia Prosser');
    const london = portal().rows(
      `select p.id, p.name from people p join cohort_memberships m on m.trainee_id = p.id where m.cohort_id = 'london'`,
    );
    expect(london).toHaveLength(16);
    for (const { id, name } of london) {
      expect(text).not.toContain(String(name));
      expect(text).not.toContain(`/trainees/${String(id)}/`);
    }
  });

  test('a case that came from somebody else brings nothing of his: not his name, his objection or his other cases', async () => {
    const { text } = await page('priya', '/caseload');
    expect(text).toContain('LINDEN-42');
    for (const his of ['Tom Hughes', 'MYRTLE-47', 'we agreed that no new case']) expect(text).not.toContain(his);
  });
});
