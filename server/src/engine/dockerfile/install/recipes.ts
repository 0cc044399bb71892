/** How the dependencies of a project are installed by one command. */
export interface DependencyInstall {
  /** `npm`, `pip`, …: installs of one ecosystem in one stage count once. */
  readonly ecosystem: string;
  /** Files that the install cannot do without, relative to its folder. */
  readonly manifests: readonly string[];
  /** Lock files of which a project has one; in order of preference. */
  readonly locks: readonly string[];
  /** Files and folders that matter to the install where they exist; folders end in `/`. */
  readonly extras: readonly string[];
  /** What to copy when nobody knows which files exist; wildcards may match nothing. */
  readonly guess: readonly string[];
  /**
   * A command that fetches the dependencies without the sources. Absent when the command itself needs
   * no sources and can simply run before they are copied.
   */
  readonly prepare?: string;
  /** Folder of the install relative to the working directory, from options such as `--prefix`. */
  readonly folder: string;
}

/** A `DependencyInstall` that does not say where it runs. */
export type Recipe = Omit<DependencyInstall, 'folder'>;

export const node: Recipe = {
  ecosystem: 'npm',
  manifests: ['package.json'],
  locks: ['package-lock.json', 'npm-shrinkwrap.json'],
  extras: ['.npmrc'],
  guess: ['package*.json'],
};
export const yarn: Recipe = {
  ecosystem: 'yarn',
  manifests: ['package.json'],
  locks: ['yarn.lock'],
  extras: ['.yarnrc', '.yarnrc.yml', '.yarn/', '.npmrc'],
  guess: ['package.json', 'yarn.lock*', '.yarnrc*'],
};
export const pnpm: Recipe = {
  ecosystem: 'pnpm',
  manifests: ['package.json'],
  locks: ['pnpm-lock.yaml'],
  extras: ['pnpm-workspace.yaml', '.npmrc', '.pnpmfile.cjs', 'patches/'],
  guess: ['package.json', 'pnpm-lock.yaml*', 'pnpm-workspace.yaml*', '.npmrc*'],
};
export const bun: Recipe = {
  ecosystem: 'bun',
  manifests: ['package.json'],
  locks: ['bun.lock', 'bun.lockb'],
  extras: ['bunfig.toml', '.npmrc'],
  guess: ['package.json', 'bun.lock*', 'bunfig.toml*'],
};
export const poetry: Recipe = {
  ecosystem: 'poetry',
  manifests: ['pyproject.toml'],
  locks: ['poetry.lock'],
  extras: ['poetry.toml'],
  guess: ['pyproject.toml', 'poetry.lock*'],
};
export const uv: Recipe = {
  ecosystem: 'uv',
  manifests: ['pyproject.toml'],
  locks: ['uv.lock'],
  extras: ['.python-version', 'uv.toml'],
  guess: ['pyproject.toml', 'uv.lock*'],
};
export const pipenv: Recipe = {
  ecosystem: 'pipenv',
  manifests: ['Pipfile'],
  locks: ['Pipfile.lock'],
  extras: [],
  guess: ['Pipfile*'],
};
export const go: Recipe = {
  ecosystem: 'go',
  manifests: ['go.mod'],
  locks: ['go.sum'],
  extras: ['vendor/'],
  guess: ['go.mod', 'go.sum*'],
};
export const cargo: Recipe = {
  ecosystem: 'cargo',
  manifests: ['Cargo.toml'],
  locks: ['Cargo.lock'],
  extras: ['rust-toolchain.toml', 'rust-toolchain', '.cargo/'],
  guess: ['Cargo.toml', 'Cargo.lock*'],
  // Cargo refuses a manifest without a target, hence the empty program.
  prepare: "mkdir -p src && echo 'fn main() {}' > src/main.rs && cargo fetch && rm -r src",
};
export const bundler: Recipe = {
  ecosystem: 'bundler',
  manifests: ['Gemfile'],
  locks: ['Gemfile.lock'],
  extras: ['.ruby-version', '.bundle/'],
  guess: ['Gemfile*'],
};
export const composer: Recipe = {
  ecosystem: 'composer',
  manifests: ['composer.json'],
  locks: ['composer.lock'],
  extras: ['auth.json'],
  guess: ['composer.json', 'composer.lock*'],
};
export const maven: Recipe = {
  ecosystem: 'maven',
  manifests: ['pom.xml'],
  locks: [],
  extras: [],
  guess: ['pom.xml'],
};
export const gradle: Recipe = {
  ecosystem: 'gradle',
  manifests: [],
  locks: ['build.gradle', 'build.gradle.kts'],
  extras: ['settings.gradle', 'settings.gradle.kts', 'gradle.properties', 'gradle/'],
  guess: ['*.gradle*', 'gradle.propertie*'],
};
export const dotnet: Recipe = {
  ecosystem: 'dotnet',
  manifests: ['*.csproj'],
  locks: [],
  extras: ['NuGet.config', 'nuget.config', 'Directory.Build.props', 'Directory.Packages.props', 'global.json'],
  guess: ['*.csproj'],
};
export const mavenWrapper: Recipe = {
  ...maven,
  manifests: ['mvnw', 'pom.xml', '.mvn/'],
  guess: ['mvnw', 'pom.xml', '.mvn/'],
};
export const gradleWrapper: Recipe = {
  ...gradle,
  manifests: ['gradlew', 'gradle/'],
  guess: ['gradlew', '*.gradle*', 'gradle.propertie*', 'gradle/'],
};
