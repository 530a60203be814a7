/** Capital letters that everybody knows without an explanation. Whatever belongs to the field goes into the glossary instead. */
export const EVERYDAY_ABBREVIATIONS: ReadonlySet<string> = new Set([
  ...['UK', 'US', 'USA', 'EU', 'HM', 'NHS', 'GP', 'MP', 'KC', 'BBC', 'TV', 'PC', 'IT', 'ID', 'CV', 'OK', 'AM', 'PM'],
  ...['PDF', 'USB', 'SIM', 'PIN', 'SMS', 'GPS', 'CCTV', 'DNA', 'DVD', 'ATM', 'WC', 'COVID', 'ADHD', 'II', 'III', 'IV'],
]);
