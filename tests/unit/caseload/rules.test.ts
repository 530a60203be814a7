import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayCarry, ruleStage, standInTheWay, verdictOn } from '#src/domain/caseload/rules.ts';
import { VERDICTS } from '#src/domain/caseload/rulesSchema.ts';
import { CARRYINGS } from '#src/domain/caseload/words.ts';
import { defaultRules } from './office.ts';

const TRAINING = 'assess-domestic-abuse-and-children';
const ask = (attributes: readonly string[], week: number, doneModules: readonly string[] = [TRAINING]) =>
  verdictOn({ rules: defaultRules, attributes, week, doneModules });
const said = (...question: Parameters<typeof ask>) =>
  ask(...question).map(({ verdict, attribute }) => [verdict, attribute]);

describe('the stage of a week', () => {
  test.each([
    ['before the start', 0, 'induction'],
    ['the first week', 1, 'induction'],
    ['the last week of induction', 4, 'induction'],
    ['the week after', 5, 'first-six-months'],
    ['the last week of month 6', 26, 'first-six-months'],
    ['week 27', 27, 'months-7-to-12'],
    ['week 52', 52, 'months-7-to-12'],
    ['week 53', 53, 'later'],
    ['however long it takes', 400, 'later'],
  ])('%s', (_story, week, stage) => {
    expect(ruleStage(defaultRules, week).id).toBe(stage);
  });

  test('rules without a stage are a mistake', () => {
    expect(() => ruleStage({ stages: [] }, 3)).toThrow('name no stage');
  });
});

describe('what the cautious default says', () => {
  test.each([
    ['an ordinary case in induction is blocked', [], 3, [['block', 'any']]],
    ['an ordinary case after it is allowed, without a rule', [], 5, []],
    ['a high-risk case in month 3', ['high-risk-of-harm'], 12, [['block', 'high-risk-of-harm']]],
    ['a high-risk case late in training is co-worked', ['high-risk-of-harm'], 60, [['co_work', 'high-risk-of-harm']]],
    ['terrorism stays blocked to the end', ['terrorism'], 80, [['block', 'terrorism']]],
    [
      'the worst comes first, whatever was ticked first',
      ['high-risk-of-harm', 'domestic-abuse', 'terrorism'],
      60,
      [
        ['block', 'terrorism'],
        ['co_work', 'high-risk-of-harm'],
        ['allow', 'domestic-abuse'],
      ],
    ],
    ['an attribute that the rules do not know says nothing', ['left-handed'], 12, []],
    ['in induction the case is blocked whatever it is', ['domestic-abuse'], 2, [['block', 'any']]],
  ] as const)('%s', (_story, attributes, week, findings) => {
    expect(said(attributes, week)).toEqual(findings);
  });

  test('names stage, attribute, reason and approver as people read them', () => {
    expect(ask(['mappa-2-or-3'], 30)).toEqual([
      {
        verdict: 'block',
        attribute: 'mappa-2-or-3',
        attributeName: 'MAPPA level 2 or 3',
        stage: 'months-7-to-12',
        stageName: 'Months 7 to 12, weeks 27 to 52',
        reason: 'A qualified officer carries these cases; a trainee learns from them by shadowing at this stage.',
        approver: 'Head of the delivery unit',
        missingModules: [],
      },
    ]);
    expect(ask([], 1)[0]?.attributeName).toBe('Every case');
  });
});

describe('training that comes first', () => {
  test('blocks while a module is not done, and names it', () => {
    const [found] = verdictOn({
      rules: defaultRules,
      attributes: ['domestic-abuse'],
      week: 30,
      doneModules: [],
      moduleTitle: () => 'Domestic abuse and children',
    });
    expect(found).toMatchObject({ verdict: 'block', missingModules: [TRAINING] });
    expect(found?.reason).toMatch(/Not done yet: Domestic abuse and children\.$/);
  });

  test('a module without a title is named by its id', () => {
    expect(ask(['domestic-abuse'], 30, [])[0]?.reason).toContain(`Not done yet: ${TRAINING}.`);
  });

  test.each([
    ['then the rule itself counts: weeks 5 to 26', 10, 'co_work'],
    ['then the rule itself counts: from week 27', 30, 'allow'],
  ])('%s', (_story, week, verdict) => {
    expect(ask(['domestic-abuse'], week)[0]).toMatchObject({ verdict, missingModules: [] });
    expect(
      verdictOn({ rules: defaultRules, attributes: ['domestic-abuse'], week, doneModules: new Set([TRAINING]) })[0]
        ?.verdict,
    ).toBe(verdict);
  });
});

describe('how a case may be carried', () => {
  test.each([
    ['block', { shadow: true, co_work: false, lead_supervised: false, sole: false }],
    ['co_work', { shadow: true, co_work: true, lead_supervised: false, sole: false }],
    ['allow', { shadow: true, co_work: true, lead_supervised: true, sole: true }],
  ] as const)('%s', (verdict, open) => {
    expect(Object.fromEntries(CARRYINGS.map((carrying) => [carrying, mayCarry(verdict, carrying)]))).toEqual(open);
  });

  test('only what stands in the way must be set aside', () => {
    const findings = ask(['high-risk-of-harm', 'terrorism', 'domestic-abuse'], 60);
    const named = (carrying: (typeof CARRYINGS)[number]) =>
      standInTheWay(findings, carrying).map(({ attribute }) => attribute);
    expect(named('sole')).toEqual(['terrorism', 'high-risk-of-harm']);
    expect(named('co_work')).toEqual(['terrorism']);
    expect(named('shadow')).toEqual([]);
  });

  test('the worst of several comes first', () => {
    expect(ask(['domestic-abuse', 'high-risk-of-harm'], 60).map(({ verdict }) => verdict)).toEqual([
      'co_work',
      'allow',
    ]);
  });

  test('ticking one attribute more never makes a case milder', () => {
    const anyAttributes = fc.subarray(defaultRules.attributes.map(({ id }) => id));
    fc.assert(
      fc.property(
        anyAttributes,
        fc.constantFrom(...defaultRules.attributes),
        fc.integer({ min: 0, max: 120 }),
        (some, more, week) => {
          const rank = (attributes: readonly string[]) =>
            VERDICTS.indexOf(ask(attributes, week)[0]?.verdict ?? 'allow');
          expect(rank([...some, more.id])).toBeGreaterThanOrEqual(rank(some));
        },
      ),
    );
  });
});
