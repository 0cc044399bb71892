import type { DockerfileDocument } from '../model/types.js';
import { joinWorkdir } from '../model/workdir.js';
import type { Instruction, Word } from '../syntax/types.js';

export interface SystemTarget {
  readonly word: Word;
  readonly path: string;
  /** The folder of the system that the path is or lies in. */
  readonly folder: string;
}

/** Filled by the kernel or the boot, or put in place by the engine when a container starts. */
const folders: Readonly<Record<string, RegExp>> = {
  WORKDIR: /^(?:\/(?:boot|dev|initrd|lost\+found|proc|sys))(?=\/|$)/,
  VOLUME: /^(?:\/(?:dev|proc|sys)(?=\/|$)|\/$)/,
  COPY: /^\/(?:dev|proc|sys)(?=\/|$)/,
  ADD: /^\/(?:dev|proc|sys)(?=\/|$)/,
};

/** What a path into one of them, or to the root, is written with. */
const mayBe = /\$|boot|dev|initrd|lost|proc|sys|^["']?\/["']?$/;

/** Targets of an instruction in folders of a Linux system, variables expanded. Never throws. */
export function* systemTarget(doc: DockerfileDocument, instruction: Instruction): Iterable<SystemTarget> {
  const { keyword, words } = instruction;
  const pattern = folders[keyword];
  if (pattern === undefined || doc.stageOf(instruction)?.os === 'windows') return;
  const from = keyword === 'VOLUME' ? undefined : doc.workdirAt(instruction);
  for (const word of keyword === 'VOLUME' ? words : words.slice(-1)) {
    if (!mayBe.test(word.text) && !mayBe.test(from ?? '')) continue;
    const { value } = doc.expand(word, instruction);
    const path = joinWorkdir(from, value, 'linux');
    const folder = path === undefined ? undefined : pattern.exec(path)?.[0];
    if (path !== undefined && folder !== undefined) yield { word, path, folder };
  }
}
