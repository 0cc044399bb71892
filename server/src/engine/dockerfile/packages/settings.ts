import { memoised, weaklyMemoised } from '../../memo.js';
import type { Command, DockerfileDocument, Stage } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';
import type { PackageCommand } from './types.js';

/** A switch of a program's configuration. */
export interface Setting {
  /** What its line in a configuration file has in it. */
  readonly text: RegExp;
  /** Where such files lie. */
  readonly file: RegExp;
}

/** apt.conf(5) */
const aptFile = /^\/etc\/apt\/apt\.conf/;
export const aptAssumeYes: Setting = { text: /APT::Get::(?:Assume-Yes|force-yes)|\bquiet\s+"?2/i, file: aptFile };
export const aptRecommends: Setting = { text: /Install-Recommends/i, file: aptFile };
/** yum.conf(5), dnf.conf(5) */
export const rpmAssumeYes: Setting = {
  text: /\b(?:assumeyes|defaultyes)\b/i,
  file: /^\/etc\/(?:yum\.conf|(?:yum|dnf|tdnf)(?:\/|$))/,
};

/**
 * Whether something in front of a command, in its stage or in those it is built from, may have set a switch: text with it
 * that a RUN or a heredoc writes, or a copied file that nobody here can read. Never throws.
 */
export function mayBeConfigured(doc: DockerfileDocument, { run }: PackageCommand, setting: Setting): boolean {
  const { instruction, span } = run.command;
  return (firstPlaces(doc)(setting).get(doc.stageOf(instruction)) ?? Infinity) < span.start;
}

/** For each stage the offset from which a switch may be set. */
const firstPlaces = memoised((doc: DockerfileDocument) =>
  weaklyMemoised((setting: Setting): ReadonlyMap<Stage | undefined, number> => {
    const first = new Map<Stage | undefined, number>();
    for (const { instruction, at } of places(doc, setting)) {
      const stage = doc.stageOf(instruction);
      first.set(stage, Math.min(first.get(stage) ?? Infinity, at));
    }
    if (first.size === 0) return first;
    for (const stage of doc.stages) {
      if (stage.parent !== undefined && first.has(stage.parent)) first.set(stage, stage.span.start);
    }
    return first;
  }),
);

interface Place {
  readonly instruction: Instruction;
  readonly at: number;
}

function* places(doc: DockerfileDocument, setting: Setting): Iterable<Place> {
  for (const keyword of ['COPY', 'ADD']) {
    for (const copy of doc.byKeyword(keyword)) {
      if (brings(copy, setting)) yield { instruction: copy, at: copy.span.start };
    }
  }
  if (!setting.text.test(doc.source.text)) return;
  for (const command of doc.runCommands) {
    if (writes(command, setting)) yield { instruction: command.instruction, at: command.span.start };
  }
}

function brings({ words, heredocs }: Instruction, { text, file }: Setting): boolean {
  if (!file.test(words.at(-1)?.value ?? '')) return false;
  return heredocs.length === 0 || heredocs.some(({ body }) => text.test(body.text));
}

/** An option of the program itself counts for that command alone. */
function writes({ name, args, redirects }: Command, { text }: Setting): boolean {
  if (name === undefined || /^(?:apt|aptitude|apt-get|yum|dnf\d?|microdnf|tdnf|sudo)$/.test(name)) return false;
  return args.some(({ value }) => text.test(value)) || redirects.some(({ body }) => text.test(body?.value ?? ''));
}
