import { PASSWORD_FIELDS, type Posted } from '#src/domain/accounts/carriedText.ts';
import { Refusal } from '#src/domain/errors.ts';
import { LONG_FORM_BYTES } from '../http/longForm.ts';
import { refuseNul } from './nul.ts';

const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data'];

const isForm = (request: Request) =>
  request.method === 'POST' &&
  FORMS.includes((request.headers.get('content-type') ?? '').replace(/;.*$/s, '').trim().toLowerCase());

async function formOf(request: Request): Promise<FormData> {
  // The door before Astro has turned away more than this already; here it stands for the development server.
  if (Number(request.headers.get('content-length') ?? 0) > LONG_FORM_BYTES) throw new Refusal('too_large');
  return request
    .clone()
    .formData()
    .catch((cause: unknown) => {
      throw new Refusal('malformed', { cause });
    });
}

/** The text fields of a form that was sent, passwords left out; the request itself stays unread. Throws `malformed`, `too_large`. */
export async function readPosted(request: Request): Promise<{ posted: Posted; asksPassword: boolean }> {
  if (!isForm(request)) return { posted: {}, asksPassword: false };
  const form = await formOf(request);
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  refuseNul(texts);
  const byName = [...Map.groupBy(texts, ([name]) => name)];
  const kept = byName.filter(([name]) => !PASSWORD_FIELDS.includes(name));
  const posted = Object.fromEntries(kept.map(([name, all]) => [name, all.map(([, value]) => value)]));
  return { posted, asksPassword: kept.length < byName.length };
}
