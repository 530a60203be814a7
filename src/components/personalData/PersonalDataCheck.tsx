import { createSignal, onCleanup, onMount, Show } from 'solid-js';
import { whenUsed } from '#src/components/ui/whenUsed.ts';

/** What the form says beside its fields while a hit is open. */
const OPEN_WORDS =
  'Some of this looks as if it belonged to a real person. Take it out, or say under the field why it may stay. Until then nothing of this form is saved or sent; what you typed stays on this page.';

interface Props {
  /** The form whose texts are looked at: those with a `PersonalDataHits` box. */
  formId: string;
}

/**
 * Looks for what belongs to real people while a form is filled in, shows each passage under its field, and keeps the form on the device
 * while one is open. Take it with `client:idle`. Without a script the server says the same when the form is sent.
 */
export function PersonalDataCheck(props: Props) {
  const [isOpen, setOpen] = createSignal(false);
  onMount(() => {
    const form = document.querySelector<HTMLFormElement>(`#${props.formId}`);
    // Here and not beside onMount: there it would run on the server too.
    if (form) onCleanup(whenUsed(form, { begin: () => watch(form, setOpen), isAtOnce: hasHits(form) }));
  });
  return (
    <div role="status" class="found-passages__status">
      <Show when={isOpen()}>
        <p>{OPEN_WORDS}</p>
      </Show>
    </div>
  );
}

/** What looks comes when it is needed: it weighs more than everything else on the page. */
async function watch(form: HTMLFormElement, setOpen: (isOpen: boolean) => void): Promise<() => void> {
  const { watchForm } = await import('./WatchForm.tsx');
  return watchForm(form, setOpen);
}

/** Whether the server sent hits with the form. */
function hasHits(form: HTMLFormElement): boolean {
  return [...form.querySelectorAll('[data-personal-data]')].some((box) => box.childElementCount > 0);
}
