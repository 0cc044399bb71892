import { severitySettings } from '../../src/engine/config/wishes.js';
import type { OptionDeclaration, Rule } from '../../src/engine/rule.js';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Schema = { readonly [key: string]: Json };

const shellCheckSetting = 'dockerPatterns.shellcheck.path';

/** `capabilities.untrustedWorkspaces` of package.json. VS Code heeds the list only where the support is `limited`. */
export const untrustedWorkspaces: Schema = {
  supported: 'limited',
  description: 'Everything works, but no program is run: the setting dockerPatterns.shellcheck.path does not count.',
  restrictedConfigurations: [shellCheckSetting],
};

/** `contributes.configuration` of package.json. Rules have no defaults: an unset rule must never override a file. */
export function configuration(rules: readonly Rule[]): Schema {
  return {
    title: 'Docker Patterns',
    properties: {
      'dockerPatterns.enable': {
        scope: 'resource',
        type: 'boolean',
        default: true,
        description: 'Whether files are checked at all.',
      },
      'dockerPatterns.profile': {
        scope: 'resource',
        type: ['string', 'null'],
        enum: [null, 'recommended', 'all'],
        enumDescriptions: ['As the configuration file says', 'The rules for everybody', 'Every rule'],
        default: null,
        markdownDescription: 'Which rules are on by themselves. A value here counts before `.docker-patterns.yaml`.',
      },
      'dockerPatterns.rules': {
        scope: 'resource',
        type: 'object',
        additionalProperties: false,
        properties: ruleProperties(rules, 'markdownDescription'),
        markdownDescription:
          'Severity of single rules: `"rule-id": "warning"` or `"rule-id": ["warning", { "option": "value" }]`. A value here counts before `.docker-patterns.yaml`.',
      },
      'dockerPatterns.config': {
        scope: 'resource',
        type: 'string',
        default: '',
        markdownDescription:
          'Path of a configuration file, relative to the workspace folder. Empty: the nearest `.docker-patterns.yaml` from the file upward.',
      },
      'dockerPatterns.composeFiles': {
        scope: 'resource',
        type: 'array',
        items: { type: 'string' },
        default: [],
        markdownDescription:
          'Patterns of YAML files that are Compose files although neither their name nor their content tells, relative to the workspace folder, such as `deploy/*.yaml`.',
      },
      'dockerPatterns.completion.compose': {
        scope: 'resource',
        type: 'boolean',
        default: true,
        description:
          'Whether keys, values and names are offered while you write a Compose file. Turn it off where another extension offers the same.',
      },
      [shellCheckSetting]: {
        // Neither a workspace nor a folder can name a program.
        scope: 'machine',
        type: 'string',
        default: '',
        markdownDescription:
          'The program [ShellCheck](https://www.shellcheck.net), as an absolute path or as a name on the `PATH`, for the checks of shell commands that Docker Patterns does not do itself. It runs in trusted workspaces only, and gets the text of `RUN` on its standard input. Empty: no program is run. Not available in the browser.',
      },
      'dockerPatterns.trace.server': {
        scope: 'window',
        type: 'string',
        enum: ['off', 'messages', 'verbose'],
        default: 'off',
        description: 'How much of the talk between the editor and the server is written to the output channel.',
      },
    },
  };
}

/** docs/schema/docker-patterns.schema.json, for `.docker-patterns.yaml`. */
export function configSchema(rules: readonly Rule[]): Schema {
  const ruleMap: Schema = {
    type: 'object',
    additionalProperties: false,
    properties: ruleProperties(rules, 'description'),
  };
  const globs: Schema = { type: ['array', 'string'], items: { type: 'string' } };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Docker Patterns configuration',
    type: ['object', 'null'],
    additionalProperties: false,
    properties: {
      extends: {
        type: 'string',
        minLength: 1,
        description: 'Path of another configuration file, relative to this one; this one wins.',
      },
      profile: { enum: ['recommended', 'all'], description: 'Which rules are on by themselves.' },
      exclude: {
        ...globs,
        description:
          'Files that are not examined, relative to this file. A pattern without "/" matches at any depth; "!" takes files out again.',
      },
      compose: {
        type: ['object', 'null'],
        additionalProperties: false,
        description: 'Which files are Compose files, and which run together.',
        properties: {
          files: {
            ...globs,
            description:
              'Patterns of YAML files that are Compose files although neither their name nor their content tells, relative to this file.',
          },
          projects: {
            type: ['array', 'null'],
            items: { type: 'array', minItems: 1, items: { type: 'string' } },
            description:
              'Compose files that run together, each list in the order of the options -f; paths are relative to this file. A file that stands in several lists is judged by the first.',
          },
        },
      },
      rules: { ...ruleMap, description: 'Severity of single rules, or a list of a severity and options.' },
      overrides: {
        type: 'array',
        description: 'Rules for some files only; a later entry wins.',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: { files: { ...globs, description: 'Patterns of the files.' }, rules: ruleMap },
        },
      },
    },
  };
}

function ruleProperties(rules: readonly Rule[], describe: 'description' | 'markdownDescription'): Schema {
  const properties: Record<string, Schema> = {};
  for (const rule of rules) {
    const value = ruleValue(rule);
    const link = describe === 'description' ? '' : ` [Documentation](${rule.link})`;
    properties[rule.id] = { ...value, [describe]: `${rule.title}.${link}` };
    for (const alias of rule.aliases ?? []) {
      properties[alias] = { ...value, deprecationMessage: `This rule is now called ${rule.id}.` };
    }
  }
  return properties;
}

function ruleValue(rule: Rule): Schema {
  const severity: Schema = { enum: severitySettings };
  const declared = Object.entries(rule.options ?? {});
  const options: Schema = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(declared.map(([name, option]) => [name, optionSchema(option)])),
  };
  const items: readonly Json[] = declared.length === 0 ? [severity] : [severity, options];
  return { anyOf: [severity, { type: 'array', minItems: 1, maxItems: items.length, items }] };
}

function optionSchema({ type, description, default: value }: OptionDeclaration): Schema {
  if (type === 'strings') return { type: 'array', items: { type: 'string' }, description, default: value };
  return { type, description, default: value };
}
