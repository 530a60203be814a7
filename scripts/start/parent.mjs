/** Calls `act` once when the process that started this one is gone. Gives back a function that stops watching. */
export function whenParentEnds(act) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, 250);
  timer.unref();
  return () => clearInterval(timer);
}
