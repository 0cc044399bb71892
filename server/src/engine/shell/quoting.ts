import type { Site } from './tree.js';

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

/** Stands in front of a command, or alone. */
function isPrefix({ node, parent }: Site): boolean {
  return parent?.node.type === 'Command' && parent.node.prefix.some((part) => part === node);
}
