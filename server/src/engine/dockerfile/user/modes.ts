/** Whether a mode of chmod lets the group or others write: `777`, `0664`, `a+w`, `g=u`. Never throws. */
export function opensMode(mode: string): boolean {
  if (/^[0-7]{3,4}$/.test(mode)) return /[2367].?$/.test(mode.slice(-2));
  return mode.split(',').some((part) => /^(?!u+[+=])[ugoa]*[+=](?:[rwxXst]*w|u$)/.test(part));
}
