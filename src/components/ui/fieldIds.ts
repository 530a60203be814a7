/** The id of a form field, from its name: characters that have a meaning in addresses become hyphens. */
export function fieldId(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]+/g, '-');
}

export const hintId = (id: string): string => `${id}-hint`;
export const errorId = (id: string): string => `${id}-error`;
export const countId = (id: string): string => `${id}-count`;

/** Ids for `aria-describedby`: hint, then error, then whatever stands under the field. Undefined when there is none of them. */
export function describedBy(
  id: string,
  parts: { hint?: string | undefined; error?: string | undefined; counted?: boolean | undefined },
): string | undefined {
  const ids = [parts.hint && hintId(id), parts.error && errorId(id), parts.counted && countId(id)].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
