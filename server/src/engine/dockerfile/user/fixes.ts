import type { Fix } from '../../rule.js';
import type { Edit } from '../../text/span.js';
import { deleteInstruction, insertAfter, insertBefore } from '../edits.js';
import type { DockerfileDocument, Stage } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';
import type { NonRootAccount } from './account.js';
import { nonRootAccount } from './account.js';
import { writableFolders } from './writable.js';

/**
 * Fixes that let the container of a stage run as a non-root user: the plain one, and one that also gives the copied
 * files to the user. `replaced` is a `USER root` that goes. Titles name the risk; all are unsafe.
 */
export function nonRootFixes(doc: DockerfileDocument, stage: Stage, replaced?: Instruction): readonly Fix[] {
  const account = nonRootAccount(doc, stage);
  if (stage.os === 'windows') {
    return [
      {
        title: 'Run as ContainerUser (check that it may do what the program does)',
        safety: 'unsafe',
        edits: () => [...gone(doc, replaced), ...userLines(doc, stage, [`USER ${account.user}`])],
      },
    ];
  }
  const copies = ownableCopies(stage);
  return [
    {
      title: 'Add a non-root user (check that it may write where the program writes)',
      safety: 'unsafe',
      edits: () => plainEdits(doc, stage, account, replaced),
    },
    ...(copies.length === 0 || account.owner === undefined
      ? []
      : [
          {
            title: 'Add a non-root user that owns the copied files (the program can then change itself)',
            safety: 'unsafe' as const,
            edits: () => owningEdits(doc, stage, account, copies, replaced),
          },
        ]),
  ];
}

function plainEdits(
  doc: DockerfileDocument,
  stage: Stage,
  account: NonRootAccount,
  replaced?: Instruction,
): readonly Edit[] {
  const own = ownCommand(doc, stage, account);
  const run = [account.create, own].filter((part) => part !== undefined).join(' && ');
  return [
    ...gone(doc, replaced),
    ...userLines(doc, stage, [...(run === '' ? [] : [`RUN ${run}`]), `USER ${account.user}`]),
  ];
}

function owningEdits(
  doc: DockerfileDocument,
  stage: Stage,
  account: NonRootAccount,
  copies: readonly Instruction[],
  replaced?: Instruction,
): readonly Edit[] {
  const own = ownCommand(doc, stage, account);
  const first = copies[0];
  const create =
    account.create === undefined || first === undefined ? [] : insertBefore(doc, first, [`RUN ${account.create}`]);
  return [
    ...gone(doc, replaced),
    ...create,
    ...copies.map(({ keywordSpan: { end } }) => ({
      span: { start: end, end },
      text: ` --chown=${account.owner ?? ''}`,
    })),
    ...userLines(doc, stage, [...(own === undefined ? [] : [`RUN ${own}`]), `USER ${account.user}`]),
  ];
}

/** `chown` of the folders that the process plainly writes to. */
function ownCommand(doc: DockerfileDocument, stage: Stage, { owner, shell }: NonRootAccount): string | undefined {
  const folders = writableFolders(doc, stage);
  return folders.length === 0 || owner === undefined || !shell ? undefined : `chown -R ${owner} ${folders.join(' ')}`;
}

/** Lines behind the last step that needs root, and before CMD and ENTRYPOINT where these follow it. */
function userLines(doc: DockerfileDocument, stage: Stage, lines: readonly string[]): readonly Edit[] {
  const last = stage.instructions.findLast(({ keyword }) => keyword === 'RUN');
  const from = last?.index ?? stage.from.index;
  const start = stage.instructions.find(
    ({ index, keyword }) => index > from && (keyword === 'CMD' || keyword === 'ENTRYPOINT'),
  );
  if (start !== undefined) return insertBefore(doc, start, lines);
  const end = stage.instructions.at(-1) ?? stage.from;
  return insertAfter(doc, end, lines);
}

/** Copies of the stage that no flag gives to somebody. */
function ownableCopies(stage: Stage): readonly Instruction[] {
  return stage.instructions.filter(
    ({ keyword, flags }) => (keyword === 'COPY' || keyword === 'ADD') && !flags.some(({ name }) => name === 'chown'),
  );
}

function gone(doc: DockerfileDocument, replaced: Instruction | undefined): readonly Edit[] {
  return replaced === undefined ? [] : [deleteInstruction(doc, replaced)];
}
