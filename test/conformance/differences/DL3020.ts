import { sourcesOf, type SourceKind } from '../../../server/src/engine/dockerfile/copies/sources.js';
import { differences, type Place } from '../../../server/tools/conformance/types.js';

const common = { rule: 'add-instead-of-copy', tool: 'hadolint', code: 'DL3020' } as const;
const source = 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3020.hs';

/** No source is a plain file or folder, and at least one is of this kind. */
function hasOnly({ doc, instruction }: Place, kind: SourceKind): boolean {
  const kinds = instruction === undefined ? [] : sourcesOf(doc, instruction).map((each) => each.kind);
  return kinds.includes(kind) && kinds.every((each) => each !== 'local' && each !== 'pattern' && each !== 'heredoc');
}

function sourceTexts({ instruction }: Place): readonly string[] {
  return instruction?.words.slice(0, -1).map(({ value }) => value) ?? [];
}

export default differences(
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://docs.docker.com/reference/dockerfile/#adding-files-from-a-git-repository',
    reason: 'ADD clones Git repositories, which COPY cannot.',
    example: 'FROM alpine:3.23\nADD git@github.com:moby/buildkit.git /src\n',
    neighbour: 'FROM alpine:3.23\nADD buildkit /src\n',
    accepts: (place) => hasOnly(place, 'git'),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source,
    reason: 'hadolint does not put in the values of variables.',
    example: 'FROM alpine:3.23\nENV SITE=https://example.com\nADD $SITE/app /app\n',
    neighbour: 'FROM alpine:3.23\nENV SITE=example\nADD $SITE/app /app\n',
    accepts: (place) =>
      (hasOnly(place, 'url') || hasOnly(place, 'archive')) && sourceTexts(place).some((text) => text.includes('$')),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/moby/go-archive/blob/main/compression/compression.go',
    reason: 'ADD unpacks archives packed with zstd too.',
    example: 'FROM alpine:3.23\nADD rootfs.tar.zst /\n',
    neighbour: 'FROM alpine:3.23\nADD rootfs.zip /\n',
    accepts: (place) => hasOnly(place, 'archive') && sourceTexts(place).some((text) => /zst$/.test(text)),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/1145',
    reason: 'Whoever writes --unpack wants what only ADD does.',
    example: 'FROM alpine:3.23\nADD --unpack=true bundle /opt\n',
    neighbour: 'FROM alpine:3.23\nADD --link=true bundle /opt\n',
    accepts: ({ instruction }) => instruction?.flags.some(({ name }) => name === 'unpack') === true,
  },
  {
    ...common,
    side: 'theirs',
    class: 'unknowable',
    reason: 'Only the build knows what the variable stands for: an archive or an address is right with ADD.',
    example: 'FROM alpine:3.23\nARG SOURCE\nADD ${SOURCE} /opt/\n',
    neighbour: 'FROM alpine:3.23\nARG SOURCE=app\nADD ${SOURCE} /opt/\n',
    accepts: (place) => hasOnly(place, 'unknown'),
  },
);
