/**
 * Calls `act` once when the process that started this one is gone. `parent` is its id, where it is known for sure: it may
 * have ended before this process could look. Gives back a function that stops watching.
 */
export function whenParentEnds(act, parent = process.ppid) {
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, 250);
  timer.unref();
  return () => clearInterval(timer);
}
