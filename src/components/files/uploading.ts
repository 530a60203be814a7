import { FILE_LIMITS } from '#src/domain/files/limits.ts';
import { FILE_PROBLEMS } from '#src/domain/files/problems.ts';
import { typeOfName } from '#src/domain/files/types.ts';

/** How an upload ended. `again`: sending the same file once more may work. */
export type UploadEnd =
  | { readonly kind: 'added' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'signed_out' }
  | { readonly kind: 'refused'; readonly words: string; readonly again: boolean };

export interface UploadCalls {
  /** Bytes that have left the device, out of all. */
  readonly onProgress: (sent: number, all: number) => void;
  readonly onEnd: (end: UploadEnd) => void;
}

/** An upload on its way. */
export interface RunningUpload {
  readonly cancel: () => void;
}

/** What can be said of a file before it is sent, or null. */
export function problemBefore(file: File | undefined): string | null {
  if (!file || file.name === '') return FILE_PROBLEMS.missing;
  if (file.size === 0) return FILE_PROBLEMS.empty;
  if (file.size > FILE_LIMITS.bytes) return FILE_PROBLEMS.too_large;
  return typeOfName(file.name) === null ? FILE_PROBLEMS.type : null;
}

const MAY_WORK_AGAIN = new Set([400, 408, 429, 500, 502, 503, 504]);
const NO_CONNECTION = 'The file did not arrive: there is no connection. Your file is still chosen; try again';
const NO_WORDS = 'The portal could not take the file just now. Your file is still chosen; try again';

/** Sends a form with its file. XMLHttpRequest, because nothing else in a browser says how much of a body has left. */
export function sendForm(form: HTMLFormElement, address: string, { onProgress, onEnd }: UploadCalls): RunningUpload {
  const request = new XMLHttpRequest();
  request.open('POST', address);
  request.setRequestHeader('accept', 'application/json');
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded, total));
  request.addEventListener('load', () => onEnd(endOf(request)));
  request.addEventListener('error', () => onEnd({ kind: 'refused', words: NO_CONNECTION, again: true }));
  request.addEventListener('abort', () => onEnd({ kind: 'cancelled' }));
  request.send(new FormData(form));
  return { cancel: () => request.abort() };
}

function endOf({ status, responseText }: XMLHttpRequest): UploadEnd {
  if (status === 201) return { kind: 'added' };
  if (status === 401) return { kind: 'signed_out' };
  return { kind: 'refused', words: wordsOf(responseText) ?? NO_WORDS, again: MAY_WORK_AGAIN.has(status) };
}

/** The portal's own words, from whichever of its rooms they come. */
function wordsOf(text: string): string | null {
  try {
    const said = JSON.parse(text) as { words?: unknown; message?: unknown };
    return [said.words, said.message].find((each): each is string => typeof each === 'string') ?? null;
  } catch {
    return null;
  }
}

/** Shows a part of the page as it is now on the server, and leaves everything else as it was typed. */
export async function renewPart(id: string): Promise<void> {
  const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const [now, shown] = [page.getElementById(id), document.getElementById(id)];
  if (now && shown) shown.replaceChildren(...[...now.childNodes].map((node) => document.importNode(node, true)));
}
