/** Only a host name may stand after the @: an IP address would need brackets of its own. */
const HOST_NAME = /^(?=.*[a-z])[a-z0-9-]+(\.[a-z0-9-]+)*$/i;

/** The Message-ID of an e-mail, the same however often it goes. Source: RFC 5322, 3.6.4. */
export function messageIdOf(id: string, host: string): string {
  return `<${id}@${HOST_NAME.test(host) ? host.toLowerCase() : 'localhost'}>`;
}
