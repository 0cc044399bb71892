import { groupBy } from '../../groups.js';
import { memoised, weaklyMemoised } from '../../memo.js';
import type { ShellWord } from '../../shell/types.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';

/** `NAME=value` behind `export`. */
export interface Exported {
  readonly name: string;
  readonly word: ShellWord;
}

/** What the commands of a RUN export, by name, in their order. */
export const exportsOf = memoised((doc: DockerfileDocument) =>
  weaklyMemoised((instruction: Instruction): ReadonlyMap<string, readonly Exported[]> => {
    const found: Exported[] = [];
    for (const { name, args } of doc.commandsOf(instruction)) {
      if (name !== 'export') continue;
      for (const word of args) found.push({ name: /^\w*/.exec(word.value)?.[0] ?? '', word });
    }
    return groupBy(found, ({ name }) => name);
  }),
);
