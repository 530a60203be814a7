import type { PortalClient } from './portalClient.ts';

const MOST_PAGES = 1000;
const NOT_A_PAGE = /^\/(?:_astro\/|sign-out|favicon)/;
/** From one week or month to the next, for ever; and the form for each note again under every view of a cohort there is. */
const WITHOUT_END = /[?&](?:from|month)=|&note=/;

/** The addresses within the portal that a page links to, without fragments. */
function linksOf(html: string): string[] {
  const found = Array.from(html.matchAll(/\b(?:href|action|formaction)="([^"]+)"/g), ([, address = '']) =>
    address.replaceAll('&amp;', '&').replace(/#.*$/, ''),
  );
  return [
    ...new Set(
      found.filter((address) => address.startsWith('/') && !NOT_A_PAGE.test(address) && !WITHOUT_END.test(address)),
    ),
  ];
}

/**
 * Every page a person comes to by following links from these addresses: address -> what the portal sent, redirects and
 * refusals too. Opens pages only; forms are not sent. Throws where there seems to be no end.
 */
export async function crawl(client: PortalClient, from: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  const waiting = [...from];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    if (pages.has(address)) continue;
    const { text, location, status } = await client.get(address);
    if (status >= 500) throw new Error(`${address} answered ${status}`);
    pages.set(address, text);
    if (pages.size > MOST_PAGES) throw new Error(`More than ${MOST_PAGES} pages, the last one ${address}`);
    waiting.push(...linksOf(text), ...(location?.startsWith('/') ? [location] : []));
  }
  return pages;
}
