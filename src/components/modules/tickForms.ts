/** Two forms send every tick of a page, and every tick taken back: each section has a button of one of them only. */
export const TICK_FORM = 'tick-form';
export const UNTICK_FORM = 'untick-form';
