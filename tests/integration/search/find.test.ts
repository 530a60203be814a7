import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Content, loadContent } from '#src/server/content.ts';
import { openSearch } from '#src/server/search/openSearch.ts';

const content = await loadContent(new URL('../../../', import.meta.url));
const search = openSearch(content);
const wholes = (query: string) => search.find(query).groups.map(({ whole }) => whole);
const hitsOf = (query: string) => search.find(query).groups.flatMap(({ hits }) => hits);

/** The first place that was found, as its name, its heading and the words set apart in it. */
function firstFound(query: string): string {
  const [first] = search.find(query).groups;
  const pieces = (first?.hits ?? []).flatMap(({ place, excerpt }) => [...(place ?? []), ...excerpt]);
  const marked = pieces.filter(({ isHit }) => isHit).map(({ text }) => text);
  return [first?.title ?? '', ...marked].join(' ').toLowerCase();
}

describe('a word with a typing error finds what the right word finds', () => {
  test.each([
    ['proportinate', 'proportionate'],
    ['liscence', 'licence'],
    ['lisence', 'licence'],
    ['mapa', 'mappa'],
    ['recal notice', 'recall notice'],
    ['porbation', 'probation'],
    ['dosier', 'dossier'],
    ['relase test', 'release test'],
    ['aproved premises', 'approved premises'],
    ['integrated ofender managment', 'integrated offender management'],
    ['sentance', 'sentence'],
    ['victem', 'victim'],
    ['emergancy', 'emergency'],
    ['arkright', 'arkwright'],
    ['fairwether', 'fairweather'],
    ['hoem visit', 'home visit'],
    ['convicton', 'conviction'],
    ['desicion', 'decision'],
    ['parol board', 'parole board'],
    ['determinat sentence', 'determinate sentence'],
  ])('%s', (typed, right) => {
    expect(firstFound(right)).toContain(right.split(' ')[0]);
    expect(wholes(typed)[0]).toBe(wholes(right)[0]);
  });
});

describe('a search finds', () => {
  test.each([
    ['a module by its title', 'the release test', 'module:parole-release-test'],
    ['a module by the beginning of a word', 'reca', 'module:parole-recall'],
    ['a case by its person', 'Dale', 'case:dale-arkwright'],
    ['a person in a letter of a case', 'odile', 'case:alun-fairweather'],
    ['a term by its short form', 'MAPPA', 'term:mappa'],
    ['a term with a hyphen too many', 'approved-premises', 'term:approved-premises'],
    ['many for one', 'dossiers', 'term:dossier'],
  ])('%s', (_story, query, whole) => {
    expect(wholes(query)).toContain(whole);
  });

  test('what a name or a heading says before what a text mentions', () => {
    expect(wholes('recall')[0]).toMatch(/:(?:parole-)?recall$|:standard-recall$/);
    expect(wholes('mappa')[0]).toBe('term:mappa');
  });

  test('the place itself: the link of a section ends in its id, and the words are set apart', () => {
    const module = content.modules.find(({ id }) => id === 'parole-recall')!;
    const [section] = module.sections;
    const hit = hitsOf(section!.title).find(({ href }) => href === `/modules/parole-recall#${section!.id}`);
    expect(hit?.place?.some(({ isHit }) => isHit)).toBe(true);
  });

  test('every place of the content leads to an address that a page of the portal has', () => {
    for (const { href } of ['recall', 'dale', 'mappa', 'letter', 'release'].flatMap(hitsOf))
      expect(href).toMatch(/^\/(?:modules|cases)\/[a-z0-9-]+(?:#[\p{L}\p{N}-]+)?$|^\/glossary#[a-z0-9-]+$/u);
  });
});

describe('names that are not in the text', () => {
  const glossary = [
    {
      id: 'arp',
      term: 'ARP',
      longForm: 'All reoffending predictor',
      meaning: 'the predictor of any new offence, earlier OGRS3',
    },
    { id: 'dc-srp', term: 'DC-SRP', meaning: 'a predictor', more: 'Its earlier name is OSP/DC.' },
  ];
  const [module] = content.modules;
  const block = { kind: 'paragraph' as const, headingId: null, isFolded: false };
  const texts = new Map([[module!.id, [{ id: 'one', blocks: [{ ...block, text: 'An ARP of 30 is a number.' }] }]]]);
  const small = openSearch({
    modules: [{ ...module!, sections: [{ id: 'one', title: 'One', minutes: 1 }] }],
    texts,
    cases: [],
    glossary: new Map(glossary.map((entry) => [entry.id, entry])),
  });

  test.each([
    ['the long form finds the short one in a text', 'all reoffending predictor', `/modules/${module!.id}#one`],
    ['the old name finds the new one in a text', 'OGRS3', `/modules/${module!.id}#one`],
    ['the old name finds the term', 'ogrs3', '/glossary#arp'],
    ['an old name with a stroke finds the term', 'OSP/DC', '/glossary#dc-srp'],
    ['a term typed in one go is found', 'dcsrp', '/glossary#dc-srp'],
  ])('%s', (_story, query, href) => {
    expect(small.find(query).groups.flatMap(({ hits }) => hits.map((hit) => hit.href))).toContain(href);
  });
});

describe('what somebody is told', () => {
  test('a word that was read otherwise is named', () => {
    expect(search.find('proportinate').corrections).toEqual([{ typed: 'proportinate', meant: 'proportionate' }]);
    expect(search.find('recall').corrections).toEqual([]);
  });

  test('where a word is near to nothing, a likely one is offered, and not looked for', () => {
    expect(search.find('dozzieer')).toMatchObject({
      count: 0,
      guesses: expect.arrayContaining(['dossier']) as unknown,
    });
    expect(search.find('recall').guesses).toEqual([]);
    expect(search.find('qqqqqqqq').guesses).toEqual([]);
  });

  test('where no place has all the words, those with some of them are shown and it is said', () => {
    const found = search.find('recall zebra-crossing-unheard-of');
    expect(found.isPartial).toBe(true);
    expect(found.groups.length).toBeGreaterThan(0);
    expect(search.find('recall').isPartial).toBe(false);
  });

  test.each([[''], ['   '], ['?!'], ['qqqqqqqq'], ['\u0000']])('%j finds nothing and breaks nothing', (query) => {
    expect(search.find(query)).toMatchObject({ groups: [], count: 0, isPartial: false });
  });

  test('never more than 30 places, whatever is typed', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom(
        'the',
        '*',
        '"a',
        'a AND b',
        '__proto__',
        'constructor',
        'toString',
        'e',
        's',
        '’s',
        'x'.repeat(9000),
      ),
    );
    fc.assert(
      fc.property(anything, (query) => {
        const { groups, count, isCut } = search.find(query);
        const shown = groups.reduce((sum, { hits }) => sum + hits.length, 0);
        expect(shown).toBe(Math.min(count, 30));
        expect(isCut).toBe(count > 30);
      }),
      { numRuns: 400 },
    );
  });
});

describe('with the programme at its full length', () => {
  /** As many modules and words as the programme will have: what there is, again and again, a third of the words made different. */
  function fullLength(): Content {
    const modules = Array.from({ length: 24 }, (_none, index) => {
      const module = content.modules[index % content.modules.length]!;
      return { ...module, id: `${module.id}-${String(index)}`, from: module.id, index };
    });
    const texts = modules.map(({ id, from, index }) => {
      const other = (text: string) => text.replace(/\b\w{6,7}\b/g, (word) => `${word}${String(index)}`);
      const sections = content.texts.get(from) ?? [];
      const blocks = (of: (typeof sections)[number]) => of.blocks.map((one) => ({ ...one, text: other(one.text) }));
      return [id, sections.map((section) => ({ ...section, blocks: blocks(section) }))] as const;
    });
    return { ...content, modules, texts: new Map(texts) };
  }

  test('an answer takes less than 50 milliseconds', () => {
    const full = openSearch(fullLength());
    const queries = [
      'recall',
      'proportinate liscence',
      'the release test and what the panel asks',
      'a e i o u',
      'mapa',
    ];
    const times = [...queries, ...queries, ...queries].map((query) => {
      const began = performance.now();
      full.find(query);
      return performance.now() - began;
    });
    expect(full.size.words).toBeGreaterThan(2000);
    expect(times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)]).toBeLessThan(50);
  });
});
