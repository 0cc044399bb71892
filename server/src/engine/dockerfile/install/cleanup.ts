import { withoutSlashes } from '../../text/paths.js';
import type { Command } from '../model/types.js';

/** Whether a command removes a folder's content: `rm -rf PATH`, `PATH/*` or a folder around it. */
export function removes(command: Command, path: string): boolean {
  if (command.name !== 'rm' && command.name !== 'find') return false;
  if (command.name === 'find') {
    return (
      command.args.some(({ value }) => value === '-delete') && withoutSlashes(command.args[0]?.value ?? '') === path
    );
  }
  return command.args.some(({ value }) => {
    const target = withoutSlashes(value.replace(/\/?\*?$/, ''));
    return target !== '' && !value.startsWith('-') && (target === path || path.startsWith(`${target}/`));
  });
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
