import { SourceText } from '../../text/source.js';
import { cachedByText } from '../../textCache.js';
import { parseCompose } from '../document.js';

/** Of so many characters other files are kept parsed. */
const mostCharacters = 4_000_000;
/** Longer files are not looked into. */
export const largestFile = 400_000;

/** Another Compose file, parsed: an edit of one file does not have the others parsed again. */
export const parsedFile = cachedByText((text) => parseCompose(new SourceText(text)), mostCharacters);
