import { listActions, listPageFiles } from './inventory.ts';
import { accessRows } from './rows.ts';

export interface Existing {
  /** `GET /trainees/[id]` */
  readonly pages: readonly string[];
  /** `signing.sign` */
  readonly actions: readonly string[];
  readonly rows: readonly { readonly kind: 'page' | 'action'; readonly name: string }[];
}

/** Routes that Astro adds by itself; they are in the table, and no file stands behind them. */
const isAstros = (name: string) => /^\S+ \/_/.test(name);

/** What exists without a row in the access table, what has two, and what is in the table and does not exist: one sentence each. */
export function accessGaps({ pages, actions, rows } = whatExists()): string[] {
  const named = (kind: 'page' | 'action') => rows.filter((row) => row.kind === kind).map(({ name }) => name);
  const twice = rows.filter(({ name }, index) => rows.findIndex((row) => row.name === name) !== index);
  return [
    ...pages
      .filter((name) => !named('page').includes(name))
      .map((name) => `${name} exists and has no row in tests/security/access/table.ts`),
    ...actions
      .filter((name) => !named('action').includes(name))
      .map((name) => `The action ${name} exists and has no row in tests/security/access/table.ts`),
    ...named('page')
      .filter((name) => !pages.includes(name) && !isAstros(name))
      .map((name) => `${name} has a row in the access table, and no file under src/pages`),
    ...named('action')
      .filter((name) => !actions.includes(name))
      .map((name) => `${name} has a row in the access table, and no action under src/actions`),
    ...twice.map(({ name }) => `${name} has two rows in the access table`),
  ];
}

function whatExists(): Existing {
  const pages = listPageFiles().flatMap(({ pattern, methods }) => methods.map((method) => `${method} ${pattern}`));
  return { pages, actions: listActions().map(({ name }) => name), rows: accessRows() };
}
