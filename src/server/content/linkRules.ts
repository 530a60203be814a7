import { ROUTES } from '#src/domain/access/routes.ts';
import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import { lineAt } from './lessonTags.ts';
import type { TextProblem } from './tagRules.ts';
import type { LessonText } from './textRules.ts';

const LINK = /(?<!!)\[[^\]]*\]\(\s*<?([^)\s>]*)>?[^)]*\)/g;

/** The id that Markdown gives a heading, as far as plain English goes. */
export function headingId(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

/** Places that every module's page has. */
const PAGE_ANCHORS = ['check', 'sources', 'reflection', 'main-content'];

/** Everything on the module's page that `#…` can lead to. */
export function anchorsOf(module: ModuleMeta, body: string): string[] {
  const headings = [...body.matchAll(/^#{3,6}\s+(.+)$/gm)].map(([, heading]) => headingId(heading ?? ''));
  return [
    ...module.sections.map(({ id }) => id),
    ...module.sources.map((_source, index) => `source-${String(index + 1)}`),
    ...PAGE_ANCHORS,
    ...headings,
  ];
}

function modulePage(path: string, modules: ReadonlySet<string>): boolean {
  const match = /^\/modules\/([^/]+)(?:\/(?:check|done))?$/.exec(path);
  return match !== null && modules.has(match[1] ?? '');
}

/** An address outside the portal is not asked, only looked at: does it name a host? */
function namesHost(href: string): boolean {
  return URL.canParse(href) && /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(new URL(href).hostname);
}

function linkProblem(href: string, anchors: readonly string[], modules: ReadonlySet<string>): string | null {
  if (href.startsWith('https://')) return namesHost(href) ? null : 'This address names no website.';
  if (href.startsWith('#'))
    return anchors.includes(href.slice(1)) ? null : `There is nothing called "${href.slice(1)}" in this module.`;
  if (!href.startsWith('/') || href.startsWith('//'))
    return 'Begin with https://, with / for a page of the portal, or with # for a place in this module.';
  const path = href.replace(/[?#].*$/, '');
  const isPage = Object.hasOwn(ROUTES, path) || /^\/cases\/[^/]+$/.test(path) || modulePage(path, modules);
  return isPage ? null : 'There is no such page in the portal.';
}

/** Every link in a text with its position. */
export function linksIn(body: string): { href: string; position: number }[] {
  return [...body.matchAll(LINK)].map((match) => ({ href: match[1] ?? '', position: match.index }));
}

/** Links that lead nowhere. `moduleIds` are the modules that exist. Places on other pages: `placeProblems`. */
export function linkProblems(
  module: ModuleMeta,
  { body, bodyLine }: LessonText,
  moduleIds: ReadonlySet<string>,
): TextProblem[] {
  const anchors = anchorsOf(module, body);
  return linksIn(body).flatMap(({ href, position }) => {
    const message = linkProblem(href, anchors, moduleIds);
    return message === null ? [] : [{ line: lineAt(body, position, bodyLine), field: `link ${href}`, message }];
  });
}

/** The line of the heading that comes to this id for the last time. */
function headingLine(id: string, { body, bodyLine }: LessonText): number | null {
  const heading = [...body.matchAll(/^#{3,6}\s+(.+)$/gm)].findLast(([, words]) => headingId(words ?? '') === id);
  return heading ? lineAt(body, heading.index, bodyLine) : null;
}

/** Two places of one name: a link would find only the first. */
export function anchorProblems(module: ModuleMeta, text: LessonText): TextProblem[] {
  const anchors = anchorsOf(module, text.body);
  const twice = [...new Set(anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index))];
  return twice.map((anchor) => ({
    line: headingLine(anchor, text),
    field: `"${anchor}"`,
    message: 'Two headings or sections come to this same name. Change one of them.',
  }));
}
