import type { Span } from '../../text/span.js';
import { readMark } from './heredoc-marks.js';
import type { InstructionNode } from './instruction.js';
import type { Finding, Report } from './report.js';
import { instructionFacts } from './tables.js';
import type { KeyValue, Word } from './types.js';
import { wordError } from './word.js';

/** What BuildKit would refuse in the arguments of a known instruction (frontend/dockerfile/instructions/parse.go). */
export function checkArguments(instruction: InstructionNode, report: Report): void {
  const { keyword } = instruction;
  if (instruction.jsonReading.kind === 'mixed') {
    const message = 'A JSON array may hold only strings in double quotes here, so the build stops.';
    report(wrong(instruction.bodySpan, message));
    return;
  }
  const check = checks[keyword];
  if (check !== undefined) check(instruction, report);
  if (instructionFacts(keyword)?.expands === true) checkWords(instruction, report);
}

type Check = (instruction: InstructionNode, report: Report) => void;

/** RUN, CMD and ENTRYPOINT may be empty. */
const checks: Readonly<Record<string, Check>> = {
  ADD: checkPaths,
  ARG: checkPairs,
  COPY: checkPaths,
  ENV: checkPairs,
  EXPOSE: (instruction, report) => atLeastOne(instruction, 'a port', report),
  FROM: checkFrom,
  HEALTHCHECK: checkHealth,
  LABEL: checkPairs,
  MAINTAINER: (instruction, report) => atLeastOne(instruction, 'a name', report),
  ONBUILD: checkTrigger,
  SHELL: checkShell,
  STOPSIGNAL: (instruction, report) => atLeastOne(instruction, 'a signal', report),
  USER: (instruction, report) => atLeastOne(instruction, 'a user', report),
  VOLUME: checkVolume,
  WORKDIR: (instruction, report) => atLeastOne(instruction, 'a directory', report),
};

function atLeastOne({ keyword, keywordSpan, words }: InstructionNode, what: string, report: Report): void {
  if (words.length > 0) return;
  report({
    code: 'missing-arguments',
    span: keywordSpan,
    word: keyword,
    message: `${keyword} needs ${what} behind it.`,
  });
}

const stageName = /^[a-z][a-z0-9\-_.]*$/;
/** Docker also looks for a build context of the name of a stage, and that is one which an image could have. */
const contextName = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;

function checkFrom(instruction: InstructionNode, report: Report): void {
  const { words, bodySpan } = instruction;
  atLeastOne(instruction, 'an image', report);
  const [, as, name] = words;
  if (words.length < 2) return;
  if (words.length !== 3 || as === undefined || name === undefined || as.text.toLowerCase() !== 'as') {
    report(wrong(bodySpan, 'FROM takes an image alone, or an image followed by AS and a name for the stage.'));
  } else if (!stageName.test(name.text.toLowerCase())) {
    const message =
      'The name of a stage starts with a letter and holds only letters, digits, dots, hyphens and underscores.';
    report(wrong(name.span, message, name.text));
  } else if (!contextName.test(name.text.toLowerCase())) {
    const message =
      'Docker refuses this name of a stage, because no image could have it: letters and digits stand around each dot, hyphen and underscore.';
    report(wrong(name.span, message, name.text));
  }
}

function checkPaths({ keyword, keywordSpan, words }: InstructionNode, report: Report): void {
  const last = words[words.length - 1];
  if (last === undefined || words.length < 2) {
    const message = `${keyword} needs a source and a destination behind it.`;
    report({ code: 'missing-arguments', span: last?.span ?? keywordSpan, word: keyword, message });
  } else if (readMark(last.content) !== undefined) {
    report(wrong(last.span, `${keyword} needs a destination behind the here-document.`, last.text));
  }
}

function checkPairs(instruction: InstructionNode, report: Report): void {
  const { keyword, keywordSpan, pairs } = instruction;
  atLeastOne(instruction, keyword === 'ARG' ? 'a name' : 'a name and a value', report);
  for (const [index, { key, value, span, legacy }] of pairs.entries()) {
    if (value === undefined && keyword !== 'ARG') {
      const message = `${keyword} needs a value for ${key.text}, written behind an equals sign.`;
      if (legacy) report({ code: 'missing-arguments', span: keywordSpan, word: keyword, message });
      else if (index === 0 || pairs[index - 1]?.value !== undefined) report(bareWords(pairs.slice(index)));
    } else if (key.text === '') {
      report(wrong(span, `${keyword} needs a name before the equals sign.`));
    }
  }
}

/** Words without an equals sign that follow one another, told once. */
function bareWords(pairs: readonly KeyValue[]): Finding {
  const count = pairs.findIndex(({ value }) => value !== undefined);
  const words = count < 0 ? pairs : pairs.slice(0, count);
  const span = { start: words[0]?.span.start ?? 0, end: words.at(-1)?.span.end ?? 0 };
  const text = shortened(words.map(({ key }) => key.text).join(' '));
  const message = `“${text}” has no equals sign; write name=value here, and a value with blanks in quotes.`;
  return wrong(span, message, words[0]?.key.text);
}

function checkHealth(instruction: InstructionNode, report: Report): void {
  const { words, keyword, command } = instruction;
  atLeastOne(instruction, 'CMD and a command, or NONE,', report);
  const [type] = words;
  if (type === undefined) return;
  const kind = type.text.toUpperCase();
  if (kind === 'NONE') {
    if (words.length > 1) report(wrong(instruction.bodySpan, 'HEALTHCHECK NONE takes nothing behind it.', type.text));
  } else if (kind !== 'CMD') {
    report(wrong(type.span, `HEALTHCHECK goes on with CMD or NONE, not with “${type.text}”.`, type.text));
  } else if (command === undefined || command.body.text === '' || command.json?.length === 0) {
    const message = 'HEALTHCHECK CMD needs a command behind it.';
    report({ code: 'missing-arguments', span: type.span, word: keyword, message });
  }
}

function checkTrigger(instruction: InstructionNode, report: Report): void {
  const { keyword, keywordSpan, trigger } = instruction;
  if (trigger === undefined) {
    const message = 'ONBUILD needs an instruction behind it.';
    report({ code: 'missing-arguments', span: keywordSpan, word: keyword, message });
    return;
  }
  if (!['ONBUILD', 'FROM', 'MAINTAINER'].includes(trigger.keyword)) return;
  const message = `Docker does not take ${trigger.keyword} as an ONBUILD trigger.`;
  report({ code: 'forbidden-trigger', span: trigger.keywordSpan, word: trigger.keyword, message });
}

function checkShell(instruction: InstructionNode, report: Report): void {
  atLeastOne(instruction, 'a JSON array of strings', report);
  const { json, bodySpan, words } = instruction;
  if (json !== undefined || words.length === 0) return;
  report(wrong(bodySpan, 'SHELL takes a JSON array of strings only, such as ["/bin/bash", "-c"].'));
}

function checkVolume(instruction: InstructionNode, report: Report): void {
  atLeastOne(instruction, 'a path', report);
  for (const word of instruction.words) {
    if (word.content.trim() === '') report(wrong(word.span, 'A volume needs a path that is not empty.'));
  }
}

/** Words that Docker's expansion refuses: quotes or braces that do not match, operators that it does not know. */
function checkWords({ words, pairs, keyword }: InstructionNode, report: Report): void {
  const read: readonly Word[] =
    pairs.length === 0 ? words : pairs.flatMap(({ key, value }) => (value === undefined ? [key] : [key, value]));
  for (const word of read) {
    const error = wordError(word);
    if (error === undefined || (isPathKeyword(keyword) && readMark(word.content) !== undefined)) continue;
    report(wrong(word.span, `Docker cannot read “${shortened(word.text)}”, because ${error}.`, word.text));
  }
}

function isPathKeyword(keyword: string): boolean {
  return keyword === 'ADD' || keyword === 'COPY';
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function wrong(span: Span, message: string, word = ''): Finding {
  return { code: 'invalid-arguments', span, word, message };
}
