/** The ledger is not what it was while the portal ran. The message is a sentence for the log; nothing may be written on top of it. */
export class LedgerAlarm extends Error {
  override readonly name = 'LedgerAlarm';
}
