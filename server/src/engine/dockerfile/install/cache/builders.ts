import { memoised } from '../../../memo.js';
import type { DockerfileDocument } from '../../model/types.js';
import type { Instruction } from '../../syntax/types.js';
import { folderOfCommand } from '../origins.js';
import type { Surroundings } from './surroundings.js';
import { has, plainWords, says, type CachingTool } from './tool.js';

const goVerbs = /^(?:build|install|test|run|vet|generate|get|mod (?:download|tidy|vendor|verify))\b/;

const go: CachingTool = {
  name: 'Go',
  programs: ['go'],
  downloads: (run) => goVerbs.test(plainWords(run).join(' ')),
  // pkg.go.dev/cmd/go, environment variables; docker-library/golang sets GOPATH=/go.
  folders: (at) => {
    const path = at.variable('GOPATH') ?? (at.image === 'golang' ? { value: '/go' } : undefined);
    const modules = at.choose(
      [at.variable('GOMODCACHE'), path && { value: path.value && `${path.value}/pkg/mod` }],
      () => at.below('go/pkg/mod'),
    );
    const objects = at.choose([at.variable('GOCACHE')], () => at.inCache('go-build'));
    if (modules === undefined || objects === undefined) return undefined;
    const words = plainWords(at.run);
    if (isVendored(at)) return words[0] === 'mod' ? 'none' : [objects];
    return words[0] === 'mod' ? [modules] : [modules, objects];
  },
  shared: true,
  clears: (command) => says(command, ['go'], 'clean') && has(command, '-modcache', '-cache'),
  hint: /go-build|\/go\b|\.cache\/?$/,
};

function isVendored(at: Surroundings): boolean {
  const flags = at.variable('GOFLAGS')?.value ?? '';
  return flags.includes('-mod=vendor') || at.run.args.some(({ value }) => value === '-mod=vendor');
}

const cargoVerbs =
  /^(?:\+\S+ )?(?:build|b|test|t|check|c|run|r|install|fetch|vendor|clippy|bench|doc|rustc|chef cook|leptos|nextest)\b/;

const cargo: CachingTool = {
  name: 'Cargo',
  programs: ['cargo'],
  downloads: (run) => cargoVerbs.test(plainWords(run).join(' ')) && !has(run, '--offline', '--frozen'),
  // doc.rust-lang.org/cargo/guide/cargo-home; rust-lang/docker-rust sets CARGO_HOME.
  folders: (at) => {
    const home = at.choose(
      [at.variable('CARGO_HOME'), at.image === 'rust' ? { value: '/usr/local/cargo' } : undefined],
      () => at.below('.cargo'),
    );
    if (home === undefined || home === '') return undefined;
    const target = targetFolder(at);
    return [`${home}/registry`, `${home}/git`, ...(target === undefined ? [] : [target])];
  },
  shared: true,
  clears: ({ name, args }) => name === 'cargo-cache' || (name === 'cargo' && args[0]?.value === 'cache'),
  hint: /cargo|registry|\/target\/?$/,
};

/** The folder of what is built, if the same RUN takes the result out of it and nothing else looks for it there. */
function targetFolder(at: Surroundings): string | undefined {
  const { doc, run } = at;
  const { command } = run;
  const taken = doc
    .commandsOf(command.instruction)
    .some(
      ({ name, args, span }) =>
        span.start > command.span.end &&
        /^(?:cp|mv|install)$/.test(name ?? '') &&
        args.some(({ value }) => target.test(value)),
    );
  if (!taken || at.variable('CARGO_TARGET_DIR') !== undefined || has(run, '--target-dir', '--manifest-path'))
    return undefined;
  const named = namingTarget(doc);
  const elsewhere = named.size > (named.has(command.instruction) ? 1 : 0);
  const folder = elsewhere ? undefined : folderOfCommand(doc, run);
  return folder === undefined || folder.includes('?') || folder === '/' ? undefined : `${folder}/target`;
}

const target = /(?:^|[\s"/=])target\//;
const namingTarget = memoised(
  (doc: DockerfileDocument): ReadonlySet<Instruction> =>
    new Set(doc.instructions.filter(({ body }) => target.test(body.text))),
);

const maven: CachingTool = {
  name: 'Maven',
  programs: ['mvn', 'mvnw'],
  downloads: (run) => plainWords(run).length > 0 && !has(run, '-v', '--version', '-h', '--help', '-o', '--offline'),
  // maven.apache.org/guides/mini/guide-configuring-maven.html
  folders: (at) => {
    const chosen = at.option('-Dmaven.repo.local');
    const options = at.variable('MAVEN_OPTS', 'MAVEN_ARGS');
    if (chosen === undefined && options !== undefined && options.value?.includes('maven.repo.local') !== false)
      return undefined;
    const repository = at.choose([chosen], () => at.below('.m2/repository'));
    const wrapper = at.run.name === 'mvnw' ? at.below('.m2/wrapper') : undefined;
    return repository === undefined ? undefined : [repository, ...(wrapper === undefined ? [] : [wrapper])];
  },
  shared: true,
  hint: /\.m2|maven/,
};

const gradle: CachingTool = {
  name: 'Gradle',
  programs: ['gradle', 'gradlew'],
  downloads: (run) => plainWords(run).length > 0 && !has(run, '-v', '--version', '-h', '--help', '--offline'),
  // docs.gradle.org, Gradle-managed directories; in keeganwitt/docker-gradle root's home leads to that of gradle.
  folders: (at) => {
    const home = at.choose(
      [
        at.option('-g', '--gradle-user-home'),
        at.variable('GRADLE_USER_HOME'),
        at.image === 'gradle' ? { value: '/home/gradle/.gradle' } : undefined,
      ],
      () => at.below('.gradle'),
    );
    if (home === undefined || home === '') return undefined;
    return [`${home}/caches`, ...(at.run.name === 'gradlew' ? [`${home}/wrapper`] : [])];
  },
  locked: true,
  shared: true,
  hint: /gradle/,
};

const nuget: CachingTool = {
  name: 'NuGet',
  programs: ['dotnet'],
  downloads: (run) =>
    /^(?:restore|build|publish|test|pack|run|tool restore|add package)\b/.test(plainWords(run).join(' ')),
  // learn.microsoft.com/nuget/consume-packages/managing-the-global-packages-and-cache-folders
  folders: (at) => {
    const folder = at.choose([at.option('--packages'), at.variable('NUGET_PACKAGES')], () =>
      at.below('.nuget/packages'),
    );
    return folder === undefined ? undefined : [folder];
  },
  shared: true,
  clears: (command) => says(command, ['dotnet'], 'nuget locals'),
  hint: /nuget/,
};

/** Tools that build programs from packages, and read the same packages again in later steps. */
export const builderTools: readonly CachingTool[] = [go, cargo, maven, gradle, nuget];
