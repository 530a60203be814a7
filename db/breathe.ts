/**
 * Lets the event loop turn once. A local database answers at once, so a long loop of awaited calls never gives the loop back:
 * nobody else is served, and the driver frees no memory. Statements do this by themselves every hundred; loops that work long
 * on rows they already have call it every hundred rows.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
