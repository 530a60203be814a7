import { createHash } from 'node:crypto';
import { REFUSALS } from '#src/domain/errors.ts';

interface Words {
  readonly title: string;
  readonly words: string;
}

/** What a person reads when the portal says no before a page could be made. One sentence for what happened. */
const WORDS: Readonly<Record<number, Words>> = {
  400: { title: 'That did not arrive whole', words: REFUSALS.malformed.words },
  403: { title: 'This form was not sent from the portal', words: REFUSALS.cross_site.words },
  404: { title: 'Nothing at this address', words: REFUSALS.not_found.words },
  405: { title: 'This address does not take that', words: REFUSALS.wrong_method.words },
  408: {
    title: 'It took too long to arrive',
    words: 'The connection was too slow or broke off before everything had arrived.',
  },
  413: { title: 'Too large', words: 'What was sent is larger than the portal takes. Shorten it and send it again.' },
  414: { title: 'The address is too long', words: 'The address you followed is longer than the portal takes.' },
  415: {
    title: 'Not a kind of form the portal takes',
    words: 'What was sent is not a form of the portal, so nothing was done.',
  },
  417: { title: 'The portal cannot promise that', words: 'Your program asked for something the portal does not do.' },
  421: {
    title: 'The portal does not answer to that name',
    words: 'The address you used belongs to another place. Use the address you were given for the portal.',
  },
  431: {
    title: 'Too much came with the address',
    words:
      'Your browser sent more than the portal takes, often because of many cookies. Clear the cookies of this site and try again.',
  },
  500: {
    title: 'Something went wrong in the portal',
    words: 'The fault is ours, not yours. It has been written down under the reference below.',
  },
  503: { title: 'The portal is busy', words: 'It could not answer in time. Try again in a moment.' },
};
const OTHERWISE: Words = { title: 'That did not work', words: 'The portal could not do what was asked.' };

const STYLE =
  'body{margin:0;font:1.1875rem/1.32 system-ui,sans-serif;color:#0b0c0c;background:#fff}' +
  'main{max-width:40rem;padding:2rem 1rem;margin:0 auto}h1{font-size:2rem;line-height:1.1}' +
  'a{color:#1a65a6}a:focus{outline:3px solid #fd0;background:#fd0;color:#0b0c0c}code{overflow-wrap:anywhere}';

/** The style above and nothing else. */
export const PLAIN_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** A page that needs nothing else to be read: what happened, that nothing was lost, one way on, the reference. */
export function plainPage(status: number, id: string): string {
  const { title, words } = WORDS[status] ?? OTHERWISE;
  return (
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title} - PQiP learning portal</title>` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><style>${STYLE}</style></head>` +
    `<body><main><h1>${title}</h1><p>${words}</p><p>Everything you had already saved is still there.</p>` +
    `<p><a href="/">Go to your start page</a></p><p>If you ask for help, give this reference: <code>${id}</code></p></main></body></html>\n`
  );
}

/** The same for an island, in the shape Astro's action client reads. */
export function plainJson(status: number, id: string): string {
  const { words } = WORDS[status] ?? OTHERWISE;
  const refusal = Object.values(REFUSALS).find((known) => known.status === status);
  return JSON.stringify({
    type: 'AstroActionError',
    code: refusal?.actionCode ?? 'BAD_REQUEST',
    status,
    message: words,
    reference: id,
  });
}
