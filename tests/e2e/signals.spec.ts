import { enter, expect, expectProblems, test } from '../support/journey.ts';
import { personFor } from './cast.ts';

/** Who notes what about whom: see the part `signals` in `cast.ts`. */
const NOTED: Readonly<Record<string, { readonly tutor: string; readonly by: string; readonly name: string }>> = {
  leila: { tutor: 'ruth', by: 'Ruth Adeyemi', name: 'Modules late' },
  ioan: { tutor: 'gwen', by: 'Gwen Rees', name: 'Modules late' },
  ffion: { tutor: 'gwen', by: 'Gwen Rees', name: 'Study time lost and not made up' },
};
const WORDS = 'We talked on the telephone and agreed a day for it next week.';

test(
  'a tutor notes what needs a look, and the trainee reads the same facts, the note and when it comes back',
  { tag: ['@phone', '@no-javascript'] },
  async ({ page, signInAs, anotherDevice, watch }, { project }) => {
    watch.allow(400);
    const trainee = personFor('signals', project.name);
    const { tutor = '', by = '', name = '' } = NOTED[trainee] ?? {};
    await signInAs(tutor);
    await page.goto(`/trainees/${trainee}`);
    const item = page
      .getByRole('region', { name: 'What needs a look' })
      .getByRole('listitem')
      .filter({ hasText: name });
    const said = await item.getByRole('paragraph').first().innerText();
    const facts = said.slice(0, said.indexOf(' The facts'));
    expect(facts).toMatch(/^\d.* Since \d+ \w+\.$/);
    await expect(item).toContainText('Who acts: ');
    await item.getByRole('link', { name: new RegExp(`^Note it ?: ${name}`) }).click();
    await item.getByRole('button', { name: 'Note it' }).click();
    await expectProblems(page, 'Say what you have done about it, or why it can wait');
    await item.getByLabel('What you have done about it, or why it can wait').fill(WORDS);
    await item.getByRole('button', { name: 'Note it' }).click();
    await expect(item).toContainText(`${by} noted on`);
    await expect(item.getByRole('button', { name: 'Note it' })).toHaveCount(0);

    const hers = await anotherDevice();
    await enter(hers, trainee);
    await hers.goto('/progress');
    const own = hers.getByRole('region', { name: 'What needs a look' });
    const same = own.getByRole('listitem').filter({ hasText: name });
    await expect(same.getByRole('paragraph').first()).toContainText(facts);
    await expect(same).toContainText(WORDS);
    await expect(same).toContainText(/It is back on \d+ \w+/);
    await expect(own.getByRole('textbox')).toHaveCount(0);
    await own.getByText('When is something said here?').click();
    await expect(own.getByText(/Nothing is added up, and nobody is compared/)).toBeVisible();
  },
);
