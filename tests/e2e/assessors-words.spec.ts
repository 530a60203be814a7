import { expect, test } from '../support/journey.ts';
import { violationsOn } from './axe.ts';

test(
  'what an assessor writes of a real person stays on her device, in a field that was there and in a note of her own',
  { tag: ['@phone'] },
  async ({ page, signInAs }) => {
    await signInAs('daniel');
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    await page.goto('/assess/amara-evidence-3-1');
    const feedback = page.getByLabel('Feedback on 3.1', { exact: true });
    await feedback.fill('Ask Mr Alder Brackenbury what he heard.');
    const passages = page.getByRole('list', { name: 'What in “Feedback on 3.1” looks like a real person’s' });
    await expect(passages.getByRole('listitem')).toHaveCount(1);
    await expect(page.getByText('Not saved: part of it looks as if it belonged to a real person.')).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Look at what will be released' }).click();
    await expect(passages.getByRole('listitem')).toBeFocused();
    await page.evaluate(() => {
      const [words] = document.querySelectorAll('#mine-text [data-at]');
      if (words) window.getSelection()?.selectAllChildren(words);
    });
    await page.getByRole('button', { name: 'Note on the words you selected' }).click();
    await page.keyboard.type('Is this Mrs Yarrow Thistlewood?');
    await expect(page.getByRole('list', { name: /^What in “Note on “.*” looks like a real person’s$/ })).toBeVisible();
    expect(sent.filter((body) => /Brackenbury|Thistlewood/.test(body))).toEqual([]);
  },
);
