/** A component as it stands in the text of a module. `start` and `end` are positions in the text. */
export interface LessonTag {
  name: string;
  kind: 'open' | 'close' | 'whole';
  attributes: Readonly<Record<string, string>>;
  line: number;
  start: number;
  end: number;
}

/** What a module may write: component -> attributes it must give, attributes it may give, and whether it holds text. */
export const LESSON_TAGS: Readonly<
  Record<string, { must: readonly string[]; may: readonly string[]; holdsText: boolean }>
> = {
  CaseNote: { must: ['title'], may: ['about'], holdsText: true },
  Check: { must: ['id'], may: [], holdsText: false },
  Fact: { must: ['asOf', 'source'], may: [], holdsText: true },
  Section: { must: ['id'], may: [], holdsText: true },
  Sources: { must: [], may: [], holdsText: false },
  Task: { must: ['title', 'minutes'], may: [], holdsText: true },
  Term: { must: ['means'], may: [], holdsText: true },
  Warning: { must: ['skipTo'], may: [], holdsText: true },
};

const TAG = /<(\/?)([A-Za-z][\w.-]*)((?:\s+[\w:-]+(?:=(?:"[^"]*"|'[^']*'|\{[^}]*\}))?)*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:-]+)(?:=(?:"([^"]*)"|'([^']*)'|\{([^}]*)\}))?/g;

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(ATTRIBUTE)].map(([, name, double, single, braces]) => [
    name ?? '',
    double ?? single ?? braces?.trim() ?? '',
  ]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

function kindOf(slash: string | undefined, selfClosing: string | undefined): LessonTag['kind'] {
  if (slash === '/') return 'close';
  return selfClosing === '/' ? 'whole' : 'open';
}

/** The line of a position, counting from `firstLine`. */
export function lineAt(text: string, position: number, firstLine: number): number {
  return firstLine + text.slice(0, position).split('\n').length - 1;
}

/** Every tag in the text of a module, in order. The text is MDX without expressions, which `textProblems` refuses. */
export function readTags(body: string, bodyLine: number): LessonTag[] {
  return [...body.matchAll(TAG)].map((match) => ({
    name: match[2] ?? '',
    kind: kindOf(match[1], match[4]),
    attributes: attributesOf(match[3] ?? ''),
    line: lineAt(body, match.index, bodyLine),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** What a reader sees of a tag itself: definitions and titles. */
function visibleOfTag(tag: string): string {
  const { means = '', title = '', about = '' } = attributesOf(tag.replace(/^<\/?[\w.-]+|\/?>$/g, ''));
  return ` ${[means, title, about].join(' ')} `;
}

/** The text with every tag replaced by what a reader sees of it. */
export function visibleText(body: string): string {
  return body.replace(TAG, (tag) => visibleOfTag(tag));
}
