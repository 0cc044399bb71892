import { parseDockerfile } from '../../../server/src/engine/dockerfile/document.js';
import type { DockerfileDocument } from '../../../server/src/engine/dockerfile/model/types.js';
import type { Instruction } from '../../../server/src/engine/dockerfile/syntax/types.js';
import { SourceText } from '../../../server/src/engine/text/source.js';

/** A document from its lines. */
export function open(...lines: readonly string[]): DockerfileDocument {
  return parseDockerfile(new SourceText(lines.join('\n')));
}

/** The nth instruction with a keyword, from 0; triggers count. */
export function nth(doc: DockerfileDocument, keyword: string, n = 0): Instruction {
  const found = doc.byKeyword(keyword)[n];
  if (found === undefined) throw new Error(`no ${keyword} ${n}`);
  return found;
}

/** Names of the commands of an instruction. */
export function names(doc: DockerfileDocument, instruction: Instruction): readonly (string | undefined)[] {
  return doc.commandsOf(instruction).map(({ name }) => name);
}
