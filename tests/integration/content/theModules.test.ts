import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { londonDay } from '#src/domain/calendar.ts';
import type { Exercise } from '#src/domain/exercises/schema.ts';
import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import { loadContent } from '#src/server/content.ts';
import { problemText } from '#src/server/content/problems.ts';
import { contentReport } from '#src/server/content/report.ts';
import type { PortalClient } from '../../support/portalClient.ts';
import { servedPortal } from '../../support/servedPortal.ts';
import { copyOfContent } from './copyOfContent.ts';

const ROOT = new URL('../../../', import.meta.url);
const names = readdirSync(new URL('src/content/modules/', ROOT)).map((name) => name.replace('.mdx', ''));

describe('the modules', () => {
  test('are twenty-four, seven, six, six and five in a strand', async () => {
    const { rows } = await contentReport(ROOT, { today: londonDay(new Date()) });
    expect(names).toHaveLength(24);
    expect(rows.map(({ id }) => id).sort()).toEqual(names.toSorted());
    const strands = Object.groupBy(rows, ({ strand }) => strand);
    expect(Object.values(strands).map((of) => of?.length)).toEqual([7, 6, 6, 5]);
  });

  test('have nothing wrong with them: file, line and what to do', async () => {
    const { errors } = await contentReport(ROOT, { today: londonDay(new Date()) });
    expect(errors.map(problemText)).toEqual([]);
  });
});

test('a case that a strand never opens is told, because the cases run through all of them', async () => {
  const copy = await copyOfContent();
  onTestFinished(() => copy.away());
  for (const name of names.filter((id) => id.startsWith('peer-'))) {
    const file = join(copy.root, 'src/content/modules', `${name}.mdx`);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/<CaseFile id="tamsin-quill"[^>]*\/>/g, ''));
  }
  const { errors } = await contentReport(copy.root, { today: '2026-11-22' });
  expect(errors.map(problemText)).toEqual([
    expect.stringMatching(/^src\/content\/cases: .*Tamsin Quill is opened by no module of Peer learning\.$/),
  ]);
});

/** What a reader sees of a page: no tags, no script, spaces as single ones. */
function readable(html: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ');
}

const idsIn = (html: string) => new Set(Array.from(html.matchAll(/\sid="([^"]+)"/g), ([, id = '']) => id));

/** Links within the page that find no place on it. */
function lostAnchors(html: string): string[] {
  const ids = idsIn(html);
  const anchors = Array.from(html.matchAll(/\shref="#([^"]+)"/g), ([, anchor = '']) => anchor);
  return anchors.filter((anchor) => !ids.has(anchor));
}

describe('each module as the built portal serves it', () => {
  const portal = servedPortal();
  const content = loadContent(ROOT);
  let tutor: PortalClient;
  let trainee: PortalClient;
  beforeAll(async () => {
    tutor = await portal().signIn('ruth');
    trainee = await portal().signIn('nia');
  });

  async function contentOf(name: string): Promise<{ module: ModuleMeta; exercises: Exercise[] }> {
    const { modules, exercises, exerciseModules } = await content;
    const module = modules.find(({ id }) => id === name);
    if (!module) throw new Error(`There is no module ${name}`);
    return { module, exercises: [...exercises.values()].filter(({ id }) => exerciseModules.get(id) === name) };
  }

  test.each(names)(
    '%s: every section, exercise and source is on its page, and nothing that was meant as a tag',
    async (name) => {
      const { module, exercises } = await contentOf(name);
      const { status, text: html } = await tutor.get(`/modules/${name}`);
      expect(status).toBe(200);
      const text = readable(html);
      const missing = [
        module.title,
        ...module.sections.map(({ title }) => title),
        ...exercises.map(({ title }) => title),
        ...module.sources.map(({ title }) => title),
      ].filter((words) => !text.includes(words.replace(/\s+/g, ' ')));
      expect(missing).toEqual([]);
      expect(exercises.length).toBeGreaterThan(0);
      const ids = idsIn(html);
      expect(module.sections.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([]);
      expect(lostAnchors(html)).toEqual([]);
      expect(text).not.toMatch(/<\/?[A-Z]\w+|\bundefined\b|\[object |\bNaN\b/);
    },
  );

  test.each(names)('%s: its knowledge check has a page with every question', async (name) => {
    const { module } = await contentOf(name);
    const check = (await content).checks.get(module.checkId);
    // Behind what a distressing module is about, if it is one.
    if (module.contentNote !== null) await trainee.get(`/modules/${name}/check?begin=yes`);
    const { status, text: html } = await trainee.get(`/modules/${name}/check`);
    expect(status).toBe(200);
    const text = readable(html);
    const questions = check?.questions.map((question) => question.text.replace(/\s+/g, ' ')) ?? [];
    expect(questions.length).toBeGreaterThanOrEqual(5);
    expect(questions.filter((question) => !text.includes(question))).toEqual([]);
  });
});
