/** Where Docker looks for an image that names no registry. */
const dockerHub: readonly string[] = ['docker.io', 'index.docker.io', 'hub.docker.com'];

/**
 * The registry and repository of an image, as far as they stand before the first variable: `ghcr.io/$ORG/app` → `ghcr.io`
 * and `$ORG/app`. Undefined where a variable may hold the registry. Never throws.
 */
export function registryOf(image: string): { readonly registry: string; readonly path: string } | undefined {
  const slash = image.indexOf('/');
  const first = slash < 0 ? '' : image.slice(0, slash);
  if (first.includes('$') || (slash < 0 && image.startsWith('$'))) return undefined;
  const named = /[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase();
  return named ? { registry: first, path: image.slice(slash + 1) } : { registry: 'docker.io', path: image };
}

/**
 * Whether one of the patterns allows a registry: `*`, `*.example.com`, `registry.*`, or the very name; one with a slash is
 * about registry and repository together (`ghcr.io/team/*`). `docker.io` and `hub.docker.com` are Docker Hub.
 * After hadolint's DL3026. Never throws.
 */
export function isTrusted(
  { registry, path }: { registry: string; path: string },
  patterns: readonly string[],
): boolean {
  const names = dockerHub.includes(registry) ? dockerHub : [registry];
  const repository = path.replace(/(?::[^:/]*)?(?:@.*)?$/, '');
  const full = registry === 'docker.io' && !repository.includes('/') ? `library/${repository}` : repository;
  return patterns.some((pattern) => {
    const whole = pattern.replace(/^\*/, '').includes('/');
    return names.some((name) => matches(pattern, whole ? `${name}/${full}` : name));
  });
}

function matches(pattern: string, name: string): boolean {
  if (pattern === '*') return true;
  if (pattern.startsWith('*')) return name.endsWith(pattern.slice(1));
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
