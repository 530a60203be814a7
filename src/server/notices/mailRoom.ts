/** What the rest of the portal knows of e-mail, and of what the portal does by itself from time to time. */
export interface MailRoom {
  /** Whether there is a mail server to hand e-mails to (SMTP_URL). */
  readonly isSetUp: boolean;
  /** Begins to send what waits and to look at what is due. The portal has to be installed. */
  start(): void;
  /** Something was put in: looks soon, once the transaction has ended. */
  wake(): void;
  /** Ends what is being handed over, and stops. */
  close(): Promise<void>;
}
