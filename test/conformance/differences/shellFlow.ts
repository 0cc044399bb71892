import { declaredOutside } from '../../../server/src/engine/dockerfile/shell/outside.js';
import { unitsOfRun } from '../../../server/src/engine/dockerfile/shell/pipes.js';
import type { ShellUnit } from '../../../server/src/engine/dockerfile/shell/units.js';
import { referencesOf } from '../../../server/src/engine/shell/flow/references.js';
import { isCommandName, isQuoteFree } from '../../../server/src/engine/shell/quoting.js';
import { contentsOf } from '../../../server/src/engine/shell/flow/walk.js';
import { assignmentsOf } from '../../../server/src/engine/shell/flow/assignments.js';
import { namedCommands } from '../../../server/src/engine/shell/commandSites.js';
import { literalOf } from '../../../server/src/engine/shell/names.js';
import { readsOwnSyntax } from '../../../server/src/engine/shell/ownSyntax.js';
import { testsOf } from '../../../server/src/engine/shell/tests.js';
import { above } from '../../../server/src/engine/shell/tree.js';
import { differences, type Place } from '../../../server/tools/conformance/types.js';
import { allOf } from '../predicates.js';

const analytics = 'https://github.com/koalaman/shellcheck/blob/master/src/ShellCheck/Analytics.hs';
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
    rule: 'unquoted-variable',
    tool: 'shellcheck',
    code: 'SC2086',
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/moby/buildkit/blob/master/util/system/path.go',
    reason: 'Docker itself gives each build a PATH, and it has no blanks; ShellCheck is not told.',
    example: 'FROM debian:13-slim\nRUN export PATH=/srv/bin:$PATH && ls\n',
    neighbour: 'FROM debian:13-slim\nRUN export PATH=/srv/bin:$PATH EXTRA=/srv/bin:$EXTRA && ls\n',
    accepts: (place) => {
      const here = units(place);
      const readsPath = here.some(({ tree }) => referencesOf(tree).all.some(({ name }) => name === 'PATH'));
      return readsPath && !here.some((unit) => hasSplit(unit, place));
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
    source: analytics,
    reason: 'A loop in front of && is no test of the cd inside it.',
    example: 'FROM debian:13-slim\nRUN for a in b c; do cd "$a"; make; done && ls\n',
    neighbour: 'FROM debian:13-slim\nRUN for a in b c; do cd "$a"; make; done\n',
    accepts: (place) => {
      const changes = units(place)
        .flatMap(({ tree }) => tree.of('Command'))
        .filter(({ node }) => node.name?.value === 'cd');
      // Those that a list tests are told by neither side.
      const loops = changes
        .map((site) => above(site, 'AndOr', 'For', 'While'))
        .filter((at) => at?.node.type !== 'AndOr');
      return allOf(loops, (loop) => loop !== undefined && (above(loop, 'AndOr')?.node.operators.length ?? 0) > 0);
    },
  },
  {
    rule: 'unassigned-shell-variable',
    tool: 'shellcheck',
    code: 'SC2154',
    side: 'theirs',
    class: 'deliberate',
    reason: 'What a trap runs is text in quotes, in which nothing is looked for.',
    example: 'FROM debian:13-slim\nRUN trap \'rm "$name"\' EXIT && ls\n',
    neighbour: 'FROM debian:13-slim\nRUN trap \'ls\' EXIT && rm "$name"\n',
    accepts: (place) =>
      units(place).some(({ tree }) =>
        namedCommands(tree).some(
          ({ name, args }) => name === 'trap' && args.some((word) => (literalOf(word) ?? '').includes('$')),
        ),
      ) &&
      !units(place).some((unit) =>
        referencesOf(unit.tree).all.some(
          ({ name }) =>
            !assignmentsOf(unit.tree).some((set) => set.name === name) && !declaredOutside(name, unit, place.doc),
        ),
      ),
  },
  {
    rule: 'unused-shell-variable',
    tool: 'shellcheck',
    code: 'SC2034',
    side: 'theirs',
    class: 'upstream',
    source: 'https://www.shellcheck.net/wiki/SC2034',
    reason: 'With set -a every variable is exported, and another script that the text reads may use it.',
    example: 'FROM debian:13-slim\nRUN set -a && NAME=app && make\n',
    neighbour: 'FROM debian:13-slim\nRUN set -e && NAME=app && make\n',
    accepts: (place) => units(place).every(({ tree }) => referencesOf(tree).open),
  },
  {
    rule: 'misspelled-shell-variable',
    tool: 'shellcheck',
    code: 'SC2153',
    side: 'ours',
    class: 'upstream',
    source: analytics,
    reason: 'Two letters that have changed places are one slip; ShellCheck counts two, too many for a short name.',
    example: 'FROM debian:13-slim\nRUN TARGET=/srv && ls "$TARGTE" "$TARGET"\n',
    neighbour: 'FROM debian:13-slim\nRUN TARGET=/srv && ls "$TARGT" "$TARGET"\n',
    accepts: (place) => {
      const [, read = '', meant = ''] = /sets (\w+),.* mean (\w+)\?$/.exec(place.message) ?? [];
      return (
        meant.length <= 7 &&
        read.length === meant.length &&
        Array.from(read).sort().join('') === Array.from(meant).sort().join('')
      );
    },
  },
  {
    rule: 'misspelled-shell-variable',
    tool: 'shellcheck',
    code: 'SC2153',
    side: 'theirs',
    class: 'deliberate',
    reason: 'A name in the plural is another name, no slip.',
    example: 'FROM debian:13-slim\nENV FILE=/a\nRUN ls "$FILES" "$FILE"\n',
    neighbour: 'FROM debian:13-slim\nENV FILES=/a\nRUN ls "$FILLES" "$FILES"\n',
    says: 'Possible misspelling: FILES may not be assigned. Did you mean FILE?',
    accepts: (place) => {
      const [, read = '', meant = ''] = /: (\w+) may not be assigned\. Did you mean (\w+)\?$/.exec(place.message) ?? [];
      const isRead = units(place).some(({ tree }) => referencesOf(tree).all.some(({ name }) => name === read));
      return isRead && (read === `${meant}S` || meant === `${read}S`);
    },
  },
  {
    rule: 'x-prefixed-test',
    tool: 'shellcheck',
    code: 'SC2268',
    side: 'theirs',
    class: 'upstream',
    source: analytics,
    reason: 'Two plain words have no value that the letter in front could protect.',
    example: 'FROM debian:13-slim\nRUN if [ xa = xb ]; then ls; fi\n',
    neighbour: 'FROM debian:13-slim\nRUN if [ xa = "x$B" ]; then ls; fi\n',
    accepts: (place) => {
      const pairs = units(place)
        .flatMap(({ tree }) => testsOf(tree))
        .flatMap(({ comparisons }) => comparisons)
        .filter(
          (words) => words.length === 3 && /^x/i.test(words[0]?.value ?? '') && /^x/i.test(words[2]?.value ?? ''),
        );
      return allOf(pairs, (words) => words.every((word) => literalOf(word) !== undefined));
    },
  },
  {
    rule: 'single-quoted-expansion',
    tool: 'shellcheck',
    code: 'SC2016',
    side: 'theirs',
    class: 'upstream',
    source: analytics,
    reason:
      'Another program, or a shell behind su, gosu or xargs, reads this text and has a meaning for the dollar sign.',
    example: "FROM debian:13-slim\nRUN su -c 'echo $HOME' app\n",
    neighbour: "FROM debian:13-slim\nRUN su -c 'ls' app && echo '$HOME'\n",
    accepts: (place) => {
      const texts = units(place)
        .flatMap(({ tree }) => tree.of('SingleQuoted'))
        .filter(({ node }) => /\$[{(0-9a-zA-Z_]|`[^`]+`/.test(node.value));
      return allOf(texts, (site) => {
        const command = above(site, 'Command');
        const by = command === undefined ? false : readsOwnSyntax(command, site);
        return by === true || (by === 'sed' && /\$[{dpsaic](?:$|[^a-zA-Z])/.test(site.node.value));
      });
    },
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
