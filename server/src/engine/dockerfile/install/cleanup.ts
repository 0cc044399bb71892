import { unwrap } from '../../shell/unwrap.js';
import { withoutSlashes } from '../../text/paths.js';
import type { Command } from '../model/types.js';

/**
 * Whether a command, perhaps behind `sudo`, removes a folder's content: `rm -rf PATH`, `PATH/*` or a folder around it.
 * `braces` says that the shell has `{a,b}`, which dash and ash have not. Never throws.
 */
export function removes(command: Command, path: string, { braces = false } = {}): boolean {
  const { name, args } = command.name === 'sudo' ? unwrap(command) : command;
  if (name === 'find') {
    return args.some(({ value }) => value === '-delete') && withoutSlashes(args[0]?.value ?? '') === path;
  }
  if (name !== 'rm') return false;
  return args.some(({ value }) => !value.startsWith('-') && (braces ? alternatives(value) : [value]).some(covers));

  function covers(value: string): boolean {
    const target = withoutSlashes(value.replace(/\/?\*?$/, ''));
    return target !== '' && (target === path || path.startsWith(`${target}/`));
  }
}

/** `/a/{b,c}` as `/a/b` and `/a/c`; a few at most. */
function alternatives(value: string): readonly string[] {
  const found = [value];
  for (let i = 0; i < found.length && found.length < 64; i++) {
    const group = /\{([^{}]*,[^{}]*)\}/.exec(found[i] ?? '');
    if (group === null) continue;
    const [whole, inner = ''] = group;
    found.push(...inner.split(',').map((part) => (found[i] ?? '').replace(whole, () => part)));
  }
  return found;
}

/** `pip cache purge`, or `rm` of the cache in whatever home. */
export function removesPipCache({ name = '', args }: Command): boolean {
  const words = args.map(({ value }) => value);
  if (name === 'rm') return words.some((word) => /\/\.cache(?:\/pip)?(?:\/\*?)?$/.test(word));
  return /^(?:pip|python)[\d.]*$/.test(name) && words.join(' ').endsWith('cache purge');
}

/** The words of a command from its name to `to`, as one span. */
export function commandHead(
  command: Command,
  to: { readonly span: { readonly end: number } },
): {
  readonly start: number;
  readonly end: number;
} {
  const start = command.words[0]?.span.start ?? command.span.start;
  return { start, end: to.span.end };
}
