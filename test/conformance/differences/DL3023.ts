import { differences } from '../../../server/tools/conformance/types.js';
import { copyHere } from '../stageLinks.js';

export default differences({
  rule: 'copy-from-own-stage',
  tool: 'hadolint',
  code: 'DL3023',
  side: 'theirs',
  class: 'deliberate',
  reason: 'Of several stages with one name Docker reads the last, which is another one here.',
  example: 'FROM debian:13-slim AS a\nCOPY --from=a /x /y\nFROM debian:13-slim AS a\n',
  neighbour: 'FROM debian:13-slim AS a\nCOPY --from=a /x /y\n',
  accepts: (place) => {
    const here = copyHere(place);
    return here?.link.source.kind === 'stage' && here.link.source.stage !== here.stage;
  },
});
