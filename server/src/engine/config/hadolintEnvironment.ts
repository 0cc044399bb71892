import { hadolintThresholds, labelTypes, type HadolintSettings, type NamedCode } from './hadolintSettings.js';
import type { Origin } from './types.js';

/** Environment variables by name. */
export type Environment = { readonly [name: string]: string | undefined };

/**
 * What the `HADOLINT_*` variables say (src/Hadolint/Config/Environment.hs); undefined where none is set. `format` and
 * `verbose` have no meaning here, and NO_COLOR counts by itself. Never throws.
 */
export function hadolintEnvironment(environment: Environment): HadolintSettings | undefined {
  const get = (name: string): string | undefined => environment[`HADOLINT_${name}`];
  const origin = (name: string): Origin => ({ kind: 'environment', path: `HADOLINT_${name}` });
  const codes = (name: string): readonly NamedCode[] =>
    listOf(get(name)).map((code) => ({ code: code.toUpperCase(), origin: origin(name) }));
  const flag = (name: string): boolean | undefined => {
    const value = get(name);
    return value === undefined ? undefined : ['1', 'y', 'on', 'true', 'yes'].includes(value.toLowerCase());
  };
  if (!Object.keys(environment).some((name) => name.startsWith('HADOLINT_'))) return undefined;
  const registries = listOf(get('TRUSTED_REGISTRIES'));
  const labels = new Map(listOf(get('REQUIRE_LABELS')).flatMap(labelOf));
  const failOn = hadolintThresholds.get(get('FAILURE_THRESHOLD'));
  const noFail = flag('NOFAIL');
  const strictLabels = flag('STRICT_LABELS');
  const withoutPragmas = flag('DISABLE_IGNORE_PRAGMA');
  return {
    origin: { kind: 'environment' },
    ignored: codes('IGNORE'),
    override: {
      style: codes('OVERRIDE_STYLE'),
      info: codes('OVERRIDE_INFO'),
      warning: codes('OVERRIDE_WARNING'),
      error: codes('OVERRIDE_ERROR'),
    },
    ...(registries.length === 0
      ? {}
      : { trustedRegistries: { values: registries, origin: origin('TRUSTED_REGISTRIES') } }),
    ...(labels.size === 0 ? {} : { labels: { values: labels, origin: origin('REQUIRE_LABELS') } }),
    ...(strictLabels === undefined ? {} : { strictLabels }),
    ...(withoutPragmas === undefined ? {} : { withoutPragmas }),
    ...(noFail === undefined ? {} : { noFail }),
    ...(failOn === undefined ? {} : { failOn }),
  };
}

function listOf(value: string | undefined): readonly string[] {
  return (value ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** `name:type`; hadolint leaves out one whose type it does not know. */
function labelOf(item: string): readonly (readonly [string, string])[] {
  const [name = '', type = ''] = item.split(/:(.*)/s);
  return labelTypes.includes(type) ? [[name, type]] : [];
}
