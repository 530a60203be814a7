import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PEER_FORMATS } from '#src/domain/peerSessions/words.ts';
import { writeNewModule } from '../../../scripts/admin/content/newModule.ts';
import type { CopyOfContent } from './copyOfContent.ts';
import { contentIn, copyOfFolders } from './copyOfContent.ts';

const TEMPLATE = fileURLToPath(new URL('../../../docs/template', import.meta.url));
const ROUTES = ['standard-15', 'standard-21', 'part-time-30'] as const;
const WEEKS = [
  { moduleId: 'listening', week: 10 },
  { moduleId: 'asking', week: 20 },
] as const;

const term = (id: string, short: string, meaning: string) => ({ id, term: short, meaning });
const GLOSSARY = {
  terms: [
    term('mappa', 'MAPPA', 'arrangements for managing risk together'),
    term('spo', 'SPO', 'senior probation officer'),
    term('vlo', 'VLO', 'victim liaison officer'),
  ],
};

const written = (id: string, kind: string) => ({
  ...{ id, kind, title: 'A paper', when: 'Week 1', by: 'An officer', about: null },
  text: ['He came early and brought his sister, who did not say much.'],
});
const CASE = {
  ...{ id: 'dale-arkwright', version: '1', title: 'Mr Dale Arkwright', summary: 'A man of 38. He is in the template.' },
  documents: [written('referral', 'referral'), written('convictions', 'convictions'), written('letter', 'letter')],
};

/**
 * Two modules made from the template, `listening` (week 10) and `asking` (week 20), with a small glossary, a case, three routes and the
 * real qualification: content in which nothing is wrong and that no author changes.
 */
export async function contentOfTemplate(): Promise<CopyOfContent> {
  const folders = [
    'programme',
    'qualification',
    'workload',
    'week',
    'office',
    'quality',
    'retention',
    'peer-sessions',
  ].map((name) => `src/content/${name}`);
  const root = await copyOfFolders([...folders, 'src/components/lesson']);
  const content = contentIn(root);
  for (const { moduleId: id } of WEEKS)
    await writeNewModule(root, { id, today: '2026-11-21', templateFolder: TEMPLATE });
  await content.change('modules/asking.mdx', 'order: 99', 'order: 98');
  await content.change('modules/asking.mdx', 'buildsOn: []', 'buildsOn: [listening]');
  for (const route of ROUTES) await useWeeks(join(root, `src/content/programme/${route}.json`));
  // The rules by stage name a module of the real content; here they name one that there is.
  await content.change('office/case-rules.json', /assess-domestic-abuse-and-children/g, 'asking');
  for (const format of PEER_FORMATS)
    await content.change(
      `peer-sessions/${format.replaceAll('_', '-')}.json`,
      /"moduleId": "[\w-]+"/,
      '"moduleId": "asking"',
    );
  await writeJson(join(root, 'src/content/glossary/all.json'), GLOSSARY);
  await writeJson(join(root, 'src/content/cases/dale-arkwright.json'), CASE);
  return content;
}

async function useWeeks(file: string): Promise<void> {
  const route = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeJson(file, { ...route, modules: WEEKS });
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(value, null, 2));
}
