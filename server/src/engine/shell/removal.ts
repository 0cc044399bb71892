import type { Word, WordPart } from './unbash/nodes.js';

const folders = (
  '/bin /boot /dev /etc /home /lib /lib32 /lib64 /media /mnt /opt /proc /root /run /sbin /srv /sys /usr /usr/bin ' +
  '/usr/lib /usr/local /usr/sbin /usr/share /var /var/lib /var/log /var/run'
).split(' ');
const system: ReadonlySet<string> = new Set(['', ...folders]);

/** Whether `rm` is asked to remove folders with all that they hold. Never throws. */
export function isRecursive(args: readonly Word[]): boolean {
  return args.some(({ value }) => /^-[a-zA-Z]*[rR]/.test(value) || value === '--recursive');
}

/** Whether a path is a folder that the system needs: `/usr`, `/usr/`, `//`, and `/` itself. Never throws. */
export function isSystemFolder(path: string): boolean {
  return path.startsWith('/') && system.has(path.replace(/\/+$/, '').replace(/^\/+/, '/'));
}

/**
 * What `rm` removes when every variable in a word is empty, if a variable stands at its start, and that is a system
 * folder or all that it holds; undefined for other words. Never throws.
 */
export function removedWhenEmpty({
  parts = [],
}: Word): { readonly path: string; readonly first: WordPart } | undefined {
  const flat = parts.flatMap((part): readonly WordPart[] => (part.type === 'DoubleQuoted' ? part.parts : [part]));
  const first = flat.find((part) => part.type !== 'Literal' || part.value !== '/');
  if (first === undefined || (first.type !== 'SimpleExpansion' && first.type !== 'ParameterExpansion'))
    return undefined;
  if (flat.some(isGuarded)) return undefined;
  const path = flat.map(textOf).join('').replace(/\/+/g, '/');
  if (path.includes('\0') || !path.startsWith('/')) return undefined;
  return isSystemFolder(path.replace(/\/\*$/, '/')) ? { path, first } : undefined;
}

function isGuarded(part: WordPart): boolean {
  return part.type === 'ParameterExpansion' && part.operation?.type === 'Default';
}

function textOf(part: WordPart): string {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
      return part.value;
    case 'Glob':
      return part.kind === 'star' ? '*' : '\0';
    case 'SimpleExpansion':
    case 'ParameterExpansion':
      return '';
    default:
      return '\0';
  }
}
