import { actions } from 'astro:actions';
import { createSignal, onCleanup, onMount, Show } from 'solid-js';
import { SignInBeside } from '#src/components/accounts/SignInBeside.tsx';

/** What is said beside a rating. */
const WORDS = {
  saving: 'Keeping…',
  kept: 'Kept',
  unreachable: 'Not kept: no connection. Choose again when there is one.',
  signedOut: 'Not kept yet: you were signed out. Sign in with the button below.',
} as const;

const say = (form: HTMLFormElement, words: string) => {
  const status = form.querySelector('[role="status"]');
  if (status) status.textContent = words;
};

/** Forms in which something was chosen before this script ran, on a slow line: nobody heard it. */
function chosenBefore(): HTMLFormElement[] {
  const isChosen = (select: HTMLSelectElement) =>
    [...select.options].some(({ selected, defaultSelected }, at) => selected && at > 0 && !defaultSelected);
  return [...document.querySelectorAll<HTMLFormElement>('form[data-rating]')].filter((form) =>
    [...form.querySelectorAll('select')].some(isChosen),
  );
}

/** Keeps every rating of the page as soon as it is chosen. Without a script the form's own button does it. */
export function RatingKeeper() {
  const [waiting, setWaiting] = createSignal<HTMLFormElement | null>(null);

  const keep = async (form: HTMLFormElement) => {
    say(form, WORDS.saving);
    try {
      const { error } = await actions.portfolio.rate(new FormData(form));
      if (error?.code === 'UNAUTHORIZED') setWaiting(form);
      say(form, error ? (error.code === 'UNAUTHORIZED' ? WORDS.signedOut : `Not kept: ${error.message}`) : WORDS.kept);
    } catch {
      say(form, WORDS.unreachable);
    }
  };
  const again = () => {
    const form = waiting();
    setWaiting(null);
    if (form) void keep(form);
  };
  onMount(() => {
    const stop = new AbortController();
    document.documentElement.classList.add('keeps-ratings');
    document.addEventListener(
      'change',
      ({ target }) => {
        const form = target instanceof HTMLSelectElement ? target.form : null;
        if (form?.dataset['rating'] !== undefined) void keep(form);
      },
      { signal: stop.signal },
    );
    for (const form of chosenBefore()) void keep(form);
    onCleanup(() => stop.abort());
  });

  return (
    <Show when={waiting()}>
      <div class="rating-keeper">
        <SignInBeside onSignedIn={again} />
      </div>
    </Show>
  );
}
