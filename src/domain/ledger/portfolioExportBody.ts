import { type PortfolioExportBody, signed, type SignerFacts } from './entryBody.ts';

/** Puts the body of an export together: that a trainee took her whole portfolio with her. */
export function portfolioExportBody(signer: SignerFacts, exportId: string): PortfolioExportBody {
  return { ...signed(signer), type: 'portfolio_export', exportId };
}
