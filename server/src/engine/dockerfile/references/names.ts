import type { DockerfileDocument } from '../model/types.js';
import { hasWord } from './shellText.js';
import { stageAt, takenStageNames } from './stages.js';
import type { NameGroup, NameHere } from './types.js';
import { isDockers, variableAt } from './variables.js';

/**
 * The stage or variable that the text at a UTF-16 offset means, with every place of the file that means it; undefined
 * for anything else, also for a variable that the file does not declare. Never throws.
 */
export function nameAt(doc: DockerfileDocument, offset: number): NameHere | undefined {
  return stageAt(doc, offset) ?? variableAt(doc, offset);
}

/**
 * Why a name cannot be renamed (to `newName`, if given) without changing what the build does, as a sentence; undefined
 * if it can. Never throws.
 */
export function whyNotRenamed(doc: DockerfileDocument, group: NameGroup, newName?: string): string | undefined {
  if (group.unclear !== undefined) return `${group.unclear} Rename it by hand.`;
  if (group.kind === 'variable' && isDockers(doc, group.name)) return `Docker knows ${group.name} by this name.`;
  if (newName === undefined || newName === group.name) return undefined;
  return group.kind === 'stage' ? whyNotStage(doc, group.name, newName) : whyNotVariable(doc, newName);
}

/** BuildKit frontend/dockerfile/instructions/parse.go, parseBuildStageName. */
function whyNotStage(doc: DockerfileDocument, name: string, newName: string): string | undefined {
  if (!/^[a-z][a-z0-9_.-]*$/i.test(newName)) {
    return 'The name of a stage starts with a letter; letters, digits, "_", "-" and "." may follow.';
  }
  const lower = newName.toLowerCase();
  if (lower === 'scratch') return 'Docker keeps the name scratch for the empty image.';
  if (lower === name.toLowerCase() || !takenStageNames(doc).has(lower)) return undefined;
  return `This file already has a stage or an image called ${newName}.`;
}

function whyNotVariable(doc: DockerfileDocument, newName: string): string | undefined {
  if (!/^[A-Za-z_]\w*$/.test(newName)) {
    return 'The name of a variable starts with a letter or "_"; letters, digits and "_" may follow.';
  }
  if (isDockers(doc, newName)) return `Docker gives ${newName} a meaning of its own.`;
  return hasWord(doc.source.text, newName) ? `This file already speaks of ${newName}.` : undefined;
}
