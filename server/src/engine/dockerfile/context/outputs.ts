/** Folders that builds make. */
const folders: ReadonlySet<string> = new Set([
  '.build',
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
  '_build',
  '_output',
  '_site',
  'artifact',
  'artifacts',
  'bazel-bin',
  'bazel-out',
  'bin',
  'binaries',
  'build',
  'classes',
  'coverage',
  'debug',
  'dist',
  'generated',
  'install',
  'jars',
  'lib',
  'libs',
  'node_modules',
  'obj',
  'out',
  'output',
  'outputs',
  'package',
  'packages',
  'pkg',
  'prebuilt',
  'publish',
  'published',
  'release',
  'releases',
  'repository',
  'stage',
  'staging',
  'target',
  'tmp',
  'vendor',
  'wheelhouse',
  'wheels',
]);

/** Files that builds make or that come from elsewhere: archives, programs, certificates. */
const extensions =
  /\.(?:jar|war|ear|whl|egg|tar|t[gx]z|tbz2?|gz|bz2|xz|zst|lz4|zip|7z|rar|deb|rpm|apk|pkg|dmg|msi|exe|dll|so|dylib|a|o|wasm|nupkg|gem|phar|crate|img|iso|bin|qcow2|crt|cer|pem|key|p12|pfx|jks|keystore|lic|sig|asc|gpg|db|sqlite3?|dump|onnx|pth?|model)$/i;

/** Names of a platform, as in `app-linux-amd64`. */
const platform =
  /(?:^|[-_.])(?:linux|darwin|windows|amd64|arm64|aarch64|x86[-_]64|armv[678]|ppc64le|s390x|riscv64)(?:[-_.]|$)/i;

/** Whether a path of the context looks like something that a step before the build of the image makes. Never throws. */
export function looksBuilt(path: string): boolean {
  const parts = path.toLowerCase().split('/');
  return parts.some((part) => folders.has(part) || platform.test(part)) || extensions.test(path);
}
