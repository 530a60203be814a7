import type { Passage } from './finding.ts';

const AT = /\s?(?:@|\(at\)|\[at\])\s?/giu;
const SPOKEN = /(?<![\w.+'-])[\w.+'-]{1,64}\sat\s[\w-]{1,63}(?:\sdot\s[a-z]{2,12}){1,3}(?!\w)/giu;
const LOCAL = /[\w.+'%-]{1,64}$/u;
const DOMAIN = /^[\p{L}\d-]{1,63}(?:\s?(?:\.|\(dot\)|\[dot\])\s?[\p{L}\d-]{1,63}){1,6}/u;
/** The demo's own people. */
const OURS = /^pqip\.example$/i;

/** E-mail addresses, from each sign outwards. */
export function emailPassages(text: string): Passage[] {
  const written = [...text.matchAll(AT)].flatMap((match): Passage[] => {
    const after = match.index + match[0].length;
    const local = LOCAL.exec(text.slice(Math.max(0, match.index - 64), match.index))?.[0];
    const domain = DOMAIN.exec(text.slice(after, after + 254))?.[0].replace(/-+$/, '');
    if (!local || !domain || OURS.test(domain)) return [];
    return [{ kind: 'email', start: match.index - local.length, end: after + domain.length }];
  });
  const spoken = [...text.matchAll(SPOKEN)].map((match): Passage => ({
    kind: 'email',
    start: match.index,
    end: match.index + match[0].length,
  }));
  return [...written, ...spoken];
}
