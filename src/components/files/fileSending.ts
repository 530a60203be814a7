import { sizeWords } from '#src/domain/files/limits.ts';
import { kindsInWords } from '#src/domain/personalData/words.ts';
import { errorId, hintId } from '#src/components/ui/fieldIds.ts';
import { problemBefore, renewPart, type RunningUpload, sendForm, type UploadEnd } from './uploading.ts';

/** Where the sending of a file stands; `said` is read out. */
export type SendingState =
  | { readonly kind: 'waiting' | 'signed_out'; readonly said: string }
  | { readonly kind: 'asking'; readonly said: string; readonly found: string }
  | { readonly kind: 'stopped'; readonly said: string; readonly again: boolean }
  | {
      readonly kind: 'sending';
      readonly said: string;
      readonly name: string;
      readonly sent: number;
      readonly all: number;
      /** "12 MB of 50 MB". */
      readonly told: string;
    };

interface Sending {
  readonly form: HTMLFormElement;
  readonly listId: string;
  readonly say: (state: SendingState) => void;
  /** Stops listening, and what is on its way. */
  readonly signal: AbortSignal;
}

/** Takes a form with a file over from the browser: looks, sends, tells, and begins anew with the next file. */
export class FileSending {
  readonly #parts: Sending;
  readonly #input: HTMLInputElement;
  /** Made anew with every file that is chosen; the same file tried again keeps it, so that it can arrive only once. */
  #id: string | null = null;
  #running: RunningUpload | null = null;
  #isBusy = false;

  constructor(parts: Sending) {
    this.#parts = parts;
    const { form, signal } = parts;
    const input = form.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) throw new Error('The form has no file field.');
    this.#input = input;
    form.addEventListener('submit', (event) => this.#submitted(event), { signal });
    input.addEventListener('change', () => this.#chosen(), { signal });
    signal.addEventListener('abort', () => this.cancel());
  }

  cancel(): void {
    this.#running?.cancel();
  }

  /** Sends the file that is chosen once more, or all the same. */
  again(): void {
    if (this.#isBusy) return;
    this.#send();
    // The button that was pressed is gone: whoever goes by keyboard stays beside it.
    this.#parts.form.querySelector<HTMLButtonElement>('button:not([type="button"])')?.focus();
  }

  /** Lets go of the file that is chosen. */
  another(): void {
    this.#clear();
    this.#parts.say({ kind: 'waiting', said: '' });
    this.#input.focus();
  }

  #chosen(): void {
    this.#id = null;
    this.#tell(null);
    if (!this.#isBusy) this.#parts.say({ kind: 'waiting', said: '' });
  }

  #submitted(event: SubmitEvent): void {
    event.preventDefault();
    if (this.#isBusy) return;
    const problem = problemBefore(this.#input.files?.[0]);
    this.#tell(problem);
    if (problem === null) void this.#look();
    else this.#input.focus();
  }

  /** The text of a document is looked at before it leaves the device. What reads it comes only when it is needed. */
  async #look(): Promise<void> {
    const file = this.#input.files?.[0];
    if (!file) return;
    this.#isBusy = true;
    this.#parts.say({ kind: 'waiting', said: 'Looking at the file on your device…' });
    const { checkFileHere } = await import('#src/components/personalData/readFile.ts');
    const found = await checkFileHere(file);
    this.#isBusy = false;
    if (file !== this.#input.files?.[0]) return this.#parts.say({ kind: 'waiting', said: '' });
    if (found === null || found.length === 0) return this.#send();
    this.#parts.say({ kind: 'asking', said: '', found: kindsInWords(found) });
  }

  #send(): void {
    const [name, all] = [this.#input.files?.[0]?.name ?? '', this.#input.files?.[0]?.size ?? 0];
    this.#isBusy = true;
    this.#id ??= crypto.randomUUID();
    const address = new URL(this.#parts.form.action);
    address.searchParams.set('id', this.#id);
    const tell = (sent: number) =>
      this.#parts.say({ kind: 'sending', said: '', name, sent, all, told: `${sizeWords(sent)} of ${sizeWords(all)}` });
    tell(0);
    this.#running = sendForm(this.#parts.form, address.href, {
      // The form around the file counts too: told are bytes of the file.
      onProgress: (sent, total) => tell(sent < total ? Math.min(sent, all - 1) : all),
      onEnd: (end) => this.#ended(end, name),
    });
    // What is on its way was taken as it is; another may be chosen only when it has ended.
    this.#input.disabled = true;
  }

  #cancelled(name: string): void {
    this.#parts.say({ kind: 'stopped', said: `${name} was not uploaded.`, again: true });
    this.#input.focus();
  }

  #ended(end: UploadEnd, name: string): void {
    this.#running = null;
    this.#isBusy = false;
    this.#input.disabled = false;
    const { say } = this.#parts;
    if (end.kind === 'cancelled') return this.#cancelled(name);
    if (end.kind === 'signed_out') return say({ kind: 'signed_out', said: '' });
    if (end.kind === 'added') return void this.#added(name);
    this.#tell(end.words);
    say({ kind: 'stopped', said: '', again: end.again });
  }

  async #added(name: string): Promise<void> {
    this.#clear();
    await renewPart(this.#parts.listId).catch(() => undefined);
    this.#parts.say({ kind: 'waiting', said: `${name} is uploaded and listed above.` });
  }

  #clear(): void {
    this.#input.value = '';
    this.#id = null;
    this.#tell(null);
  }

  /** Says what is wrong next to the field, as the server does, or takes it away again. */
  #tell(words: string | null): void {
    const group = this.#input.closest('.govuk-form-group');
    const id = this.#input.id;
    document.getElementById(errorId(id))?.remove();
    group?.classList.toggle('govuk-form-group--error', words !== null);
    this.#input.classList.toggle('govuk-file-upload--error', words !== null);
    this.#input.setAttribute('aria-describedby', words === null ? hintId(id) : `${hintId(id)} ${errorId(id)}`);
    if (words !== null) this.#input.before(errorMessage(errorId(id), words));
  }
}

function errorMessage(id: string, words: string): HTMLElement {
  const message = Object.assign(document.createElement('p'), { id, className: 'govuk-error-message' });
  message.role = 'alert';
  const hidden = Object.assign(document.createElement('span'), { className: 'govuk-visually-hidden' });
  hidden.textContent = 'Error:';
  message.append(hidden, ` ${words}`);
  return message;
}
