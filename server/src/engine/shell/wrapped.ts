/**
 * Fewer than `unwrap.ts` knows, and fewer options: checks of shell text follow ShellCheck here and say nothing where it is
 * not sure what runs, while advice about programs wants to find each of them.
 */
const wrappers: ReadonlySet<string> = new Set([
  'sudo',
  'doas',
  'command',
  'builtin',
  'exec',
  'nice',
  'nohup',
  'env',
  'time',
]);

/**
 * How many words behind the name of a wrapper come before the name of the command that it runs; undefined for other
 * commands, and where an option makes that uncertain. Never throws.
 */
export function runsBehind(name: string, args: readonly (string | undefined)[]): number | undefined {
  if (!wrappers.has(name)) return undefined;
  const at = args.findIndex(
    (word) => word === undefined || !(word.startsWith('-') || (name === 'env' && word.includes('='))),
  );
  const options = args.slice(0, at);
  const plain = options.every(
    (word) => word === '--' || word === '-E' || word === '-n' || word === '-H' || word?.includes('=') === true,
  );
  return at < 0 || !plain ? undefined : at;
}
