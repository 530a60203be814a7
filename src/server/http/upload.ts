import type { IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';
import type { Limits, TurnedAway } from './doors/door.ts';
import { LONG_FORM_BYTES } from './longForm.ts';

/** The one address that takes files. Its body stays on the wire until the page has asked who sends it and for what. */
const UPLOAD_PATH = '/portfolio/files';
const MULTIPART = /^multipart\/form-data\s*;/iu;

/** Whether a request is an upload: exactly this address, a form that may hold files, and no action on it. Anything else is a form like any other. */
export const isUpload = (req: Asked): boolean => isFileForm(req, UPLOAD_PATH);

type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

function isFileForm({ method, url = '', headers }: Asked, address: string): boolean {
  const [path, query = ''] = url.split('?');
  if (method !== 'POST' || path !== address || !MULTIPART.test(headers['content-type'] ?? '')) return false;
  return !/(?:^|&)_action(?:=|&|$)/u.test(decodeURIComponent(query));
}

/** A table of criteria or of people that is far too long is told to be by its own page, beside what else was typed. */
const TABLE_PATHS = ['/admin/qualification/import', '/admin/people/import'] as const;

/** How many bytes of body a request may announce and send. */
export function mostBytesOf(req: Asked, { bodyBytes, uploadBytes }: Limits): number {
  if (isUpload(req)) return uploadBytes;
  return TABLE_PATHS.some((path) => isFileForm(req, path)) ? Math.max(bodyBytes, LONG_FORM_BYTES) : bodyBytes;
}

/** A body that has not been read: `open` begins, `close` lets go of it, whatever has come by then. */
export interface PendingUpload {
  readonly contentType: string;
  readonly open: () => Readable;
  readonly close: () => void;
}

export interface UploadTimes {
  /** From the first byte to the last. */
  readonly uploadMs: number;
  /** Between two pieces. */
  readonly silentUploadMs: number;
}

interface Pending {
  readonly limits: Limits;
  readonly times: UploadTimes;
  /** It came too slowly, or is more than was announced or is taken. */
  readonly turnAway: (turnedAway: TurnedAway) => void;
}

/** The body of an upload for whoever reads it. Counted as it comes, and ended where it stalls. */
export function pendingUpload(req: IncomingMessage, { limits, times, turnAway }: Pending): PendingUpload {
  const contentType = req.headers['content-type'] ?? '';
  const body = new PassThrough();
  body.on('error', () => undefined);
  let stop = () => undefined as void;
  const end = (turnedAway: TurnedAway | null) => {
    stop();
    if (turnedAway) turnAway(turnedAway);
    if (turnedAway || !req.complete) body.destroy(new Error('The upload did not arrive whole.'));
  };
  const open = () => {
    stop = watch(req, { times, mostBytes: limits.uploadBytes, end });
    return req.pipe(body);
  };
  const close = () => {
    stop();
    req.unpipe(body);
    body.destroy();
  };
  return { contentType, open, close };
}

interface Watching {
  readonly times: UploadTimes;
  readonly mostBytes: number;
  /** Null: the sender has gone. */
  readonly end: (turnedAway: TurnedAway | null) => void;
}

function watch(req: IncomingMessage, { times, mostBytes, end }: Watching): () => void {
  let bytes = 0;
  const slow = () => end({ status: 408 });
  const whole = setTimeout(slow, times.uploadMs);
  const silent = setTimeout(slow, times.silentUploadMs);
  const gone = () => end(null);
  const count = (piece: Buffer) => {
    bytes += piece.length;
    silent.refresh();
    if (bytes > mostBytes) end({ status: 413 });
  };
  const stop = () => {
    clearTimeout(whole);
    clearTimeout(silent);
    req.off('data', count).off('end', stop).off('close', gone).off('error', gone);
  };
  req.on('data', count).once('end', stop).once('close', gone).once('error', gone);
  return stop;
}
