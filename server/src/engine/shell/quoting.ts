import { literalOf } from './names.js';
import type { Site } from './tree.js';

/** Programs that are given lists: a variable that is all of a word of theirs mostly holds several. */
const takeLists: ReadonlySet<string | undefined> = new Set(
  [
    'apk apt apt-get apt-mark aptitude cargo composer conda dnf docker-php-ext-configure docker-php-ext-enable',
    'docker-php-ext-install dpkg gem go install-php-extensions mamba microdnf npm opkg pacman pecl pip pip3 pnpm poetry',
    'rpm uv xbps-install yarn yum zypper',
  ]
    .join(' ')
    .split(' '),
);
/** The end of a name, as in `BUILD_DEPS`, that says the same. */
const several = /(?:args|deps|dependencies|dirs|extensions|files|flags|modules|opts|options|packages|params|pkgs)$/i;

/**
 * Whether the value of an expansion is used as it is, neither split into words nor matched with file names: in double
 * quotes, in assignments, `[[ … ]]`, arithmetic, `case`, the words of `for` and here-documents (POSIX XCU 2.6.5; bash
 * and ksh read `export X=$Y` as an assignment, other shells as a word). Never throws.
 */
export function isQuoteFree(site: Site, assignmentWords: boolean): boolean {
  for (let at: Site | undefined = site, from = site; at !== undefined; from = at, at = at.parent) {
    switch (at.node.type) {
      case 'DoubleQuoted':
      case 'LocaleString':
      case 'TestUnary':
      case 'TestBinary':
      case 'TestCommand':
      case 'ArithmeticExpansion':
      case 'ArithmeticCommand':
      case 'ArithmeticFor':
      case 'HereDocBody':
      case 'HereDoc':
      case 'ArrayValue':
        return true;
      case 'ParameterExpansion':
        if (at !== site) return true;
        break;
      case 'Assignment':
        return assignmentWords || isPrefix(at);
      case 'Case':
      case 'CaseItem':
      case 'For':
      case 'Select':
        return from.node.type === 'Word';
      case 'Command':
      case 'Redirected':
        return false;
      default:
    }
  }
  return false;
}

/** Whether an expansion is the whole name of a command: `$PYTHON` in `$PYTHON -m pip`, not `$DIR/run`. Never throws. */
export function isCommandName(site: Site): boolean {
  for (let at = site.parent, from = site; at !== undefined; from = at, at = at.parent) {
    if (at.node.type === 'Command') return at.node.name === from.node;
    if (at.node.type !== 'Word' || at.node.parts?.length !== 1) return false;
  }
  return false;
}

/**
 * Whether an expansion, or the variable of a name, is likely meant to fall apart into several words, so that quotes would
 * change what a command does: `apk add $deps`, `configure $CONFIGURE_OPTS`. Never throws.
 */
export function isLikelyList(site: Site, name?: string): boolean {
  const word = site.parent;
  if (word?.node.type !== 'Word' || word.node.parts?.length !== 1) return false;
  if (name !== undefined && several.test(name)) return true;
  const command = word.parent?.node;
  if (command?.type !== 'Command') return false;
  const before = [command.name, ...command.suffix].flatMap((part) => (part?.type === 'Word' ? [part] : []));
  return before.some((one) => takeLists.has(literalOf(one)));
}

/** Stands in front of a command, or alone. */
function isPrefix({ node, parent }: Site): boolean {
  return parent?.node.type === 'Command' && parent.node.prefix.some((part) => part === node);
}
