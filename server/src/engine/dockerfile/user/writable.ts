import { operands } from '../../shell/options.js';
import type { DockerfileDocument, Stage } from '../model/types.js';

/** Folders of the system: a program that runs as a user has no business in them, or may write there anyway. */
const system =
  /^\/(?:$|(?:bin|boot|dev|etc|lib\w*|proc|root|run|sbin|sys|tmp|usr|opt|home|var(?:\/(?:cache|lib|log|tmp|run))?)$|(?:bin|boot|dev|etc|lib\w*|proc|root|sbin|sys|tmp|usr|var\/cache|var\/lib\/(?:apt|dpkg|apk))\/)/;

/**
 * Absolute folders that the process of a stage plainly writes to: its volumes, and folders that a RUN makes which
 * are neither the working directory nor the target of a copy. Sorted as written, each once. Never throws.
 */
export function writableFolders(doc: DockerfileDocument, stage: Stage): readonly string[] {
  const taken = new Set<string>();
  const folders = new Set<string>();
  for (const instruction of stage.instructions) {
    const { keyword, words } = instruction;
    if (keyword === 'WORKDIR') taken.add(clean(words[0]?.value ?? ''));
    if (keyword === 'COPY' || keyword === 'ADD') taken.add(clean(words.at(-1)?.value ?? ''));
    if (keyword === 'VOLUME') {
      for (const path of instruction.json?.map(({ value }) => value) ?? words.map(({ value }) => value))
        folders.add(clean(path));
    }
    if (keyword !== 'RUN') continue;
    for (const command of doc.commandsOf(instruction)) {
      // Whoever gives a folder to somebody has thought about it.
      if (command.name === 'chown') for (const { value } of command.args) taken.add(clean(value));
      if (command.name !== 'mkdir' || command.scopes.length > 0) continue;
      for (const word of operands(command, ['-m', '--mode'])) if (word.literal) folders.add(clean(word.value));
    }
  }
  return [...folders].filter(
    (path) => /^\/[\w./-]+$/.test(path) && !path.includes('..') && !system.test(path) && !taken.has(path),
  );
}

function clean(path: string): string {
  return path.replace(/(?<=.)\/+$/, '');
}
