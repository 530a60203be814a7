import { builtinRules } from 'eslint/use-at-your-own-risk';

const original = builtinRules.get('max-lines-per-function');

/**
 * ESLint's `max-lines-per-function`, except that the body of a `describe` is a chapter of tests and may be any length.
 * @type {import('eslint').Rule.RuleModule}
 */
export const testLength = {
  meta: original.meta,
  create(context) {
    const report = (problem) => isChapter(problem.node) || context.report(problem);
    return original.create(Object.create(context, { report: { value: report } }));
  },
};

/** The callback of `describe(…)`, `describe.each(…)(…)` or `test.describe(…)`. */
function isChapter(node) {
  const call = node.parent;
  if (call?.type !== 'CallExpression' || call.callee === node) return false;
  return namesOf(call.callee).includes('describe');
}

function namesOf(callee) {
  if (callee.type === 'CallExpression') return namesOf(callee.callee);
  if (callee.type === 'MemberExpression') return [...namesOf(callee.object), callee.property.name];
  return [callee.name];
}
