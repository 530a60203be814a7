import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#src/domain/errors.ts';
import { choose, currentPath, endingsFound, fits, goBack } from '#src/domain/exercises/walk.ts';
import { shownScenario } from '#src/domain/exercises/shownScenario.ts';
import type { Path } from '#src/domain/exercises/work.ts';
import { keptWork, SCENARIO } from './samples.ts';

/** A way in short: "call/visit door/talk > holds". */
const said = ({ choices, endingId }: Path) =>
  `${choices.map(({ stepId, choiceId }) => `${stepId}/${choiceId}`).join(' ')}${endingId ? ` > ${endingId}` : ''}`;

/** The scenario as Amara sees it after these ways. */
const shownAfter = (paths: readonly Path[]) =>
  shownScenario(SCENARIO, { personId: 'amara', kept: keptWork({ kind: 'scenario', paths }) });

/** Choices one after the other, as "step/choice"; "back:step" goes back there. */
function walked(doings: string, from: readonly Path[] = []): readonly Path[] {
  return doings.split(' ').reduce<readonly Path[]>((paths, doing) => {
    if (doing.startsWith('back:')) return goBack(SCENARIO, paths, doing.slice(5));
    const [stepId = '', choiceId = ''] = doing.split('/');
    return choose(SCENARIO, paths, { stepId, choiceId });
  }, from);
}

describe('a way through a scenario', () => {
  test.each([
    ['goes on from step to step', 'call/visit door/talk', ['call/visit door/talk']],
    ['comes to an ending', 'call/wait evening/go-home', ['call/wait evening/go-home > lost']],
    ['takes the same choice again as nothing new', 'call/visit door/talk call/visit', ['call/visit door/talk']],
    [
      'is left as it was when another choice is made further back, and a new one shares its beginning',
      'call/visit door/talk kitchen/agree door/leave',
      ['call/visit door/talk kitchen/agree > holds', 'call/visit door/leave'],
    ],
    [
      'goes back to where another way can be tried',
      'call/visit door/talk kitchen/agree back:kitchen',
      ['call/visit door/talk kitchen/agree > holds', 'call/visit door/talk'],
    ],
    ['begins again', 'call/visit door/leave back:call', ['call/visit door/leave', '']],
    [
      'is told once where it was gone twice',
      'call/wait evening/go-home back:call call/wait evening/go-home',
      ['call/wait evening/go-home > lost'],
    ],
    [
      'that says nothing the new one does not is not kept beside it',
      'call/visit back:call call/visit door/talk',
      ['call/visit door/talk'],
    ],
    [
      'goes on at a step of an older way, as from a tab that stayed open',
      'call/visit door/talk kitchen/agree back:call call/wait kitchen/promise',
      ['call/visit door/talk kitchen/agree > holds', 'call/wait', 'call/visit door/talk kitchen/promise > for-now'],
    ],
  ])('%s', (_story, doings, expected) => {
    expect(walked(doings).map(said)).toEqual(expected);
  });

  test.each([
    ['a choice of another step', 'call/talk', 'Choose one of the ways shown.'],
    ['no choice', 'call/', 'Choose one of the ways shown.'],
    ['a step she has not come to', 'kitchen/agree', /^You have not come to this step yet/],
    ['a step that there is not', 'attic/agree', /^You have not come to this step yet/],
    ['an ending as a step', 'lost/agree', /^You have not come to this step yet/],
    ['going back to where she never was', 'back:kitchen', /^You have not come to this step yet/],
  ])('%s is refused at its field', (_story, doings, words) => {
    const refusal = (() => {
      try {
        return walked(doings);
      } catch (error) {
        return error;
      }
    })() as Refusal;
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal.fields['parole-recall-thursday__choice']).toMatch(words);
  });

  test('a choice or a way back sent twice changes nothing the second time', () => {
    const once = walked('call/visit door/talk kitchen/agree');
    expect(walked('kitchen/agree', once)).toBe(once);
    const back = walked('back:door', once);
    expect(walked('back:door', back)).toBe(back);
  });
});

describe('an exercise that has changed since', () => {
  const paths: readonly Path[] = [
    ...walked('call/wait evening/go-home'),
    {
      choices: [
        { stepId: 'call', choiceId: 'visit' },
        { stepId: 'garden', choiceId: 'dig' },
      ],
      endingId: null,
    },
  ];

  test('a way that no longer fits is kept, told, and read as far as it can be', () => {
    const shown = shownAfter(paths);
    expect(paths.map((path) => fits(SCENARIO, path))).toEqual([true, false]);
    expect(shown.changed).toContain('This exercise has changed');
    expect(shown.earlier).toEqual([['Choose visit']]);
    expect(shown).toMatchObject({ way: [], now: { kind: 'step', stepId: 'call' }, found: [{ title: 'Lost' }] });
  });

  test('a new way begins beside it, and nothing is lost', () => {
    expect(walked('call/visit door/talk', paths).map(said)).toEqual([
      'call/wait evening/go-home > lost',
      'call/visit garden/dig',
      'call/visit door/talk',
    ]);
  });

  test('a step is found again on a way that fits, and not on one that does not', () => {
    const older: Path = {
      choices: [
        { stepId: 'garden', choiceId: 'dig' },
        { stepId: 'door', choiceId: 'talk' },
      ],
      endingId: null,
    };
    const kept = [...walked('call/visit door/talk kitchen/agree'), older];
    expect(walked('back:door', kept).map(said).at(-1)).toBe('call/visit');
  });

  test('a way that ended where the scenario now goes on keeps its ending beside the longer one', () => {
    const [call, door, evening, kitchen] = SCENARIO.steps;
    const [ring, goHome] = evening!.choices;
    const longer = {
      ...SCENARIO,
      steps: [call!, door!, { ...evening!, choices: [ring!, { ...goHome!, to: 'kitchen' }] }, kitchen!],
    };
    const ended = walked('call/wait evening/go-home');
    const begun = choose(longer, ended, { stepId: 'call', choiceId: 'wait' });
    const further = choose(longer, begun, { stepId: 'evening', choiceId: 'go-home' });
    expect(further.map(said)).toEqual(['call/wait evening/go-home > lost', 'call/wait evening/go-home']);
    expect(endingsFound(longer, further)).toEqual(['lost']);
  });

  test('an ending that a way no longer leads to still counts as found', () => {
    const older: Path = { choices: [{ stepId: 'garden', choiceId: 'dig' }], endingId: 'holds' };
    expect(endingsFound(SCENARIO, [older])).toEqual(['holds']);
  });
});

describe('whatever somebody does', () => {
  const doing = fc.record({
    isBack: fc.boolean(),
    stepId: fc.constantFrom(...SCENARIO.steps.map(({ id }) => id), 'nowhere'),
    choiceId: fc.constantFrom(...SCENARIO.steps.flatMap(({ choices }) => choices.map(({ id }) => id))),
  });
  const doings = fc.array(doing, { maxLength: 60 });

  function tried(
    paths: readonly Path[],
    { isBack, stepId, choiceId }: { isBack: boolean; stepId: string; choiceId: string },
  ) {
    try {
      return isBack ? goBack(SCENARIO, paths, stepId) : choose(SCENARIO, paths, { stepId, choiceId });
    } catch (error) {
      if (error instanceof Refusal) return paths;
      throw error;
    }
  }

  test('from anywhere, the first choice each time comes to an ending within as many choices as there are steps', () => {
    fc.assert(
      fc.property(doings, (list) => {
        let paths = list.reduce(tried, [] as readonly Path[]);
        let shown = shownAfter(paths);
        for (let left = SCENARIO.steps.length; shown.now.kind === 'step' && left > 0; left -= 1) {
          const { stepId, choices } = shown.now;
          paths = choose(SCENARIO, paths, { stepId, choiceId: choices[0]!.id });
          shown = shownAfter(paths);
        }
        expect(shown.now.kind).toBe('ending');
      }),
    );
  });

  test('an ending once found stays found, every way kept fits, and no more are kept than there are ways', () => {
    fc.assert(
      fc.property(doings, (list) => {
        let paths: readonly Path[] = [];
        for (const one of list) {
          const before = endingsFound(SCENARIO, paths);
          paths = tried(paths, one);
          expect(endingsFound(SCENARIO, paths)).toEqual(expect.arrayContaining(before));
          expect(paths.every((path) => fits(SCENARIO, path))).toBe(true);
        }
        // Eight ways lead from the start to an ending, and one more may be on its way.
        expect(paths.length).toBeLessThanOrEqual(9);
        expect(new Set(paths.map(said)).size).toBe(paths.length);
        expect(fits(SCENARIO, currentPath(SCENARIO, paths))).toBe(true);
      }),
    );
  });
});
