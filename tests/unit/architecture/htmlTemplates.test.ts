import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { listSources, readSource } from './sources.ts';

const sources = listSources('src').filter((file) => /\.(?:ts|tsx|astro)$/.test(file));
const writing = sources.filter((file) => /import \{[^}]*\bhtml\b[^}]*\} from '[^']*\/html\.ts'/.test(readSource(file)));

const VALUE = '\u0001';
/** Whatever stands between double quotes is out of the way, then a value between `<` and `>` is a name or has no quotes around it. */
const isOpen = (template: string) => /<[^>]*\u0001/.test(template.replaceAll(/"[^"]*"/g, '""'));

/** The templates of `html` in some code, with a sign for every value that is not HTML itself. */
function templatesOf(code: string): string[] {
  const file = ts.createSourceFile('code.ts', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'html') found.push(shapeOf(node.template));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function shapeOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  const spans = template.templateSpans.map(({ expression, literal }) => {
    return `${expression.getText().includes('html`') ? '' : VALUE}${literal.text}`;
  });
  return [template.head.text, ...spans].join('');
}

const codeOf = (file: string) =>
  file.endsWith('.astro') ? (/^---\n(.*?)\n---/s.exec(readSource(file))?.[1] ?? '') : readSource(file);

describe('HTML that is written as text', () => {
  test('the search can tell', () => {
    const bad = ['<p class=${one}>', "<a href='/x/${one}'>", '<${one}>', '<p ${one}>', '${html`<p id=${one}>`}'];
    for (const text of bad) expect(templatesOf(`html\`${text}\``).some(isOpen), text).toBe(true);
    const good = '<a href="/x/${one}?b=${two}" title="${three}" ${four && html` hidden`}>${five}</a>';
    expect(templatesOf(`html\`${good}\``).some(isOpen)).toBe(false);
  });

  test('is written in few places, and all of them are looked at', () => {
    expect(writing).toEqual(expect.arrayContaining(['src/components/portfolio/gridHtml.ts']));
    expect(writing.flatMap((file) => templatesOf(codeOf(file))).length).toBeGreaterThan(50);
  });

  test.each(writing)('%s puts values between double quotes or between tags, nowhere else', (file) => {
    expect(templatesOf(codeOf(file)).filter(isOpen)).toEqual([]);
  });

  test('is made by `html` alone, which escapes', () => {
    const makes = sources.filter((file) => /\bnew Html\(|\bas (?:unknown as )?Html\b/.test(readSource(file)));
    expect(makes).toEqual(['src/domain/html.ts']);
  });
});
