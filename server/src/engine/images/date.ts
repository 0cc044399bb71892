/** Day to which the table of images was brought up to date, ISO. Releases that came later are not in it. */
export const tableDate = '2026-08-22';
