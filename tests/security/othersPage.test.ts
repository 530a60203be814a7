import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { anExercise, moduleOf } from '../support/exercises.ts';
import type { Fields, PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

const portal = servedPortal({
  prepare: (database) =>
    database.exec(`delete from section_ticks where trainee_id = 'amara' and module_id = 'parole-recall'`),
});
const MODULE = 'parole-recall';
const compare = anExercise('compare');
const day = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);

/** Forms that write for whoever is signed in, as Tom's browser sends them from a page that it still shows. */
const FORMS: Readonly<Record<string, { page: string; fields: () => Fields }>> = {
  'portfolio.start': {
    page: '/portfolio/evidence/new',
    fields: () => ({ id: randomUUID(), kind: 'reflective_account', title: 'Of Tom', text: 'Of Tom' }),
  },
  'reflections.save': {
    page: `/modules/${MODULE}`,
    fields: () => ({ moduleId: MODULE, text: 'Of Tom', basedOn: '0' }),
  },
  'progress.tick': {
    page: `/modules/${MODULE}`,
    fields: () => ({ moduleId: MODULE, sectionId: 'before-recall', ticked: 'yes' }),
  },
  'marks.add': {
    page: `/modules/${MODULE}`,
    fields: () => ({ moduleId: MODULE, sectionId: 'before-recall', quote: '', note: 'Of Tom', near: '' }),
  },
  'exercises.compare': {
    page: `/modules/${moduleOf(compare.id)}`,
    fields: () => ({ exerciseId: compare.id, text: 'Of Tom', basedOn: '0' }),
  },
  'accounts.setReadingView': {
    page: '/account',
    fields: () => ({ size: 'larger', spacing: 'wide', page: 'calm' }),
  },
  'placements.propose': {
    page: '/placements',
    fields: () => ({
      id: randomUUID(),
      kind: 'court',
      place: 'Of Tom',
      hostContact: 'Desk',
      lookFor: 'Days',
      startsOn: day,
      endsOn: day,
    }),
  },
};

/** Whose the forms on a page are. A module that somebody has not begun shows its content note first. */
async function ownerOn(client: PortalClient, page: string): Promise<string> {
  if (page.startsWith('/modules/')) await client.get(`${page}?begin=yes`);
  return /name="owner" value="([^"]+)"/u.exec((await client.get(page)).text)?.[1] ?? '';
}
const written = () =>
  portal()
    .rows(`select text as words from evidence_items where trainee_id = 'amara' and text = 'Of Tom' union all select text from reflections where trainee_id = 'amara' and text = 'Of Tom'
    union all select note from marks where trainee_id = 'amara' and note = 'Of Tom' union all select work from exercise_work where trainee_id = 'amara' and work like '%Of Tom%'
    union all select reading_view from people where id = 'amara' and reading_view is not null
    union all select place from placements where trainee_id = 'amara' and place = 'Of Tom' union all select section_id from section_ticks where trainee_id = 'amara' and section_id = 'before-recall' and module_id = 'parole-recall'`);

describe('a page that stayed open while somebody else signed in on the same browser', () => {
  test.each(Object.entries(FORMS))('writes nothing into her account: %s', async (action, { page, fields }) => {
    const [amara, tom] = [await portal().signIn('amara'), await portal().signIn('tom')];
    const owner = await ownerOn(tom, page);
    expect(owner).toBe('tom');
    const answer = await amara.post(`${page}?_action=${action}`, { ...fields(), owner });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('opened by somebody else');
    expect(written()).toEqual([]);
  });

  test('nor does a draft that keeps itself', async () => {
    const amara = await portal().signIn('amara');
    const form = new FormData();
    for (const [name, value] of Object.entries({
      moduleId: 'parole-release-test',
      text: 'Of Tom, kept',
      basedOn: '0',
      owner: 'tom',
    }))
      form.set(name, value);
    const answer = await amara.call('reflections.save', form);
    expect(answer.status).toBe(403);
    expect(portal().rows(`select text from reflections where trainee_id = 'amara' and text = 'Of Tom, kept'`)).toEqual(
      [],
    );
  });

  test('every form of a module, of her notes and of how pages read says whose page it is', async () => {
    const tom = await portal().signIn('tom');
    await ownerOn(tom, `/modules/${MODULE}`);
    const place = { moduleId: MODULE, sectionId: 'before-recall', quote: '', note: 'Of Tom himself', near: '' };
    await tom.post(`/modules/${MODULE}?_action=marks.add`, place);
    for (const page of [`/modules/${MODULE}`, '/notes', `/modules/${moduleOf(compare.id)}`]) {
      const forms = (await tom.get(page)).text.match(/<form[^>]*method="post"[\s\S]*?<\/form>/g) ?? [];
      expect(forms.length, page).toBeGreaterThan(1);
      const ownerless = forms.filter((form) => !form.includes('name="owner" value="tom"'));
      expect(
        ownerless.map((form) => /action="([^"]*)"/.exec(form)?.[1]),
        page,
      ).toEqual(['/sign-out']);
    }
  });
});
