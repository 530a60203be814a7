/** How many bytes reach the pages whose forms may hold a table far longer than they take, so that the page itself can say so. */
export const LONG_FORM_BYTES = 2 * 1024 * 1024;
