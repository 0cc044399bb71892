import { flagUses, operands, type FlagUse } from '../../shell/options.js';
import type { ShellWord } from '../../shell/types.js';
import type { Edit } from '../../text/span.js';
import { replaceWithOption } from '../edit/options.js';
import type { RunCommand } from '../model/types.js';
import { npmValues } from './npm.js';

/** An option that npm 7 and newer warn about. */
export interface DeprecatedFlag {
  readonly use: FlagUse;
  /** As people write it: `--only=production`. */
  readonly old: string;
  /** What does the same: `--omit=dev`. */
  readonly now: string;
}

const installs =
  /^(?:i|in|ins|inst|insta|install|isnt|isntall|add|ci|ic|clean-install|install-clean|prune|up|update|upgrade|dedupe|ddp|it|install-test|cit|install-ci-test)$/;

/** docs.npmjs.com/cli, using-npm/config: deprecated options with what their pages name instead. */
const replacements: Readonly<Record<string, (value: string | undefined) => string | undefined>> = {
  '--only': (value) => (/^prod(?:uction)?$/.test(value ?? '') ? '--omit=dev' : undefined),
  '--production': (value) => (value === undefined || value === 'true' ? '--omit=dev' : undefined),
  '--prod': (value) => (value === undefined || value === 'true' ? '--omit=dev' : undefined),
  '--also': (value) => (/^dev(?:elopment)?$/.test(value ?? '') ? '--include=dev' : undefined),
  '--dev': (value) => (value === undefined || value === 'true' ? '--include=dev' : undefined),
  '--no-optional': (value) => (value === undefined ? '--omit=optional' : undefined),
  '--global-style': (value) => (value === undefined || value === 'true' ? '--install-strategy=shallow' : undefined),
  '--legacy-bundling': (value) => (value === undefined || value === 'true' ? '--install-strategy=nested' : undefined),
  '--no-shrinkwrap': (value) => (value === undefined ? '--no-package-lock' : undefined),
};

const deprecated = /^--(?:only|prod|also|dev|no-optional|global-style|legacy-bundling|no-shrinkwrap)/;

/** The deprecated options of an npm command that installs. Never throws. */
export function deprecatedFlags(command: RunCommand): readonly DeprecatedFlag[] {
  if (!command.args.some(({ value }) => deprecated.test(value))) return [];
  const verb = operands(command, npmValues)[0];
  if (verb === undefined || !installs.test(verb.value)) return [];
  // npm reads `--production false` as one.
  const answered = (word: ShellWord) =>
    /^(?:true|false)$/.test(command.args[command.args.indexOf(word) + 1]?.value ?? '');
  return Object.entries(replacements).flatMap(([old, replace]) =>
    flagUses(command, { long: [old.slice(2)] }, npmValues).flatMap((use) => {
      const now = replace(use.value);
      return now === undefined || (use.value === undefined && answered(use.word))
        ? []
        : [{ use, now, old: use.value === undefined ? old : `${old}=${use.value}` }];
    }),
  );
}

/** The edits that write the newer option; undefined where the words have no plain place. Never throws. */
export function modernized({ command }: RunCommand, { use, now }: DeprecatedFlag): readonly Edit[] | undefined {
  const { word, valueWord } = use;
  if (valueWord === undefined || valueWord === word) {
    const edit = word.literal ? replaceWithOption(command, word, now) : undefined;
    return edit && [edit];
  }
  // Two words stay two, wherever a line breaks between them.
  const [name = '', value = ''] = now.split('=');
  const edit = replaceWithOption(command, word, name);
  const { content } = valueWord;
  if (edit === undefined || content === undefined || !valueWord.literal) return undefined;
  return [edit, { span: content.span(0, content.text.length), text: value }];
}
