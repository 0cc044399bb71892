import type { Fix } from '../../rule.js';
import { insertBefore } from '../edit/instructions.js';
import type { DockerfileDocument } from '../model/types.js';
import { outermost } from '../model/outermost.js';
import type { Instruction } from '../syntax/types.js';

/** Has bash run the commands from an instruction on, where the base image brings it and nobody chose a shell yet. */
export function bashFix(doc: DockerfileDocument, instruction: Instruction): readonly Fix[] {
  const { known } = doc.stageOf(instruction) ?? {};
  if (known?.shells.includes('bash') !== true || doc.shellAt(instruction).instruction !== undefined) return [];
  return [
    {
      title: 'Run this and what follows in the stage with bash',
      safety: 'unsafe',
      edits: () => insertBefore(doc, outermost(instruction), ['SHELL ["/bin/bash", "-o", "pipefail", "-c"]']),
    },
  ];
}
