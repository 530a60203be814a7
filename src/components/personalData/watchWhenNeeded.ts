type SetOpen = (isOpen: boolean) => void;

/** Whether the server sent hits with the form. */
const hasHits = (form: HTMLFormElement) =>
  [...form.querySelectorAll('[data-personal-data]')].some((box) => box.childElementCount > 0);

/**
 * Fetches what looks at a form when somebody begins to fill it in, or at once where it came with hits; a page that is only read stays
 * light. A form that is sent before that waits for it. Gives back what ends it. Where nothing can be fetched, the server looks alone.
 */
export function watchWhenNeeded(form: HTMLFormElement, setOpen: SetOpen): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let end: (() => void) | null = null;
  let isSettled = false;
  let begun: Promise<void> | undefined;
  const begin = () => {
    begun ??= import('./watchForm.tsx')
      .then(({ watchForm }) => {
        if (!signal.aborted) end = watchForm(form, setOpen);
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
    void begin().then(() => form.requestSubmit(event.submitter));
  };
  form.addEventListener('focusin', () => void begin(), { signal, once: true });
  form.addEventListener('submit', hold, { signal, capture: true });
  if (hasHits(form) || form.contains(document.activeElement)) void begin();
  return () => {
    stop.abort();
    end?.();
  };
}
