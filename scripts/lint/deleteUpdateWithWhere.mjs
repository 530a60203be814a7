/** Names under which this project hands out a connection: see db/client.ts. */
const CONNECTIONS = new Set(['db', 'tx', 'database', 'writer', 'connection']);

/** A whole statement in SQL that changes rows, as far as it can go without a condition. */
const UNCONDITIONAL =
  /^\s*(?:delete\s+from\s+[\w"`.]+\s*(?:;|returning\b|$)|update\s+[\w"`.]+\s+set\b(?!.*\bwhere\b))/is;

/**
 * A Drizzle `delete(table)` or `update(table).set(values)` must carry `.where(…)` in the same chain, and so must the same
 * statement written as SQL: one forgotten condition empties or overwrites the whole table.
 * @type {import('eslint').Rule.RuleModule}
 */
export const deleteUpdateWithWhere = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      noWhere: 'This {{verb}} has no condition and would hit every row. Add .where(…) to the same chain.',
      noSqlWhere: 'This statement has no WHERE and would hit every row.',
    },
  },
  create(context) {
    const checkText = (node, text) => {
      if (UNCONDITIONAL.test(text)) context.report({ node, messageId: 'noSqlWhere' });
    };
    return {
      'CallExpression[callee.type="MemberExpression"]'(node) {
        const verb = node.callee.property.name;
        if (!changesRows(node, verb, context.sourceCode) || hasCondition(node)) return;
        context.report({ node, messageId: 'noWhere', data: { verb } });
      },
      Literal: (node) => typeof node.value === 'string' && checkText(node, node.value),
      TemplateLiteral: (node) => checkText(node, node.quasis.map((quasi) => quasi.value.cooked ?? '').join('table')),
    };
  },
};

function changesRows(node, verb, sourceCode) {
  if (node.arguments.length !== 1) return false;
  if (verb === 'update') return isFollowedBy(node, 'set') || isConnection(node.callee.object);
  return verb === 'delete' && (isConnection(node.callee.object) || isTable(node.arguments[0], sourceCode));
}

function isConnection(object) {
  if (object.type === 'Identifier') return CONNECTIONS.has(object.name);
  return object.type === 'MemberExpression' && CONNECTIONS.has(object.property.name);
}

/** An identifier that was imported from a schema file, or a member of a namespace that was. */
function isTable(node, sourceCode) {
  const root = node.type === 'MemberExpression' ? node.object : node;
  if (root.type !== 'Identifier') return false;
  const [definition] = findVariable(sourceCode.getScope(root), root.name)?.defs ?? [];
  return definition?.type === 'ImportBinding' && /schema/.test(definition.parent.source.value);
}

function findVariable(scope, name) {
  for (let here = scope; here; here = here.upper) if (here.set.has(name)) return here.set.get(name);
  return null;
}

/** The call that hangs on this one in a chain: for `a.b().c()`, `c()` seen from `b()`. */
function nextCall(node) {
  const member = node.parent;
  const isChained = member?.type === 'MemberExpression' && member.object === node;
  return isChained && member.parent.type === 'CallExpression' && member.parent.callee === member ? member.parent : null;
}

function isFollowedBy(node, name) {
  return nextCall(node)?.callee.property.name === name;
}

function hasCondition(node) {
  for (let call = nextCall(node); call; call = nextCall(call)) {
    if (call.callee.property.name === 'where') return call.arguments.length === 1 && !isNothing(call.arguments[0]);
  }
  return false;
}

/** `undefined`, or `and()` and `or()` without conditions, which are the same to Drizzle. */
function isNothing(node) {
  if (node.type === 'Identifier') return node.name === 'undefined';
  return node.type === 'CallExpression' && /^(?:and|or)$/.test(node.callee.name ?? '') && node.arguments.length === 0;
}
