import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import type { Check } from '#src/domain/checks/schema.ts';
import type { ModuleMeta } from '#src/domain/modules/schema.ts';

const contentOf = (path: string) => readFileSync(new URL(`../../src/content/${path}`, import.meta.url), 'utf8');

/** A module as its authors wrote it. */
export function moduleNamed(id: string): ModuleMeta {
  return parse(contentOf(`modules/${id}.mdx`).split('\n---')[0] ?? '') as ModuleMeta;
}

/** A module's check with the answers. */
function checkOf(id: string): Check {
  return JSON.parse(contentOf(`checks/${moduleNamed(id).checkId}.json`)) as Check;
}

/** The module of this week on the 15-month route of the demo, as its authors wrote it, and its check with the answers. */
export const MODULE = moduleNamed('parole-recall');
export const CHECK = checkOf('parole-recall');
export const SECTIONS = MODULE.sections;

/** Chooses answers on the page of the check, as labels and not by their ids. */
export async function chooseAnswers(page: Page, how: 'right' | 'wrong' | 'all but the last'): Promise<void> {
  const questions = how === 'all but the last' ? CHECK.questions.slice(0, -1) : CHECK.questions;
  for (const { text, options } of questions) {
    const group = page.getByRole('group', { name: text });
    const wanted = options.filter(({ correct }) => correct === (how !== 'wrong'));
    for (const option of wanted.slice(0, how === 'wrong' ? 1 : undefined))
      await group.getByLabel(option.text, { exact: true }).check();
    const others = how === 'right' ? options.filter(({ correct }) => !correct) : [];
    for (const option of others)
      if (await group.getByRole('checkbox', { name: option.text, exact: true }).isVisible())
        await group.getByLabel(option.text, { exact: true }).uncheck();
  }
}

/** Chooses every right answer on the page of a module's check. */
export async function answerRightly(page: Page, moduleId: string): Promise<void> {
  for (const { text, options } of checkOf(moduleId).questions) {
    const group = page.getByRole('group', { name: text });
    for (const option of options.filter(({ correct }) => correct))
      await group.getByLabel(option.text, { exact: true }).check();
  }
}
