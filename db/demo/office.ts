import { addDays, addMonths } from '#src/domain/calendar.ts';
import type { OfficeDefault } from '#src/domain/office/settings.ts';
import type { DemoRows } from './rows.ts';
import { type DemoTime, noonOf, weeksBefore } from './timing.ts';

type Of<K extends OfficeDefault['kind']> = Extract<OfficeDefault, { kind: K }>;

function defaultOf<K extends OfficeDefault['kind']>(office: readonly OfficeDefault[], kind: K): Of<K> | undefined {
  return office.find((version): version is Of<K> => version.kind === kind);
}

interface Office {
  readonly time: DemoTime;
  /** The defaults of the office, which its own versions begin from; without them none is told. */
  readonly office: readonly OfficeDefault[];
}

/** Contact more than once a week weighs more here than by default, since five weeks ago. */
function tellComplexity(rows: DemoRows, { time, office }: Office): void {
  const base = defaultOf(office, 'complexity')?.value;
  if (!base) return;
  const factors = base.factors.map((factor) => (factor.id === 'high-contact' ? { ...factor, points: 24 } : factor));
  rows.officeSettings.push({
    id: 'office-complexity-1',
    kind: 'complexity',
    effectiveFrom: weeksBefore(time, 5),
    value: JSON.stringify({ ...base, factors }),
    reason: 'Two months of our own diaries: cases seen twice a week took a quarter more time than the default says.',
    enteredBy: 'harvey',
    enteredAt: noonOf(weeksBefore(time, 6)),
  });
}

/** Induction will last two weeks longer from the month after next. */
function tellRules(rows: DemoRows, { time, office }: Office): void {
  const base = defaultOf(office, 'case_rules')?.value;
  if (!base) return;
  const names: Readonly<Record<string, string>> = {
    induction: 'Induction, weeks 1 to 6',
    'first-six-months': 'To the end of month 6, weeks 7 to 26',
  };
  const stages = base.stages.map((stage) => ({
    ...stage,
    name: names[stage.id] ?? stage.name,
    untilWeek: stage.id === 'induction' ? 6 : stage.untilWeek,
  }));
  rows.officeSettings.push({
    id: 'office-rules-1',
    kind: 'case_rules',
    effectiveFrom: `${addMonths(time.today, 2).slice(0, 7)}-01`,
    value: JSON.stringify({ ...base, stages }),
    reason: 'Induction becomes six weeks with the next intake, as agreed by the heads of the delivery units.',
    enteredBy: 'harvey',
    enteredAt: noonOf(addDays(time.monday, -4)),
  });
}

/** What Harvey has set for the office: one version that counts, one that comes. */
export function tellOffice(rows: DemoRows, office: Office): void {
  tellComplexity(rows, office);
  tellRules(rows, office);
}
