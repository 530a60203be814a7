import type { GlossaryEntry } from '#src/domain/glossary/schema.ts';
import { EVERYDAY_ABBREVIATIONS } from './everydayAbbreviations.ts';
import { lineAt, tagsNamed } from './lessonTags.ts';
import type { ContentProblem } from './problems.ts';
import type { Filed } from './readFiles.ts';
import type { WrittenModule } from './readModule.ts';
import { withoutTags } from './textRules.ts';
import { wordsIn } from './wordsIn.ts';

/** Two to six capitals, also as a plural. Letters and digits around them make it something else (244ZB). */
const ABBREVIATION = /(?<![\p{L}\p{N}_])([A-Z]{2,6})(?=s?(?![\p{L}\p{N}_]))/gu;
const LINK_TARGET = /\]\([^)]*\)/g;

/** The text of a module without tags and addresses; positions and lines stay what they are. */
function plainText({ text, tags }: WrittenModule): string {
  return withoutTags(text.body, tags).replace(LINK_TARGET, (target) => target.replace(/[^\n]/g, ' '));
}

function abbreviationsIn(text: string): { short: string; position: number }[] {
  return [...text.matchAll(ABBREVIATION)].map((match) => ({ short: match[1] ?? '', position: match.index }));
}

/** A term that is written in capitals alone, such as MAPPA. */
const isShortForm = ({ term }: GlossaryEntry) => /^[A-Z]{2,6}$/.test(term);

/** Abbreviations that somebody who looks them up in the glossary finds, be it in the meaning of a newer one, and everyday ones. */
function knownIn(glossary: readonly GlossaryEntry[]): ReadonlySet<string> {
  const written = glossary.flatMap(({ term, longForm, meaning, more }) => [term, longForm, meaning, more]);
  const found = written.flatMap((text) => abbreviationsIn(text ?? ''));
  return new Set([...EVERYDAY_ABBREVIATIONS, ...found.map(({ short }) => short)]);
}

const notInGlossary = (short: string) =>
  `"${short}" is used but not in the glossary. Put it into src/content/glossary, or write it out.`;

/** Each abbreviation of a text once. */
function firstUses(text: string): { short: string; position: number }[] {
  const seen = new Set<string>();
  return abbreviationsIn(text).filter(({ short }) => !seen.has(short) && seen.add(short));
}

function unknownInFile({ file, value, lineOf }: Filed<unknown>, known: ReadonlySet<string>): ContentProblem[] {
  const seen = new Set<string>();
  return wordsIn(value).flatMap(({ field, text }) =>
    abbreviationsIn(text)
      .filter(({ short }) => !known.has(short) && !seen.has(short) && seen.add(short))
      .map(({ short }) => ({ file, line: lineOf(field), field, message: notInGlossary(short) })),
  );
}

/** Abbreviations in the fields of files that neither the glossary nor everybody knows, each once a file. */
export function unknownInFields(
  filed: readonly Filed<unknown>[],
  glossary: readonly GlossaryEntry[],
): ContentProblem[] {
  const known = knownIn(glossary);
  return filed.flatMap((one) => unknownInFile(one, known));
}

function unknownInText(module: WrittenModule, known: ReadonlySet<string>): ContentProblem[] {
  const text = plainText(module);
  return firstUses(text)
    .filter(({ short }) => !known.has(short))
    .map(({ short, position }) => ({
      file: module.file,
      line: lineAt(text, position, module.text.bodyLine),
      field: 'text',
      message: notInGlossary(short),
    }));
}

/** Where a module explains each term: id -> position of its first `<Term>`. */
function explainedIn({ tags }: WrittenModule): ReadonlyMap<string, number> {
  const terms = tagsNamed(tags, 'Term');
  return new Map(terms.toReversed().map(({ attributes, start }) => [attributes['id'] ?? '', start]));
}

interface Use {
  entry: GlossaryEntry;
  line: number;
  /** Where the module explains it, or null. */
  explainedAt: number | null;
  position: number;
}

function usesIn(module: WrittenModule, glossary: readonly GlossaryEntry[]): Use[] {
  const shortForms = new Map(glossary.filter(isShortForm).map((entry) => [entry.term, entry]));
  const explained = explainedIn(module);
  const text = plainText(module);
  return firstUses(text).flatMap(({ short, position }) => {
    const entry = shortForms.get(short);
    if (!entry) return [];
    const line = lineAt(text, position, module.text.bodyLine);
    return [{ entry, position, line, explainedAt: explained.get(entry.id) ?? null }];
  });
}

/** Abbreviations in the words of modules: each is in the glossary, and explained in the module that uses it. */
export function termProblems(modules: readonly WrittenModule[], glossary: readonly GlossaryEntry[]): ContentProblem[] {
  const known = knownIn(glossary);
  return modules.flatMap((module) => [
    ...unknownInText(module, known),
    ...usesIn(module, glossary)
      .filter(({ explainedAt }) => explainedAt === null)
      .map(({ entry, line }) => ({
        file: module.file,
        line,
        field: 'text',
        message: `"${entry.term}" is never explained in this module. Write <Term id="${entry.id}">${entry.term}</Term> here, where it is first used.`,
      })),
  ]);
}

/** Terms that a module uses before it explains them. */
export function termWarnings(module: WrittenModule, glossary: readonly GlossaryEntry[]): ContentProblem[] {
  return usesIn(module, glossary).flatMap(({ entry, line, position, explainedAt }) =>
    explainedAt === null || explainedAt <= position
      ? []
      : [
          {
            file: module.file,
            line,
            field: 'text',
            message: `"${entry.term}" is used here and explained only in line ${String(lineAt(module.text.body, explainedAt, module.text.bodyLine))}. Put the <Term> here.`,
          },
        ],
  );
}
