import { differences, type Place } from '../../../server/tools/conformance/types.js';
import { stageHere } from '../predicates.js';

const common = { rule: 'same-statement-env-reference', tool: 'hadolint', code: 'DL3044' } as const;

/** Names that a pair of the ENV reads as they are, and another one sets. */
function references({ instruction }: Place): readonly string[] {
  const pairs = instruction?.pairs ?? [];
  const set = new Set(pairs.map(({ key }) => key.value));
  return pairs.flatMap(({ key, value }) =>
    (value?.variables ?? [])
      .filter(({ operator }) => operator === undefined)
      .map(({ name }) => name)
      .filter((name) => set.has(name) && name !== key.value),
  );
}

export default differences(
  {
    ...common,
    side: 'ours',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3044.hs',
    reason: 'What another stage sets is not set here.',
    example: 'FROM debian:13-slim AS build\nENV PREFIX=/usr\nFROM debian:13-slim\nENV PREFIX=/opt BIN=$PREFIX/bin\n',
    neighbour: 'FROM debian:13-slim AS build\nENV OTHER=/usr\nFROM debian:13-slim\nENV PREFIX=/opt BIN=$PREFIX/bin\n',
    accepts: (place) => {
      const { doc, instruction } = place;
      const elsewhere = [...doc.byKeyword('ENV'), ...doc.byKeyword('ARG')].filter(
        (each) => doc.stageOf(each) !== stageHere(place) && each.span.start < (instruction?.span.start ?? 0),
      );
      const names = new Set(elsewhere.flatMap(({ pairs }) => pairs.map(({ key }) => key.value)));
      return references(place).every((name) => names.has(name));
    },
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/1062',
    reason: 'Behind the escape character and in single quotes a dollar sign is plain text.',
    example: 'FROM debian:13-slim\nENV MODE=rw TEXT="\\${MODE}_mount"\n',
    neighbour: 'FROM debian:13-slim\nENV MODE=rw TEXT="${MODE}_mount"\n',
    accepts: (place) => references(place).length === 0,
  },
);
