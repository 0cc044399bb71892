import type { Edit } from '../../text/span.js';
import { removePart } from '../edit/remove.js';
import { removeCommandOrRun, removePrefix, removeWords } from '../edit/removeCommand.js';
import type { Command, DockerfileDocument } from '../model/types.js';
import type { GivenUp } from './types.js';

interface Variable {
  readonly name: RegExp;
  /** The values with which it counts. */
  readonly value: RegExp;
  readonly checkov?: string;
}

/** The documentation of Node.js, Python, git (http.c reads the first as set or not), npm, Yarn, pip, uv, conda and Bundler. */
const variables: readonly Variable[] = [
  { name: /^GIT_SSL_NO_VERIFY$/, value: /^/, checkov: 'CKV2_DOCKER_14' },
  { name: /^NODE_TLS_REJECT_UNAUTHORIZED$/, value: /^0$/, checkov: 'CKV2_DOCKER_6' },
  { name: /^PYTHONHTTPSVERIFY$/, value: /^0$/, checkov: 'CKV2_DOCKER_5' },
  { name: /^npm_config_strict_ssl$/i, value: /^false$/, checkov: 'CKV2_DOCKER_12' },
  { name: /^YARN_ENABLE_STRICT_SSL$/, value: /^(?:0|false)$/ },
  { name: /^PIP_TRUSTED_HOST$/, value: /./, checkov: 'CKV2_DOCKER_16' },
  { name: /^UV_(?:INSECURE_HOST|ALLOW_INSECURE_HOST)$/, value: /./ },
  { name: /^CONDA_SSL_VERIFY$/, value: /^(?:0|false|no|off)$/i },
  { name: /^BUNDLE_SSL_VERIFY_MODE$/, value: /^0$/ },
];
/** To ask the text first: hardly any file has one of them. */
const anywhere =
  /GIT_SSL_NO_VERIFY|NODE_TLS_REJECT_UNAUTHORIZED|PYTHONHTTPSVERIFY|STRICT_SSL|TRUSTED_HOST|INSECURE_HOST|SSL_VERIFY/i;

/** Variables of ARG, ENV and RUN that switch the check off. Never throws. */
export function* uncheckedByVariable(doc: DockerfileDocument): Iterable<GivenUp> {
  if (!anywhere.test(doc.source.text)) return;
  yield* declared(doc);
  yield* assigned(doc);
}

function variableOf(name: string, value: string): Variable | undefined {
  return variables.find((variable) => variable.name.test(name) && variable.value.test(value));
}

function* declared(doc: DockerfileDocument): Iterable<GivenUp> {
  for (const keyword of ['ARG', 'ENV']) {
    for (const instruction of doc.byKeyword(keyword)) {
      for (const [index, pair] of instruction.pairs.entries()) {
        if (pair.value === undefined || !anywhere.test(pair.key.value)) continue;
        const { value, known } = doc.expand(pair.value, instruction);
        const variable = known ? variableOf(pair.key.value, value) : undefined;
        if (variable === undefined) continue;
        const text = `${pair.key.value}=${value}`;
        yield {
          at: pair.span,
          text,
          what: text,
          checkov: variable.checkov,
          edits: () => removePart(doc, instruction, instruction.pairs, index),
        };
      }
    }
  }
}

/** In front of a command, behind `export`, or of `env` and `sudo`. */
function* assigned(doc: DockerfileDocument): Iterable<GivenUp> {
  for (const command of doc.runCommands) {
    const { assignments, words, name, args } = command;
    // Without `export` nobody else sees what a command alone sets.
    const prefixes = words.length === 0 ? [] : assignments;
    for (const assignment of prefixes) {
      if (assignment.value?.literal === false) continue;
      const variable = variableOf(assignment.name, assignment.value?.value ?? '');
      if (variable === undefined) continue;
      const text = `${assignment.name}=${assignment.value?.value ?? ''}`;
      yield {
        at: assignment.span,
        text,
        what: text,
        checkov: variable.checkov,
        edits: () => removePrefix(doc, assignment),
      };
    }
    if (!/^(?:export|env|sudo|declare)$/.test(name ?? '')) continue;
    for (const word of args) {
      const equals = word.value.indexOf('=');
      const variable = equals < 1 ? undefined : variableOf(word.value.slice(0, equals), word.value.slice(equals + 1));
      if (variable === undefined || !word.literal) continue;
      const edits = (): readonly Edit[] | undefined =>
        isOnly(command) ? removeCommandOrRun(doc, command) : removeWords(doc, command, [word]);
      yield { at: word.span, text: word.value, what: word.value, checkov: variable.checkov, edits };
    }
  }
}

/** `export NAME=value` and no other name. */
function isOnly({ name, args }: Command): boolean {
  return name !== 'env' && name !== 'sudo' && args.length === 1;
}
