import { type AuthorProblem, doubleIds, type ProblemSink, tell } from './authorRules.ts';
import type { Scenario } from './schema.ts';

type Ways = ReadonlyMap<string, readonly string[]>;

/** Step id -> ids of the steps and endings that its choices lead to. */
const waysOf = ({ steps }: Scenario): Ways =>
  new Map(steps.map(({ id, choices }) => [id, choices.map(({ to }) => to)]));

/** Everything that can be come to from there, itself included. */
function reachedFrom(start: string, ways: Ways): Set<string> {
  const reached = new Set<string>();
  const waiting = [start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    waiting.push(...(ways.get(id) ?? []));
  }
  return reached;
}

function nameProblems({ steps, endings, start }: Scenario): AuthorProblem[] {
  const stepIds = new Set(steps.map(({ id }) => id));
  return [
    ...doubleIds(steps, ['steps'], 'step'),
    ...doubleIds(endings, ['endings'], 'ending'),
    ...steps.flatMap(({ choices }, index) => doubleIds(choices, ['steps', index, 'choices'], 'choice of a step')),
    ...endings.flatMap(({ id }, index) =>
      stepIds.has(id) ? [{ path: ['endings', index, 'id'], message: `A step is called "${id}" already.` }] : [],
    ),
    ...(stepIds.has(start) ? [] : [{ path: ['start'], message: `There is no step "${start}".` }]),
  ];
}

/** One problem for each choice that `wrong` has something to say about. */
function choiceProblems(
  { steps }: Scenario,
  wrong: (choice: { readonly from: string; readonly to: string }) => string | null,
): AuthorProblem[] {
  return steps.flatMap(({ id, choices }, step) =>
    choices.flatMap(({ to }, choice) => {
      const message = wrong({ from: id, to });
      return message === null ? [] : [{ path: ['steps', step, 'choices', choice, 'to'], message }];
    }),
  );
}

function leadsNowhere(scenario: Scenario, ways: Ways): AuthorProblem[] {
  const known = new Set([...ways.keys(), ...scenario.endings.map(({ id }) => id)]);
  return choiceProblems(scenario, ({ to }) => (known.has(to) ? null : `There is no step and no ending "${to}".`));
}

function circles(scenario: Scenario, ways: Ways): AuthorProblem[] {
  return choiceProblems(scenario, ({ from, to }) =>
    reachedFrom(to, ways).has(from)
      ? `From "${to}" a reader could come back to "${from}". A way never goes in a circle.`
      : null,
  );
}

/** Steps and endings that nobody can come to, and steps from which nobody can come to an ending. */
function reachProblems(scenario: Scenario, ways: Ways): AuthorProblem[] {
  const reached = reachedFrom(scenario.start, ways);
  const endingIds = new Set(scenario.endings.map(({ id }) => id));
  const unreached = (list: 'steps' | 'endings', what: string): AuthorProblem[] =>
    scenario[list].flatMap(({ id }, index) =>
      reached.has(id)
        ? []
        : [
            {
              path: [list, index],
              message: `Nobody can come to the ${what} "${id}": no way from the start leads there.`,
            },
          ],
    );
  const stuck = scenario.steps.flatMap(({ id }, index) =>
    [...reachedFrom(id, ways)].some((other) => endingIds.has(other))
      ? []
      : [{ path: ['steps', index], message: `From the step "${id}" no way leads to an ending.` }],
  );
  return [...unreached('steps', 'step'), ...unreached('endings', 'ending'), ...stuck];
}

/**
 * Scenario: names of their own; every choice leads to a step or an ending that exists; no circles; no step or ending that nobody
 * can come to; an ending from every step. Ways are looked at once the names are right, so that one slip is told once.
 */
export function scenarioRules(scenario: Scenario, sink: ProblemSink): void {
  const ways = waysOf(scenario);
  const slips = [...nameProblems(scenario), ...leadsNowhere(scenario, ways)];
  tell(sink, slips.length > 0 ? slips : [...circles(scenario, ways), ...reachProblems(scenario, ways)]);
}
