import type { DigestLine, MailWords } from './mailWords.ts';

/** All that an e-mail is set from. Addresses are whole (`https://…`). */
export interface MailParts {
  readonly words: MailWords;
  readonly lines: readonly DigestLine[];
  /** Where the link leads, if not to its path in the portal: a link to set a password. */
  readonly linkAddress: string | null;
  /** The address of the portal, without a path. */
  readonly origin: string;
  /** Where such e-mails can be stopped; null for those that nobody can stop. */
  readonly unsubscribe: string | null;
}

export interface MailBody {
  readonly text: string;
  readonly html: string;
}

const MEANS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (character) => MEANS[character] ?? '');

const FROM =
  'This e-mail comes from the PQiP learning portal. It holds no names and nothing about a case: those stay in the portal.';
const CHOOSE = 'Choose which e-mails you get';
const STOP = 'Stop e-mails of this kind';

const whole = ({ origin }: MailParts, path: string) => `${origin}${path}`;
const addressOf = (parts: MailParts) => parts.linkAddress ?? whole(parts, parts.words.link.path);

/** What stands below every e-mail: a label and an address each. */
function footLinks(parts: MailParts): readonly (readonly [string, string])[] {
  const choose = [CHOOSE, whole(parts, '/account/notices')] as const;
  return parts.unsubscribe === null ? [] : [choose, [STOP, parts.unsubscribe]];
}

function textOf(parts: MailParts): string {
  const { words, lines } = parts;
  const listed = lines.map((line) => `- ${line.words}:\n  ${whole(parts, line.path)}`);
  const foot = footLinks(parts).map(([label, address]) => `${label}: ${address}`);
  const link = `${words.link.text}:\n${addressOf(parts)}`;
  const blocks = [
    ...words.sentences,
    ...(listed.length > 0 ? [listed.join('\n')] : []),
    link,
    `-- \n${[FROM, ...foot].join('\n')}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

const anchor = (address: string, label: string) => `<a href="${escaped(address)}">${escaped(label)}</a>`;

function htmlOf(parts: MailParts): string {
  const { words, lines } = parts;
  const listed = lines.map((line) => `<li>${anchor(whole(parts, line.path), line.words)}</li>`).join('');
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<title>${escaped(words.subject)}</title></head>`,
    '<body style="font-family:Arial,sans-serif;font-size:16px;line-height:1.5;color:#0b0c0c;max-width:36em">',
    `<h1 style="font-size:20px">${escaped(words.subject)}</h1>`,
    ...words.sentences.map((sentence) => `<p>${escaped(sentence)}</p>`),
    listed && `<ul>${listed}</ul>`,
    `<p>${anchor(addressOf(parts), words.link.text)}</p>`,
    `<hr><p style="font-size:14px">${escaped(FROM)}</p>`,
    ...footLinks(parts).map(([label, address]) => `<p style="font-size:14px">${anchor(address, label)}</p>`),
    '</body></html>',
  ].join('\n');
}

/** An e-mail as plain text and as HTML: the same words, no pictures and nothing that tells whether it was opened. */
export function mailBody(parts: MailParts): MailBody {
  return { text: textOf(parts), html: htmlOf(parts) };
}
