import { keywordLike } from '../../engine/dockerfile/edit/instructions.js';
import { outermost } from '../../engine/dockerfile/model/outermost.js';
import { defineRule, type Fix } from '../../engine/rule.js';
import type { DockerfileDocument, RunCommand } from '../../engine/dockerfile/model/types.js';
import { joinWorkdir } from '../../engine/dockerfile/model/workdir.js';
import type { Instruction } from '../../engine/dockerfile/syntax/types.js';

export default defineRule({
  id: 'cd-command',
  language: 'dockerfile',
  title: 'Change the folder with WORKDIR',
  severity: 'info',
  profile: 'all',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/build/building/best-practices/#workdir',
  tags: ['shell'],
  equivalents: { hadolint: ['DL3003'], trivy: ['DS-0013'], kics: ["RUN Instruction Using 'cd' Instead of WORKDIR"] },
  fixes: ['unsafe'],
  differs: { DL3003: 'Silent about a cd in a subshell, which ends with it.' },

  *check(doc) {
    const told = new Set<unknown>();
    for (const run of doc.runsOf('cd')) {
      const { instruction, scopes } = run.command;
      const [word] = run.words;
      if (instruction.parent !== undefined || told.has(instruction) || word === undefined) continue;
      if (scopes.includes('subshell') || scopes.includes('substitution')) continue;
      told.add(instruction);
      yield {
        at: { start: word.span.start, end: (run.args[0] ?? word).span.end },
        message: 'The folder changes for this step only; WORKDIR says for all that follows where it runs.',
        fixes: () => splitFix(doc, run),
      };
    }
  },
});

/** `RUN cd X && rest`, and nothing that depends on where it begins. */
function splitFix(doc: DockerfileDocument, { args, command }: RunCommand): readonly Fix[] {
  const { instruction, join } = command;
  const [first, second] = doc.commandsOf(instruction);
  const [target] = args;
  if (first !== command || second?.join !== '&&' || join !== 'start' || args.length !== 1 || target?.literal !== true)
    return [];
  const folder = joinWorkdir(doc.workdirAt(instruction), target.value, 'linux');
  if (instruction.heredocs.length > 0 || folder === undefined || mayGoBack(doc, instruction)) return [];
  if (!/^[\w/.-]+$/.test(target.value) || target.value === '-' || instruction.innerComments.length > 0) return [];
  const { start } = instruction.keywordSpan;
  const { eol } = doc.source;
  const line = `${keywordLike(doc, 'WORKDIR')} ${folder}${eol}`;
  return [
    {
      title: 'Split into WORKDIR and RUN (what follows then runs in that folder too)',
      safety: 'unsafe',
      edits: () => [
        { span: { start, end: start }, text: line },
        { span: { start: instruction.bodySpan.start, end: second.span.start }, text: '' },
      ],
    },
  ].filter(() => outermost(instruction) === instruction) as readonly Fix[];
}

/** `cd -` needs the folder that the shell came from. */
function mayGoBack(doc: DockerfileDocument, instruction: Instruction): boolean {
  const body = instruction.body.text;
  return body.includes('OLDPWD') || doc.commandsOf(instruction).some(({ name, args }) => name === 'cd' && isBack(args));
}

function isBack(args: readonly { readonly value: string }[]): boolean {
  return args.some(({ value }) => value === '-');
}
