import { readFile } from 'node:fs/promises';
import { openDatabase } from '#db/client.ts';
import { addDays, isDay } from '#src/domain/calendar.ts';
import { type ReplayedKind, replayDays, replayReport, type Share } from '#src/domain/signals/replay.ts';
import { type SignalRules, signalRulesSchema } from '#src/domain/signals/schema.ts';
import { SIGNAL_WORDS } from '#src/domain/signals/words.ts';
import { programmeDay } from '#src/server/clock.ts';
import { loadContent } from '#src/server/content.ts';
import { type ReplayedPast, replaySignals } from '#src/server/signals/replay.ts';
import { Usage } from '../verify/source.ts';
import { type Command, optionsFrom } from './command.ts';
import { placesFrom } from './places.ts';

const ROOT = new URL('../../', import.meta.url);
/** Without --from: so many days back. */
const DAYS_BACK = 364;
const OPTIONS = ['from', 'to', 'cohort', 'trainee', 'thresholds', 'database'] as const;

export const signals: Command = {
  name: 'signals',
  usage: 'signals replay [--from DAY] [--to DAY] [--cohort ID] [--trainee ID] [--thresholds FILE] [--database URL]',
  summary:
    'Says what each early-warning signal would have said in the past, week by week, from what was known then: how often, for how many, how long it stood, and whether those who withdrew had it. Days as 2026-11-22. With --thresholds FILE it tries other thresholds; with --trainee ID it tells her weeks. Reads only.',
  run: async ([task, ...args]) => {
    if (task !== 'replay') throw new Usage('There is one task: replay.');
    const options = optionsFrom(args, OPTIONS);
    const today = programmeDay(null);
    const to = dayFrom(options.to ?? today, 'to');
    const from = dayFrom(options.from ?? addDays(to, -DAYS_BACK), 'from');
    if (from > to) throw new Usage('--from is a day before --to.');
    const rules = options.thresholds === undefined ? undefined : await thresholdsIn(options.thresholds);
    return replay({ ...options, days: replayDays(from, to), today, rules });
  },
};

function dayFrom(text: string, option: string): string {
  if (!isDay(text)) throw new Usage(`--${option} takes a day such as 2026-11-22, not "${text}".`);
  return text;
}

/** Thresholds as they stand in src/content/office/signals.json, under `value` or alone. */
async function thresholdsIn(path: string): Promise<SignalRules> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Usage(`There is no file ${path} to read.`);
  });
  const parsed = signalRulesSchema.safeParse(valueIn(text, path));
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Usage(`These thresholds cannot be used:\n${wrong.join('\n')}`);
}

function valueIn(text: string, path: string): unknown {
  try {
    const read = JSON.parse(text) as unknown;
    return typeof read === 'object' && read !== null && 'value' in read ? read.value : read;
  } catch {
    throw new Usage(`${path} is not JSON.`);
  }
}

interface Asked {
  readonly cohort?: string;
  readonly trainee?: string;
  readonly database?: string;
  readonly days: readonly string[];
  readonly today: string;
  readonly rules: SignalRules | undefined;
}

async function replay({ cohort, trainee, database: url, days, today, rules }: Asked): Promise<number> {
  const { databaseUrl, authToken } = placesFrom(process.env, url === undefined ? {} : { database: url });
  const content = await loadContent(ROOT);
  const database = await openDatabase({ url: databaseUrl, ...(authToken && { authToken }), readOnly: true });
  try {
    const scope = { cohortId: cohort, traineeId: trainee };
    const found: ReplayedPast[] = [];
    for await (const one of replaySignals({ database, content, scope, days, today, rules })) found.push(one);
    const looked = found.filter(({ weeks }) => weeks.length > 0);
    if (looked.length === 0) {
      console.log('Nobody in scope was in her programme in this time.');
      return 1;
    }
    if (trainee === undefined) tellKinds(looked, days);
    else looked.forEach(tellWeeks);
    return 0;
  } finally {
    await database.close();
  }
}

function percentOf({ count, of }: Share): string {
  return of === 0 ? 'none to compare' : `${((count / of) * 100).toFixed(1)}% (${String(count)} of ${String(of)})`;
}

function tellKinds(looked: readonly ReplayedPast[], days: readonly string[]): void {
  const weeks = looked.reduce((sum, one) => sum + one.weeks.length, 0);
  const left = looked.filter(({ withdrewOn }) => withdrewOn !== null).length;
  console.log(
    `From ${days[0] ?? ''} to ${days.at(-1) ?? ''}, one day a week: ${String(looked.length)} trainees, ${String(weeks)} weeks of theirs, ${String(left)} withdrew.\n`,
  );
  for (const kind of replayReport(looked)) tellKind(kind);
  console.log(
    'Breaks, and check-ins that are shared, count as they stand today. Days of sign-in before the last one are taken from what somebody did here.',
  );
  console.log('What this says of a threshold, and what it cannot say: docs/signals.md.');
}

function tellKind(kind: ReplayedKind): void {
  const { spells } = kind;
  console.log(SIGNAL_WORDS[kind.kind].name);
  console.log(`  trainees with it at some time: ${percentOf(kind.trainees)}`);
  console.log(`  weeks with it: ${percentOf(kind.weeks)}; of the first weeks: ${percentOf(kind.firstWeeks)}`);
  if (spells)
    console.log(
      `  came up ${spells.count === 1 ? 'once' : `${String(spells.count)} times`}; the usual one stood ${weeksWords(spells.middleWeeks)}, the longest ${weeksWords(spells.longestWeeks)}`,
    );
  console.log(
    `  in the last 4 weeks of those who withdrew: ${percentOf(kind.beforeWithdrawal)}; in any 4 weeks of those who stayed: ${percentOf(kind.usualStretch)}\n`,
  );
}

const weeksWords = (count: number) => `${String(count)} ${count === 1 ? 'week' : 'weeks'}`;

function tellWeeks({ traineeId, weeks }: ReplayedPast): void {
  console.log(`${traineeId}, ${weeksWords(weeks.length)}\n`);
  for (const { day, isInFirstWeeks, signals: said } of weeks) {
    console.log(
      `${day}${isInFirstWeeks ? ', in the first weeks' : ''}: ${said.length === 0 ? 'nothing' : ''}`.trimEnd(),
    );
    for (const { kind, reason } of said) console.log(`  ${SIGNAL_WORDS[kind].name}: ${reason}`);
  }
}
