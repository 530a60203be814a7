/** Lists for ESLint's `no-restricted-syntax`, each for one kind of file. */
const forbid = (selector, message) => ({ selector, message });

export const DEFAULT_EXPORT = [
  forbid(
    'ExportDefaultDeclaration',
    'Use a named export: one name in every file. Default only where Astro or a tool asks.',
  ),
  forbid('TSEnumDeclaration', 'Plain Node cannot strip an enum. Use a list `as const`.'),
];

/** Rules take the time, the chance and the world as arguments. */
export const PURE = [
  forbid(
    'NewExpression[callee.name="Date"][arguments.length=0]',
    'Domain rules have no clock: take the instant as an argument.',
  ),
  forbid('CallExpression[callee.object.name="Date"][callee.property.name="now"]', 'Domain rules have no clock.'),
  forbid(
    'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    'Domain rules have no chance in them.',
  ),
  forbid('MemberExpression[object.name=/^(?:process|console|crypto)$/]', 'Domain rules do not touch the world.'),
  forbid('CallExpression[callee.name="fetch"]', 'Domain rules do not touch the world.'),
];

/** What an island may not do in the browser. */
export const BROWSER = [
  forbid('JSXAttribute[name.name=/^(?:innerHTML|outerHTML)$/]', 'Markup out of data is a hole. Render elements.'),
  forbid(
    'MemberExpression[object.name=/^(?:localStorage|sessionStorage|indexedDB)$/]',
    'Drafts are kept on the server only.',
  ),
  forbid(
    'MemberExpression[object.name="window"][property.name=/^(?:local|session)Storage$/]',
    'Drafts are kept on the server only.',
  ),
];

/** What the content security policy would refuse in the browser, refused before it gets there. */
export const INLINE = [
  forbid(
    'JSXAttribute[name.namespace.name="is"][name.name.name="inline"]',
    'Inline scripts are refused by our policy. Leave is:inline out.',
  ),
  forbid(
    'JSXAttribute[name.namespace.name="define"]',
    'Astro writes define:vars inline, which our policy refuses. Use data-* attributes.',
  ),
  forbid('JSXAttribute[name.name=/^on[a-z]+$/]', 'Inline handlers are refused by our policy.'),
  forbid('JSXAttribute[name.name="style"]', 'Inline styles are refused by our policy. Use a class.'),
];

export const SLEEP = [
  forbid('MemberExpression[property.name="waitForTimeout"]', 'Wait for what the person would see, not for the clock.'),
  forbid('ImportDeclaration[source.value="node:timers/promises"]', 'Hand the time in; do not sleep on it.'),
  forbid(
    'CallExpression[callee.property.name="only"][callee.object.name=/^(?:test|describe|it)$/]',
    'This would leave every other test out.',
  ),
];
