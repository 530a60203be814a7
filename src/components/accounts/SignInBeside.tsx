import { actions } from 'astro:actions';
import { createSignal, createUniqueId, Show } from 'solid-js';
import { Portal } from 'solid-js/web';

interface Props {
  /** Called once she is signed in again: try again what was refused. */
  onSignedIn: () => void;
}

/** Signs in beside an open page whose session has ended, so that nothing typed there is lost. The browser's own dialog keeps the focus inside. */
export default function SignInBeside(props: Props) {
  const id = createUniqueId();
  const [problem, setProblem] = createSignal('');
  const [isBusy, setBusy] = createSignal(false);
  let dialog!: HTMLDialogElement;
  let form!: HTMLFormElement;

  async function signIn(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (isBusy()) return;
    setBusy(true);
    const typed = new FormData(form);
    const sent = { email: String(typed.get('email') ?? ''), password: String(typed.get('password') ?? '') };
    setProblem(await problemOf(sent));
    setBusy(false);
    if (problem()) return;
    form.reset();
    dialog.close();
    props.onSignedIn();
  }

  return (
    <div class="sign-in-beside">
      <button class="govuk-button govuk-button--secondary" type="button" onClick={() => dialog.showModal()}>
        Sign in here to save it
      </button>
      {/* At the end of the page: inside the form it helps, what is typed here would count as typed there. */}
      <Portal>
        <dialog ref={dialog} class="sign-in-beside__dialog" aria-labelledby={`${id}-title`}>
          <form ref={form} onSubmit={(event) => void signIn(event)} novalidate>
            <h2 class="govuk-heading-m" id={`${id}-title`}>
              Sign in again
            </h2>
            <p class="govuk-body">You were signed out. What you typed is still on the page behind this.</p>
            <Show when={problem()}>
              <p class="govuk-error-message" role="alert" id={`${id}-error`}>
                {problem()}
              </p>
            </Show>
            <div class="govuk-form-group">
              <label class="govuk-label" for={`${id}-email`}>
                E-mail address
              </label>
              <input
                class="govuk-input"
                id={`${id}-email`}
                name="email"
                type="email"
                autocomplete="username"
                spellcheck={false}
              />
            </div>
            <div class="govuk-form-group">
              <label class="govuk-label" for={`${id}-password`}>
                Password
              </label>
              <input
                class="govuk-input"
                id={`${id}-password`}
                name="password"
                type="password"
                autocomplete="current-password"
              />
            </div>
            <div class="govuk-button-group">
              <button class="govuk-button" type="submit" aria-disabled={isBusy()}>
                Sign in
              </button>
              <button class="govuk-button govuk-button--secondary" type="button" onClick={() => dialog.close()}>
                Not now
              </button>
            </div>
          </form>
        </dialog>
      </Portal>
    </div>
  );
}

/** Tries to sign in. Empty where that worked, else one sentence. */
async function problemOf(sent: { email: string; password: string }): Promise<string> {
  try {
    const { error } = await actions.accounts.signInBeside(sent);
    if (!error) return '';
    const { fields = {} } = error as { fields?: Record<string, string[] | undefined> };
    return Object.values(fields)[0]?.[0] ?? error.message;
  } catch {
    return 'There is no connection at the moment. Try again in a little while.';
  }
}
