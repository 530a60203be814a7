import { createSignal, createUniqueId, onCleanup, onMount, Show } from 'solid-js';
import { SignInBeside } from '#src/components/accounts/SignInBeside.tsx';
import { whenUsed } from '#src/components/ui/whenUsed.ts';
import type { FileSending, SendingState } from './fileSending.ts';

interface Props {
  formId: string;
  /** What lists the files; renewed when one has come. */
  listId: string;
}

/**
 * Sends the file of a form and shows how far it is, with a way to stop it and to try again. Without a script the form sends itself.
 * Take it with `client:idle`.
 */
export function FileUpload(props: Props) {
  const [state, setState] = createSignal<SendingState>({ kind: 'waiting', said: '' });
  let sending: FileSending | undefined;
  onMount(() => {
    const form = document.querySelector<HTMLFormElement>(`#${props.formId}`);
    if (!form) return;
    const begin = async () => {
      const { FileSending } = await import('./fileSending.ts');
      const stop = new AbortController();
      sending = new FileSending({ form, listId: props.listId, say: setState, signal: stop.signal });
      return () => stop.abort();
    };
    // Here and not beside onMount: there it would run on the server too.
    onCleanup(whenUsed(form, { begin }));
  });
  return (
    <div class="file-upload">
      <Progress state={state()} onCancel={() => sending?.cancel()} />
      <Stopped state={state()} onAgain={() => sending?.again()} onAnother={() => sending?.another()} />
      <Show when={state().kind === 'signed_out'}>
        <p>You were signed out, so the file did not arrive. It is still chosen.</p>
        <SignInBeside onSignedIn={() => sending?.again()} />
      </Show>
      <p class="muted small" role="status">
        {state().said}
      </p>
    </div>
  );
}

const isMoving = ({ sent, all }: { sent: number; all: number }) => sent < all;

/** How much has left the device, in figures and as a bar; then that the portal looks at it. */
function Progress(props: { state: SendingState; onCancel: () => void }) {
  const labelId = createUniqueId();
  const moving = () => (props.state.kind === 'sending' ? props.state : null);
  return (
    <Show when={moving()}>
      {(now) => (
        <div class="file-upload__progress">
          <p id={labelId}>
            {isMoving(now())
              ? `Uploading ${now().name}: ${now().told}`
              : `${now().name} has arrived and is being checked`}
          </p>
          <Show when={isMoving(now())} fallback={<progress aria-labelledby={labelId} />}>
            <progress aria-labelledby={labelId} max={now().all} value={now().sent} />
          </Show>
          <button type="button" class="govuk-button govuk-button--secondary" onClick={() => props.onCancel()}>
            Cancel the upload
          </button>
        </div>
      )}
    </Show>
  );
}

/** What can be done where an upload stopped: send it again, or think twice. */
function Stopped(props: { state: SendingState; onAgain: () => void; onAnother: () => void }) {
  const canRepeat = () => props.state.kind === 'stopped' && props.state.again;
  return (
    <>
      <Show when={canRepeat()}>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => props.onAgain()}>
          Try again
        </button>
      </Show>
      <Show when={props.state.kind === 'asking' ? props.state : null}>
        {(now) => (
          <div class="file-upload__asking" role="alert">
            <p>
              <strong>Its text seems to hold {now().found}.</strong> It has not left your device. Take that out and
              choose the file again; or upload it as it is and say why it may stay.
            </p>
            <div class="govuk-button-group">
              <button type="button" class="govuk-button govuk-button--secondary" onClick={() => props.onAnother()}>
                Choose another file
              </button>
              <button type="button" class="link-button" onClick={() => props.onAgain()}>
                Upload it as it is
              </button>
            </div>
          </div>
        )}
      </Show>
    </>
  );
}
