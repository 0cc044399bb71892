/** The start of a Compose file with one service. */
export const head = 'services:\n  web:\n    image: nginx:1.29\n';

/** That service with more keys. */
export function service(...lines: readonly string[]): string {
  return `${head}${lines.map((line) => `    ${line}\n`).join('')}`;
}
