import { nearest } from '../../didYouMean.js';
import { shown } from '../../wording.js';
import { instructionKeywords } from '../syntax/tables.js';

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

/** Never throws. */
export function guessWord(word: string): Guess | undefined {
  if (isConflictMark(word)) {
    return { hint: ': a merge of two versions was not finished here', title: '', text: undefined };
  }
  if (word.startsWith('//')) {
    return { hint: '; a comment starts with #', title: 'Make it a comment', text: `#${word.slice(2)}` };
  }
  if (programs.has(word)) {
    return { hint: `; did you mean RUN ${word}?`, title: `Run ${word} with RUN`, text: `RUN ${word}` };
  }
  if (word === 'export') return { hint: '; did you mean ENV?', title: 'Change to ENV', text: 'ENV' };
  const known = nearest(word.replace(/:$/, '').toUpperCase(), instructionKeywords);
  if (known === undefined) return undefined;
  const text = word === word.toLowerCase() ? known.toLowerCase() : known;
  return { hint: `; did you mean ${known}?`, title: `Change to ${shown(text)}`, text };
}

/** `<<<<<<<`, `=======` and `>>>>>>>`, between which git leaves two versions of a text. */
function isConflictMark(word: string): boolean {
  return /^(?:<{7}|={7}|>{7}|\|{7})$/.test(word);
}
