interface Used {
  /** Fetches and starts what serves the form; gives back what ends it. */
  readonly begin: () => Promise<() => void>;
  /** Do not wait until somebody uses it. */
  readonly isAtOnce?: boolean;
}

/**
 * Starts what serves a form when somebody begins to use it, so that a page that is only read stays light. A form that is sent before
 * waits for it. Where it cannot be fetched, the form goes as it does without scripts. Gives back what ends it.
 */
export function whenUsed(form: HTMLFormElement, { begin, isAtOnce = false }: Used): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let end: (() => void) | null = null;
  let isSettled = false;
  let begun: Promise<void> | undefined;
  const beginOnce = () => {
    begun ??= begin()
      .then((ending) => {
        if (signal.aborted) ending();
        else end = ending;
      })
      .catch(() => undefined)
      .then(() => {
        isSettled = true;
      });
    return begun;
  };
  const hold = (event: SubmitEvent) => {
    if (isSettled) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void beginOnce().then(() => form.requestSubmit(event.submitter));
  };
  for (const use of ['focusin', 'change'] as const)
    form.addEventListener(use, () => void beginOnce(), { signal, once: true });
  form.addEventListener('submit', hold, { signal, capture: true });
  if (isAtOnce || form.contains(document.activeElement)) void beginOnce();
  return () => {
    stop.abort();
    end?.();
  };
}
