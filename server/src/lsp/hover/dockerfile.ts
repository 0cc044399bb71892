import type { DockerfileDocument, Stage, StageSource } from '../../engine/dockerfile/model/types.js';
import type { Flag, Instruction } from '../../engine/dockerfile/syntax/types.js';
import type { Span } from '../../engine/text/span.js';
import { contains } from '../../engine/text/span.js';
import type { GuideSection } from '../../guide/sections.js';
import type { OptionHelp } from '../help/flags.js';
import { directives, flags, mountOptions, mountTypes } from '../help/flags.js';
import { keywords } from '../help/keywords.js';
import type { Card } from './card.js';

import { imageCard } from './image.js';
import { stageCard } from './stage.js';
import { variableAt } from './variable.js';

const reference = 'https://docs.docker.com/reference/dockerfile/#';

/** What stands at an offset of a Dockerfile: a directive, keyword, flag, stage, image or variable. */
export function dockerfileCard(doc: DockerfileDocument, at: number): Card | undefined {
  const isHere = (span: Span | undefined): span is Span => span !== undefined && contains(span, { start: at, end: at });
  const directive = doc.syntax.directives.find(({ span }) => isHere(span));
  if (directive !== undefined) {
    const help = directives[directive.name];
    return (
      help && optionCard(directive.span, `**# ${directive.name}=**`, help, 'dockerfile-reference#parser-directives')
    );
  }
  const instruction = instructionAt(doc, at);
  if (instruction === undefined) return undefined;
  if (isHere(instruction.keywordSpan)) return keywordCard(instruction);
  return (
    variableAt(doc, instruction, at) ??
    flagAt(doc, instruction, isHere) ??
    (instruction.keyword === 'FROM' ? fromAt(doc, instruction, isHere) : undefined)
  );
}

/** The innermost instruction, which may be a trigger. */
function instructionAt(doc: DockerfileDocument, at: number): Instruction | undefined {
  const { instructions } = doc.syntax;
  let low = 0;
  for (let high = instructions.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((instructions[middle]?.span.end ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  let found = instructions[low];
  if (found === undefined || found.span.start > at) return undefined;
  while (found.trigger !== undefined && found.trigger.span.start <= at) found = found.trigger;
  return found;
}

function keywordCard({ keyword, keywordSpan: span }: Instruction): Card | undefined {
  const help = keywords[keyword];
  if (help === undefined) return undefined;
  const { what, note, guide, anchor } = help;
  return { span, title: `**${keyword}**: ${what}`, lines: [note], guide, link: reference + anchor };
}

function flagAt(
  doc: DockerfileDocument,
  instruction: Instruction,
  isHere: (span: Span | undefined) => span is Span,
): Card | undefined {
  const flag = instruction.flags.find(({ span }) => isHere(span));
  if (flag === undefined) return undefined;
  const { keyword } = instruction;
  if (flag.name === 'from' && isHere(flag.value?.span)) return sourceAt(doc, instruction, flag.value.span);
  const help = flags[keyword]?.[flag.name];
  const inMount = keyword === 'RUN' && flag.name === 'mount' && !isHere(flag.nameSpan);
  const card = inMount ? mountAt(doc, instruction, flag, isHere) : undefined;
  return card ?? (help && optionCard(flag.nameSpan, `**${keyword} --${flag.name}**`, help));
}

function mountAt(
  doc: DockerfileDocument,
  instruction: Instruction,
  flag: Flag,
  isHere: (span: Span | undefined) => span is Span,
): Card | undefined {
  const type = flag.options.find(({ name }) => name === 'type')?.value ?? 'bind';
  const help = mountTypes[type];
  const option = flag.options.find(({ span }) => isHere(span));
  if (option === undefined) return undefined;
  if (option.name === 'type' && help !== undefined) return optionCard(option.span, `**type=${type}**`, help);
  if (option.name === 'from' && isHere(option.valueSpan)) return sourceAt(doc, instruction, option.valueSpan);
  const about = mountOptions[option.name];
  if (about === undefined) return undefined;
  const { anchor = 'run---mount', guide = 'build-cache#cache-mounts' } = help ?? {};
  const { what: does, without: count, ...rest } = about;
  const what = typeof does === 'object' ? does[type] : does;
  // Docker refuses an option that the type does not have.
  if (what === undefined) return undefined;
  const without = typeof count === 'object' ? count[type] : count;
  const title = `**${option.name}** of a ${type} mount`;
  return optionCard(
    option.span,
    title,
    { ...rest, what, ...(without === undefined ? {} : { without }), anchor },
    guide,
  );
}

/** What a `from` names. */
function sourceAt(doc: DockerfileDocument, instruction: Instruction, span: Span): Card | undefined {
  const link = doc.stageOf(instruction)?.links.find((each) => contains(span, each.span));
  return link === undefined ? undefined : sourceCard(doc, link.source, span);
}

function fromAt(
  doc: DockerfileDocument,
  from: Instruction,
  isHere: (span: Span | undefined) => span is Span,
): Card | undefined {
  const stage = doc.stageOf(from);
  if (stage === undefined) return undefined;
  if (isHere(stage.alias?.span)) return stageCard(doc, stage, stage.alias.span);
  return isHere(stage.image?.span) ? sourceCard(doc, stage.base, stage.image.span, stage) : undefined;
}

function sourceCard(doc: DockerfileDocument, source: StageSource, span: Span, of?: Stage): Card | undefined {
  if (source.kind === 'stage') return stageCard(doc, source.stage, span);
  return source.kind === 'image' ? imageCard(source.image, span, of?.known) : undefined;
}

function optionCard(span: Span, title: string, help: OptionHelp, guide?: GuideSection): Card {
  const { what, without, since, anchor } = help;
  const more = [
    ...(without === undefined ? [] : [`Without it: ${without}.`]),
    ...(since === undefined ? [] : [`Since ${since}.`]),
  ].join(' ');
  return {
    span,
    title: `${title}: ${what}`,
    lines: more === '' ? [] : [more],
    guide: help.guide ?? guide ?? 'dockerfile-reference#flags',
    link: reference + anchor,
  };
}
