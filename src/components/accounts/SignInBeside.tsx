import { actions } from 'astro:actions';
import { createSignal, createUniqueId } from 'solid-js';
import { Portal } from 'solid-js/web';
import { SignInFields } from './SignInFields.tsx';

interface Props {
  /** Called once she is signed in again: try again what was refused. */
  onSignedIn: () => void;
}

/** Signs in beside an open page whose session has ended, so that nothing typed there is lost. The browser's own dialog keeps the focus inside. */
export function SignInBeside(props: Props) {
  const titleId = createUniqueId();
  const [problem, setProblem] = createSignal('');
  const [isBusy, setBusy] = createSignal(false);
  let dialog!: HTMLDialogElement;

  const settle = (form: HTMLFormElement, found: string) => {
    setBusy(false);
    setProblem(found);
    if (found) return;
    form.reset();
    dialog.close();
    props.onSignedIn();
  };
  const onSubmit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    if (isBusy()) return;
    const form = event.currentTarget;
    setBusy(true);
    trySignIn(new FormData(form)).then(
      (found) => settle(form, found),
      () => settle(form, 'There is no connection at the moment. Try again in a little while.'),
    );
  };

  return (
    <>
      <button class="govuk-button govuk-button--secondary" type="button" onClick={() => dialog.showModal()}>
        Sign in here to save it
      </button>
      {/* At the end of the page: inside the form it helps, what is typed here would count as typed there. */}
      <Portal>
        <dialog ref={dialog} class="sign-in-beside" aria-labelledby={titleId}>
          <form onSubmit={onSubmit} novalidate>
            <SignInFields titleId={titleId} problem={problem()} />
            <SignInButtons isBusy={isBusy()} onCancel={() => dialog.close()} />
          </form>
        </dialog>
      </Portal>
    </>
  );
}

function SignInButtons(props: { isBusy: boolean; onCancel: () => void }) {
  return (
    <div class="govuk-button-group">
      <button class="govuk-button" type="submit" aria-disabled={props.isBusy}>
        Sign in
      </button>
      <button class="govuk-button govuk-button--secondary" type="button" onClick={() => props.onCancel()}>
        Not now
      </button>
    </div>
  );
}

/** Empty where that worked, else one sentence. */
async function trySignIn(typed: FormData): Promise<string> {
  const { error } = await actions.accounts.signInBeside({
    email: textOf(typed, 'email'),
    password: textOf(typed, 'password'),
  });
  if (!error) return '';
  const { fields = {} } = error as { fields?: Record<string, string[] | undefined> };
  return Object.values(fields)[0]?.[0] ?? error.message;
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
