/**
 * In .astro and .tsx: what is an element, an attribute or a slot is written in the source and never comes from data.
 * Neither Astro nor Solid escapes a name, so data used as one is markup.
 * Allowed as elements: imported components, functions, what `render(entry)` gives, and `wide ? 'h2' : 'h3'`.
 * Allowed to spread: objects whose keys are written out and, in components/ui only, what is left over of `Astro.props`.
 * @type {import('eslint').Rule.RuleModule}
 */
export const noDataAsElementOrSlotName = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      element: '<{{name}}> is not an imported component, so its name could come from data.',
      slot: 'A slot name is written out, not worked out.',
      spread: 'Write the attributes out: spreading an object makes its keys attribute names.',
    },
  },
  create(context) {
    const { sourceCode } = context;
    const isUi = /components[\\/]ui[\\/]/.test(context.filename);
    const checkSlotAttribute = (node) => {
      const name = node.name.name;
      const names = name === 'slot' || (name === 'name' && node.parent.name.name === 'slot');
      if (names && !isWritten(node.value)) context.report({ node, messageId: 'slot' });
    };
    const checkSpread = (node) => {
      if (isWrittenOut(node.argument, sourceCode) || (isUi && isLeftOver(node.argument, sourceCode))) return;
      context.report({ node, messageId: 'spread' });
    };
    return {
      JSXOpeningElement(node) {
        const root = rootOf(node.name);
        if (root && !isComponent(root, node, sourceCode)) {
          context.report({ node: node.name, messageId: 'element', data: { name: sourceCode.getText(node.name) } });
        }
      },
      JSXAttribute: checkSlotAttribute,
      AstroShorthandAttribute: checkSlotAttribute,
      AstroTemplateLiteralAttribute: checkSlotAttribute,
      JSXSpreadAttribute: checkSpread,
      'CallExpression[callee.object.property.name="slots"][callee.property.name="render"]'(node) {
        if (node.arguments[0]?.type !== 'Literal') context.report({ node, messageId: 'slot' });
      },
    };
  },
};

/** The identifier that decides what `<Name>` or `<A.b.C>` is; null for plain elements and custom ones. */
function rootOf(name) {
  if (name.type === 'JSXMemberExpression') return rootOf(name.object) ?? name.object;
  return name.type === 'JSXIdentifier' && /^[A-Z_$]/.test(name.name) ? name : null;
}

function isWritten(value) {
  if (value === null || value.type === 'Literal') return true;
  return value.type === 'JSXExpressionContainer' && value.expression.type === 'Literal';
}

function isComponent(identifier, node, sourceCode) {
  if (identifier.name === 'Fragment') return true;
  const variable = findVariable(sourceCode.getScope(node), identifier.name);
  const [definition] = variable?.defs ?? [];
  if (!definition || variable.defs.length > 1) return false;
  if (definition.type === 'ImportBinding' || definition.type === 'FunctionName') return true;
  return definition.type === 'Variable' && definition.parent.kind === 'const' && givesComponent(definition.node.init);
}

/** `await render(entry)` of astro:content, our `findLesson`, a function, or a choice between names that are written out. */
function givesComponent(init) {
  if (/^(?:Arrow)?FunctionExpression$/.test(init?.type ?? '')) return true;
  if (init?.type === 'ConditionalExpression') return choicesOf(init).every((choice) => choice.type === 'Literal');
  return (
    init?.type === 'AwaitExpression' &&
    init.argument.type === 'CallExpression' &&
    ['render', 'findLesson'].includes(init.argument.callee.name)
  );
}

/** Safe to spread: an object whose keys stand in the source, directly or in a `const`. */
function isWrittenOut(argument, sourceCode) {
  if (argument.type !== 'Identifier') return choicesOf(argument).every(hasWrittenKeys);
  const definition = definitionOf(argument, sourceCode);
  if (definition?.type !== 'Variable' || definition.parent.kind !== 'const') return false;
  return definition.node.id.type === 'Identifier' && choicesOf(definition.node.init).every(hasWrittenKeys);
}

function hasWrittenKeys(node) {
  return node.type === 'ObjectExpression' && node.properties.every((key) => key.type === 'Property' && !key.computed);
}

/** The ends of `a ? b : (c ? d : e)`: b, d and e. */
function choicesOf(node) {
  return node.type === 'ConditionalExpression' ? [node.consequent, node.alternate].flatMap(choicesOf) : [node];
}

/** The `rest` of `const { label, ...rest } = Astro.props`, of a parameter that is taken apart, or of such a rest again. */
function isLeftOver(argument, sourceCode) {
  if (argument.type !== 'Identifier') return false;
  const definition = definitionOf(argument, sourceCode);
  if (definition?.name.parent.type !== 'RestElement') return false;
  if (definition.type === 'Parameter') return true;
  const { init } = definition.node;
  return sourceCode.getText(init) === 'Astro.props' || isLeftOver(init, sourceCode);
}

function definitionOf(identifier, sourceCode) {
  return findVariable(sourceCode.getScope(identifier), identifier.name)?.defs[0];
}

function findVariable(scope, name) {
  for (let here = scope; here; here = here.upper) if (here.set.has(name)) return here.set.get(name);
  return null;
}
