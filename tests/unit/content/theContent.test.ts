import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { publicCheck } from '#src/domain/checks/mark.ts';
import { loadContent } from '#src/server/content.ts';
import { LESSON_TAGS, readTags } from '#src/server/content/lessonTags.ts';

const root = new URL('../../../', import.meta.url);
const lessonFolder = new URL('src/components/lesson/', root);
const content = await loadContent(root);
const checks = [...content.checks.values()];
const criteria = content.qualification.units.flatMap((unit) => unit.criteria);

describe('the content of the portal', () => {
  test('loads without a problem, and there is something in every part of it', () => {
    expect(content.modules.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['parole-release-test', 'parole-recall']),
    );
    expect(content.routes.map(({ id }) => id).sort()).toEqual(['part-time-30', 'standard-15', 'standard-21']);
    expect(checks.length).toBe(content.modules.length);
    expect(content.workload.length).toBeGreaterThan(0);
  });

  test('modules stand by strand, then in their order', () => {
    const parole = content.modules.filter(({ strand }) => strand === 'parole').map(({ order }) => order);
    expect(parole).toEqual(parole.toSorted((one, other) => one - other));
    expect(parole.length).toBeGreaterThan(1);
  });

  test('every module says by when it is looked at again, within six months', () => {
    for (const { asOf, reviewBy } of content.modules) {
      expect((Date.parse(reviewBy) - Date.parse(asOf)) / 86_400_000).toBeLessThanOrEqual(184);
    }
  });

  test('every module is due once on every route', () => {
    const ids = content.modules.map(({ id }) => id).sort();
    for (const route of content.routes) expect(route.modules.map(({ moduleId }) => moduleId).sort()).toEqual(ids);
  });
});

describe('the knowledge checks', () => {
  test('do not have the right answer always at the same place', () => {
    for (const { id, questions } of checks) {
      const places = questions
        .filter(({ kind }) => kind === 'one')
        .map(({ options }) => options.findIndex(({ correct }) => correct));
      expect(new Set(places).size, id).toBeGreaterThan(1);
    }
  });

  test('show nothing of the answers before they are given', () => {
    for (const check of checks) {
      const shown = JSON.stringify(publicCheck(check));
      expect(shown).not.toMatch(/"correct"|"explanation"/);
      for (const { explanation } of check.questions.flatMap(({ options }) => options))
        expect(shown).not.toContain(explanation);
      expect(shown).toContain(check.questions[0]!.options[0]!.text);
    }
  });
});

describe('the qualification', () => {
  test('has six units of six to nine criteria, about 46 in all', () => {
    expect(content.qualification.units.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '6']);
    for (const unit of content.qualification.units) expect([6, 7, 8, 9]).toContain(unit.criteria.length);
    expect(criteria).toHaveLength(46);
  });

  test('says that it is a demonstration set and what takes its place', () => {
    expect(content.qualification.version).toBe('demo-1');
    expect(content.qualification.notice).toMatch(/not the awarding body’s text/);
  });

  test('can be shown by a reflective account throughout, which is what the portal can hold', () => {
    for (const { kinds } of criteria) expect(kinds).toContain('reflective_account');
  });
});

describe('the lesson components', () => {
  const files = readdirSync(lessonFolder).filter((name) => name.endsWith('.astro'));
  const names = files.map((name) => name.replace('.astro', '')).sort();

  test('are those that authors are told of', () => {
    expect(names.length).toBeGreaterThan(0);
    expect(names).toEqual(Object.keys(LESSON_TAGS).sort());
    const guide = readFileSync(new URL('docs/authoring.md', root), 'utf8');
    for (const name of names) expect(guide).toContain(`### \`${name}\``);
  });

  test('are all handed to the page', () => {
    const index = readFileSync(new URL('index.ts', lessonFolder), 'utf8');
    const handed = /lessonComponents = \{([^}]*)\}/.exec(index)?.[1]?.match(/\w+/g);
    expect(handed?.toSorted()).toEqual(names);
  });

  test('take the attributes that authors are told of', () => {
    for (const name of names) {
      const source = readFileSync(new URL(`${name}.astro`, lessonFolder), 'utf8');
      const given = [...(/interface Props \{([\s\S]*?)\n\}/.exec(source)?.[1] ?? '').matchAll(/^ {2}(\w+)(\??):/gm)];
      const rule = LESSON_TAGS[name]!;
      expect(given.filter(([, , optional]) => optional === '').map(([, prop]) => prop)).toEqual([...rule.must]);
      expect(given.filter(([, , optional]) => optional === '?').map(([, prop]) => prop)).toEqual([...rule.may]);
    }
  });

  test('are all used by a module, so that a picture of the modules shows each', () => {
    const texts = content.modules.map(({ id }) => readFileSync(new URL(`src/content/modules/${id}.mdx`, root), 'utf8'));
    const used = new Set(texts.flatMap((text) => readTags(text, 1)).map(({ name }) => name));
    expect([...used].sort()).toEqual(names);
  });
});
