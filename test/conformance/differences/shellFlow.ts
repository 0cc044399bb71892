import { declaredOutside } from '../../../server/src/engine/dockerfile/shell/outside.js';
import { unitsOfRun } from '../../../server/src/engine/dockerfile/shell/pipes.js';
import type { ShellUnit } from '../../../server/src/engine/dockerfile/shell/units.js';
import { referencesOf } from '../../../server/src/engine/shell/flow/references.js';
import { isCommandName, isQuoteFree } from '../../../server/src/engine/shell/quoting.js';
import { contentsOf } from '../../../server/src/engine/shell/flow/walk.js';
import { assignmentsOf } from '../../../server/src/engine/shell/flow/assignments.js';
import { above } from '../../../server/src/engine/shell/tree.js';
import { differences, type Place } from '../../../server/tools/conformance/types.js';

const cfg = 'https://github.com/koalaman/shellcheck/blob/master/src/ShellCheck/CFG.hs';

/** Where a value is known because of what ran before, or from outside of the text. */
export default differences(
  {
    rule: 'unquoted-variable',
    tool: 'shellcheck',
    code: 'SC2086',
    side: 'theirs',
    class: 'upstream',
    source: cfg,
    reason: 'Behind && the commands in front of it have run; ShellCheck also follows the way on which they failed.',
    example: 'FROM debian:13-slim\nRUN set -e && name=app && echo $name\n',
    neighbour: 'FROM debian:13-slim\nRUN set -e && name=$(hostname) && echo $name\n',
    accepts: (place) => {
      const here = units(place);
      return here.some(hasPlainBehindAnd) && !here.some((unit) => hasSplit(unit, place));
    },
  },
  {
    rule: 'removal-of-empty-variable',
    tool: 'shellcheck',
    code: 'SC2115',
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/Shellcheck.hs',
    reason: 'ARG or ENV gives the variable a value that is not empty, which ShellCheck is not told.',
    example: 'FROM debian:13-slim\nENV DIR=/srv/app\nRUN rm -rf "$DIR"/*\n',
    neighbour: 'FROM debian:13-slim\nARG DIR\nRUN rm -rf "$DIR"/*\n',
    accepts: (place) =>
      units(place).some((unit) =>
        referencesOf(unit.tree).all.some(
          ({ name }) =>
            declaredOutside(name, unit, place.doc) &&
            (place.doc.scopeAt(unit.instruction).get(name)?.value ?? '') !== '',
        ),
      ),
  },
  {
    rule: 'unassigned-shell-variable',
    tool: 'shellcheck',
    code: 'SC2154',
    side: 'theirs',
    class: 'upstream',
    source: 'https://www.shellcheck.net/wiki/SC2154',
    reason: 'The text reads another script, which may set the variable.',
    example: 'FROM debian:13-slim\nRUN . /etc/app.env && echo "$name"\n',
    neighbour: 'FROM debian:13-slim\nRUN ls /etc/app.env && echo "$name"\n',
    accepts: (place) => units(place).some(({ tree }) => referencesOf(tree).open),
  },
  {
    rule: 'unchecked-cd',
    tool: 'shellcheck',
    code: 'SC2164',
    side: 'ours',
    class: 'upstream',
    source: 'https://github.com/koalaman/shellcheck/blob/master/src/ShellCheck/Analytics.hs',
    reason: 'A loop in front of && is no test of the cd inside it.',
    example: 'FROM debian:13-slim\nRUN for a in b c; do cd "$a"; make; done && ls\n',
    neighbour: 'FROM debian:13-slim\nRUN for a in b c; do cd "$a"; make; done\n',
    accepts: (place) =>
      units(place).some(({ tree }) =>
        tree
          .of('Command')
          .some((site) => site.node.name?.value === 'cd' && (above(site, 'AndOr')?.node.operators.length ?? 0) > 0),
      ),
  },
);

function units({ doc, instruction }: Place): readonly ShellUnit[] {
  return instruction === undefined ? [] : unitsOfRun(doc, instruction.trigger ?? instruction);
}

/** An unquoted variable that our walk knows to be plain, and that is set behind an &&. */
function hasPlainBehindAnd({ tree }: ShellUnit): boolean {
  const contents = contentsOf(tree);
  const behind = new Set(
    assignmentsOf(tree)
      .filter(({ site }) => {
        const list = above(site, 'AndOr');
        const [first] = list?.node.commands ?? [];
        return first !== undefined && site.start >= first.end;
      })
      .map(({ name }) => name),
  );
  return referencesOf(tree).all.some(({ name, site }) => behind.has(name) && contents?.get(site.node) === 'plain');
}

/** An unquoted variable of the script whose value our walk does not know to be plain. */
function hasSplit(unit: ShellUnit, { doc }: Place): boolean {
  const { tree, dialect } = unit;
  const contents = contentsOf(tree);
  return referencesOf(tree).all.some(
    ({ name, site }) =>
      !isQuoteFree(site, dialect === 'bash' || dialect === 'ksh') &&
      !isCommandName(site) &&
      contents?.get(site.node) !== 'plain' &&
      !(contents?.get(site.node) === 'outside' && declaredOutside(name, unit, doc)),
  );
}
