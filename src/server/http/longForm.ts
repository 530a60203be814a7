/** How many bytes reach the one page whose form may hold a table far longer than it takes, so that the page itself can say so. */
export const LONG_FORM_BYTES = 2 * 1024 * 1024;
