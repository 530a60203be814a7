/** What stands in a field: what was typed where the form comes back, else the value that it begins from. */
export type Typed = (name: string, fallback: string) => string;

/** Reads what was posted. A form that was never sent has its fallbacks everywhere. */
export function typedIn(posted: Readonly<Record<string, readonly string[]>>): Typed {
  return (name, fallback) => posted[name]?.[0] ?? fallback;
}

/** Whether a box is ticked: in a form that comes back what was sent, else the value it begins from. */
export function tickedIn(
  posted: Readonly<Record<string, readonly string[]>>,
  name: string,
  fallback: boolean,
): boolean {
  return Object.keys(posted).length === 0 ? fallback : posted[name]?.[0] === 'yes';
}

/** Whether anything is wrong in the fields whose names begin so: then the part that holds them stands open. */
export function isWrong(errors: Readonly<Record<string, string>>, ...prefixes: string[]): boolean {
  return Object.keys(errors).some((name) => prefixes.some((prefix) => name.startsWith(prefix)));
}
