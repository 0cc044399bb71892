import { removesPipCache } from '../../../server/src/engine/dockerfile/install/cleanup.js';
import { pipCacheMounted, pipInstall, pipPrograms } from '../../../server/src/engine/dockerfile/install/pip.js';
import { differences, type Place } from '../../../server/tools/conformance/types.js';
import { commandsHere, isInString, isNotShipped, runsHere } from '../predicates.js';

const common = { rule: 'pip-cache-left', tool: 'hadolint', code: 'DL3042' } as const;

/** The pip installs of the place that do not switch the cache off themselves. */
function caching(place: Place): readonly { readonly start: number; readonly plain: boolean; readonly words: string }[] {
  return runsHere(place, ...pipPrograms).flatMap((run) => {
    const words = run.args.map(({ value }) => value);
    if (pipInstall(run) === undefined || words.includes('--no-cache-dir')) return [];
    const { command, wrappers } = run;
    const plain = /^(?:pip\S* (?:.* )?install|python\S* -m pip install) /;
    const line = `${command.words[0]?.value ?? ''} ${words.join(' ')} `;
    const seen = plain.test(line) && wrappers.length === 0 && !isInString(place, command);
    return [{ start: command.span.start, plain: seen, words: line }];
  });
}

export default differences(
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/929',
    reason: 'What a stage leaves behind that is thrown away makes no image larger.',
    example:
      'FROM python:3.14-slim AS build\nRUN pip install flask\nFROM python:3.14-slim\nCOPY --from=build /app /app\n',
    neighbour: 'FROM python:3.14-slim AS build\nRUN pip install flask\nFROM build\n',
    accepts: isNotShipped,
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/983',
    reason: 'The cache lies in a mount, whose target hadolint knows in one spelling alone.',
    example: 'FROM python:3.14-slim\nRUN --mount=type=cache,target=/root/.cache pip install flask\n',
    neighbour: 'FROM python:3.14-slim\nRUN --mount=type=cache,target=/var/tmp pip install flask\n',
    accepts: ({ doc, instruction }) => instruction !== undefined && pipCacheMounted(doc, instruction),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3042.hs',
    reason: 'The cache is removed behind the install, in the same RUN.',
    example: 'FROM python:3.14-slim\nRUN pip install flask && pip cache purge\n',
    neighbour: 'FROM python:3.14-slim\nRUN pip cache purge && pip install flask\n',
    accepts: (place) => {
      const removed = commandsHere(place).findLast(removesPipCache)?.span.start ?? -1;
      return caching(place).every(({ start }) => start < removed);
    },
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://pip.pypa.io/en/stable/cli/pip_install/#cmdoption-no-index',
    reason: 'Without an index nothing is downloaded that a cache could keep.',
    example: 'FROM python:3.14-slim\nRUN pip install --no-index /wheels/app.whl\n',
    neighbour: 'FROM python:3.14-slim\nRUN pip install --no-index /wheels/app.whl && pip install flask\n',
    accepts: (place) => caching(place).every(({ words }) => words.includes(' --no-index ')),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://docs.python.org/3/library/optparse.html#terminology',
    reason: 'pip takes the start of the name of an option for it, as in `--no-cache`.',
    example: 'FROM python:3.14-slim\nRUN pip install --no-cache flask\n',
    neighbour: 'FROM python:3.14-slim\nRUN pip install --no-compile flask\n',
    accepts: (place) => caching(place).every(({ words }) => / --no-ca(?:che?)? /.test(words)),
  },
  {
    ...common,
    side: 'ours',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Shell.hs',
    reason:
      'hadolint knows `python -m pip install` without options between, and neither paths nor the string of `sh -c`.',
    example: 'FROM python:3.14-slim\nRUN python3 -m pip --quiet install flask\n',
    neighbour: 'FROM python:3.14-slim\nRUN python3 -m pip install --quiet flask\n',
    accepts: (place) => caching(place).every(({ plain }) => !plain),
  },
);
