import type { DockerfileDocument, Variable } from '../../engine/dockerfile/model/types.js';
import { shellUnits } from '../../engine/dockerfile/shell/units.js';
import type { Instruction, Word } from '../../engine/dockerfile/syntax/types.js';
import { referencesOf } from '../../engine/shell/flow/references.js';
import type { Span } from '../../engine/text/span.js';
import { contains } from '../../engine/text/span.js';
import type { Card } from './card.js';
import { code } from './card.js';

const link = 'https://docs.docker.com/reference/dockerfile/#environment-replacement';
const guide = 'dockerfile-reference#instructions';

/** The variable that is read or set at an offset of an instruction, with its value there. */
export function variableAt(doc: DockerfileDocument, instruction: Instruction, at: number): Card | undefined {
  const isHere = (span: Span): boolean => contains(span, { start: at, end: at });
  const pair = instruction.pairs.find(({ key }) => isHere(key.span));
  if (pair !== undefined && instruction.keyword !== 'LABEL') {
    return settingCard(doc, instruction, pair.key, pair.value);
  }
  const word = wordsOf(instruction).find(({ span }) => isHere(span));
  // Of variables in one another the innermost counts: it comes last.
  const use = word?.variables.findLast(({ span }) => isHere(span));
  if (use !== undefined) return useCard(doc, doc.scopeAt(instruction).get(use.name), use.name, use.span);
  return shellVariableAt(doc, instruction, at);
}

function wordsOf({ words, flags, pairs }: Instruction): readonly Word[] {
  const values = [...flags.map(({ value }) => value), ...pairs.flatMap(({ key, value }) => [key, value])];
  return [...values.filter((word) => word !== undefined), ...words];
}

/** A variable that the shell of a RUN reads: what Docker gives it, if no command of the text sets it. */
function shellVariableAt(doc: DockerfileDocument, instruction: Instruction, at: number): Card | undefined {
  if (instruction.keyword !== 'RUN') return undefined;
  for (const unit of shellUnits(doc)) {
    if (unit.instruction !== instruction) continue;
    for (const { name, site } of referencesOf(unit.tree).all) {
      const span = unit.text.span(site.start, site.end);
      if (!contains(span, { start: at, end: at })) continue;
      const variable = doc.scopeAt(instruction).get(name);
      if (variable !== undefined) return useCard(doc, variable, name, span);
    }
  }
  return undefined;
}

function settingCard(doc: DockerfileDocument, instruction: Instruction, key: Word, value: Word | undefined): Card {
  const isArg = instruction.keyword === 'ARG';
  const result = value === undefined ? undefined : doc.expand(value, instruction);
  const known = result?.known === true ? ` = ${code(result.value)}` : '';
  return {
    span: key.span,
    title: `**${isArg ? 'Build argument' : 'Environment variable'}** ${code(key.value)}${known}`,
    lines: [
      isArg
        ? ((value === undefined ? platformOf(key.value) : undefined) ??
          'It can be given with `--build-arg` and is gone when the image runs.')
        : 'It is set for the instructions that follow and in the container.',
    ],
    guide,
    link: `https://docs.docker.com/reference/dockerfile/#${isArg ? 'arg' : 'env'}`,
  };
}

function useCard(doc: DockerfileDocument, variable: Variable | undefined, name: string, span: Span): Card {
  const value = variable?.value;
  return {
    span,
    title: `**Variable** ${code(name)}${value === undefined ? '' : ` = ${code(value)}`}`,
    lines: [originOf(doc, name, variable)],
    guide,
    link,
  };
}

function originOf(doc: DockerfileDocument, name: string, variable: Variable | undefined): string {
  if (variable === undefined) return 'Nothing above sets it; the base image may.';
  const { kind, span, optional, value } = variable;
  if (kind === 'predefined') return predefinedOrigin(name);
  const platform = kind !== 'env' && value === undefined ? platformOf(name) : undefined;
  if (platform !== undefined) return platform;
  const line = span === undefined ? '' : ` in line ${String(doc.source.lineAt(span.start) + 1)}`;
  if (kind === 'env') return `Set by ENV${line}.`;
  if (optional) return `Declared by ARG${line} without a value: empty unless \`--build-arg\` gives one.`;
  return `From ARG${line}; \`--build-arg\` may give another value.`;
}

function predefinedOrigin(name: string): string {
  if (name === 'PATH') return 'Nothing above sets it: it is that of the base image, or else the usual folders.';
  return platformOf(name) ?? 'The build command may set it.';
}

/** What the builder gives an argument that only needs to be declared. */
function platformOf(name: string): string | undefined {
  const [, which] = /^(TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/.exec(name) ?? [];
  if (which === undefined) return undefined;
  return `The builder sets it: the platform ${which === 'BUILD' ? 'of the machine that builds' : 'that the build is for'}.`;
}
