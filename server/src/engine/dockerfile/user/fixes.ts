import type { Fix } from '../../rule.js';
import { suggestedUser } from '../../images/users.js';
import { overlaps, type Edit } from '../../text/span.js';
import { deleteInstruction, insertAfter, insertBefore, isUnfinished } from '../edit/instructions.js';
import type { DockerfileDocument, Stage } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';
import type { NonRootAccount } from './account.js';
import { nonRootAccount } from './account.js';
import { isLinked } from './linked.js';
import { userId } from './numeric.js';
import { intoSystem, writableFolders } from './writable.js';

/**
 * Fixes that let the container of a stage run as a non-root user: the plain one, and one that also gives the copied
 * files to the user. `replaced` is a `USER root` that goes. Titles name the risk; all are unsafe. None behind a heredoc
 * without its end.
 */
export function nonRootFixes(doc: DockerfileDocument, stage: Stage, replaced?: Instruction): readonly Fix[] {
  if (stage.instructions.some(isUnfinished)) return [];
  const account = nonRootAccount(doc, stage);
  if (stage.os === 'windows') {
    return [
      {
        title: 'Run as ContainerUser (check that it may do what the program does)',
        safety: 'unsafe',
        edits: () => withUser(doc, stage, [`USER ${account.user}`], replaced),
      },
    ];
  }
  const copies = ownableCopies(doc, stage, account);
  return [
    {
      title: 'Add a non-root user (check that it may write where the program writes)',
      safety: 'unsafe',
      edits: () => plainEdits(doc, stage, account, replaced),
    },
    ...(copies.length === 0 || account.chown === undefined
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
  return withUser(doc, stage, [...(run === '' ? [] : [`RUN ${run}`]), `USER ${account.user}`], replaced);
}

function owningEdits(
  doc: DockerfileDocument,
  stage: Stage,
  account: NonRootAccount,
  copies: readonly Instruction[],
  replaced?: Instruction,
): readonly Edit[] {
  const own = ownCommand(doc, stage, account, true);
  const first = copies[0];
  const create =
    account.create === undefined || first === undefined ? [] : insertBefore(doc, first, [`RUN ${account.create}`]);
  return [
    ...create,
    ...copies.map((copy) => ({
      span: { start: copy.keywordSpan.end, end: copy.keywordSpan.end },
      text: ` --chown=${chownFor(doc, stage, account, copy) ?? ''}`,
    })),
    ...withUser(
      doc,
      stage,
      [...(own === undefined ? [] : [`RUN ${own}`]), `USER ${account.user}`],
      replaced,
      copies.at(-1),
    ),
  ];
}

/** `chown` of the folders that the process plainly writes to; VOLUME alone does not make its folder. */
function ownCommand(
  doc: DockerfileDocument,
  stage: Stage,
  { owner, shell }: NonRootAccount,
  ownsCopies = false,
): string | undefined {
  const { all: folders, missing, copied } = writableFolders(doc, stage);
  const all = ownsCopies ? folders.filter((path) => !copied.includes(path)) : folders;
  if (all.length === 0 || owner === undefined || !shell) return undefined;
  const make = missing.length === 0 ? '' : `mkdir -p ${missing.join(' ')} && `;
  return `${make}chown -R ${owner} ${all.join(' ')}`;
}

/** Lines behind the last step that needs root and behind `last`, and before CMD and ENTRYPOINT where these follow. */
function userLines(
  doc: DockerfileDocument,
  stage: Stage,
  lines: readonly string[],
  last: Instruction = stage.from,
): readonly Edit[] {
  const run = stage.instructions.findLast(({ keyword }) => keyword === 'RUN') ?? stage.from;
  const from = Math.max(run.index, last.index);
  const start = stage.instructions.find(
    ({ index, keyword }) => index > from && (keyword === 'CMD' || keyword === 'ENTRYPOINT'),
  );
  if (start !== undefined) return insertBefore(doc, start, lines);
  const end = stage.instructions.at(-1) ?? stage.from;
  return insertAfter(doc, end, lines);
}

/** What stands behind --chown=; only numbers with --link, which builds a layer without the users of those below. */
function chownFor(
  doc: DockerfileDocument,
  stage: Stage,
  { user, chown, create }: NonRootAccount,
  copy: Instruction,
): string | undefined {
  if (chown === undefined || /^\d/.test(chown) || !isLinked(copy)) return chown;
  return create === undefined ? userId(doc, stage, user) : `${suggestedUser.uid}:${suggestedUser.gid}`;
}

/** Copies of the stage that no flag gives to somebody, behind the step that makes the user, not into system folders. */
function ownableCopies(doc: DockerfileDocument, stage: Stage, account: NonRootAccount): readonly Instruction[] {
  const { madeBy } = account;
  const first = madeBy !== undefined && doc.stageOf(madeBy) === stage ? madeBy.index : stage.from.index;
  return stage.instructions.filter((copy) => {
    const { keyword, flags, index } = copy;
    if ((keyword !== 'COPY' && keyword !== 'ADD') || index < first) return false;
    if (flags.some(({ name }) => name === 'chown') || intoSystem(doc, copy)) return false;
    return chownFor(doc, stage, account, copy) !== undefined;
  });
}

/** `lines` where the user changes, in place of `replaced`. */
function withUser(
  doc: DockerfileDocument,
  stage: Stage,
  lines: readonly string[],
  replaced: Instruction | undefined,
  last?: Instruction,
): readonly Edit[] {
  const added = userLines(doc, stage, lines, last);
  if (replaced === undefined) return added;
  const gone = deleteInstruction(doc, replaced);
  // At the end of a stage the new lines would stand in the very line that goes.
  if (!added.some(({ span }) => overlaps(span, gone.span))) return [gone, ...added];
  return [{ span: replaced.span, text: lines.join(doc.source.eol) }];
}
