import { nearest } from '../../didYouMean.js';
import { shown } from '../../wording.js';
import { instructionKeywords } from '../syntax/tables.js';
import { keywordLike } from '../edit/instructions.js';
import type { DockerfileDocument } from '../model/types.js';
import type { SyntaxProblem } from '../syntax/types.js';

/** What a word at the start of a line that is no instruction was probably meant to be. */
export interface Guess {
  /** To stand behind “Docker has no instruction X, so the build stops here”. */
  readonly hint: string;
  readonly title: string;
  /** What stands in the place of the word; undefined where nothing can. */
  readonly text: string | undefined;
}

const programs: ReadonlySet<string> = new Set(
  [
    'apk apt apt-get aptitude bash bundle bun cargo cat cd chmod chown composer cp curl dnf dotnet echo gem git go gradle',
    'groupadd install java ln make mkdir microdnf mvn mv node npm npx pacman php pip pip3 pnpm poetry powershell python',
    'python3 rm ruby rustup sed service set sh source sudo systemctl tar touch unzip useradd uv wget yarn yum zypper',
  ]
    .join(' ')
    .split(' '),
);

/** With keywords in the case that the file prefers. Never throws. */
export function guessWord(doc: DockerfileDocument, word: string): Guess | undefined {
  if (isConflictMark(word)) {
    return { hint: ': a merge of two versions was not finished here', title: '', text: undefined };
  }
  if (word.startsWith('//')) {
    return { hint: '; a comment starts with #', title: 'Make it a comment', text: `#${word.slice(2)}` };
  }
  if (programs.has(word)) {
    const run = keywordLike(doc, 'RUN');
    return { hint: `; did you mean RUN ${word}?`, title: `Run ${word} with ${run}`, text: `${run} ${word}` };
  }
  const known = word === 'export' ? 'ENV' : nearest(word.replace(/:$/, '').toUpperCase(), instructionKeywords);
  if (known === undefined) return undefined;
  const text = keywordLike(doc, known);
  return { hint: `; did you mean ${known}?`, title: `Change to ${shown(text)}`, text };
}

/** `<<<<<<<`, `=======` and `>>>>>>>`, between which git leaves two versions of a text. */
function isConflictMark(word: string): boolean {
  return /^(?:<{7}|={7}|>{7}|\|{7})$/.test(word);
}

/**
 * What to say of a file of which one of these words, which are no instructions, shows that it is no text as Docker reads
 * it, and the first word to say it of; undefined for all other files. Never throws.
 */
export function unreadable(
  { source: { text } }: DockerfileDocument,
  words: readonly SyntaxProblem[],
): { readonly from: SyntaxProblem; readonly message: string } | undefined {
  const from = words.some(({ word }) => control.test(word)) && words.find(({ word }) => unread.test(word));
  if (!from) return undefined;
  const encoding = encodings.find(([, beginning]) => beginning.test(text))?.[0];
  const message =
    encoding === undefined
      ? 'What stands here is no text, so Docker finds no instruction in it and the build stops.'
      : `This file is ${encoding} text, which Docker cannot read, so the build stops here; save it as UTF-8.`;
  return { from, message };
}

const control = /[\0-\x08\x0e-\x1f]/;
const unread = /[\0-\x08\x0e-\x1f\ufffd]/;
/** ASCII text of these encodings, read as UTF-8: a byte order mark is no UTF-8, and all other bytes are zero. */
const encodings: readonly (readonly [string, RegExp])[] = [
  ['UTF-16', /^\ufffd{0,2}(?:(?:[\t\n\r -~]\0){2}|(?:\0[\t\n\r -~]){2})/],
  ['UTF-32', /^(?:(?:\ufffd{2}\0\0)?(?:[\t\n\r -~]\0{3}){2}|(?:\0\0\ufffd{2})?(?:\0{3}[\t\n\r -~]){2})/],
];
