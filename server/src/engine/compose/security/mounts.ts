import { defaultsIn, textOf } from '../forms/defaults.js';
import { memoised } from '../../memo.js';
import type { Span } from '../../text/span.js';
import { readVolumes, type VolumeMount } from '../forms/volumes.js';
import type { ComposeNode } from '../tree/types.js';
import type { ComposeDocument, Service } from '../types.js';

/** A file or folder of the host that a service, or several by way of an anchor, mounts. */
export interface HostMount {
  /** The first service that has it. */
  readonly service: Service;
  /** Absolute, or from `~`; without dots, doubled slashes and a slash at the end. */
  readonly path: string;
  readonly at: Span;
  readonly owner: Span;
  readonly mount: VolumeMount;
  /** Undefined where a variable decides. */
  readonly readOnly: boolean | undefined;
}

/** Mounts of host paths, each once. Paths from the folder of the file are left out: they belong to the project. */
export const hostMounts = memoised((doc: ComposeDocument): readonly HostMount[] => {
  const seen = new Set<ComposeNode>();
  const found: HostMount[] = [];
  for (const service of doc.services.values()) {
    for (const mount of readVolumes(service.get('volumes'), defaultsIn(service.get('volumes'))).mounts) {
      const { source, node, readOnly } = mount;
      if (source === undefined || seen.has(node)) continue;
      seen.add(node);
      const device = mount.type === 'volume' ? deviceOf(doc, source.value) : undefined;
      const text = device?.value ?? source.value ?? homeIn(doc.source.slice(source.span));
      const isHost = device !== undefined || mount.type !== 'volume';
      const path = text === undefined || !isHost ? undefined : hostPath(text);
      if (path !== undefined) found.push({ service, path, at: source.span, owner: node.span, mount, readOnly });
    }
  }
  return found;
});

/** The folder behind a named volume that is a bind mount in disguise. */
function deviceOf(doc: ComposeDocument, name: string | undefined): { readonly value: string } | undefined {
  const options = name === undefined ? undefined : doc.volumes.get(name)?.map?.get('driver_opts');
  if (options?.kind !== 'map') return undefined;
  const isBind = /(?:^|,)r?bind(?:,|$)/.test(textOf(options.get('o'))?.value ?? '');
  const value = textOf(options.get('device'))?.value;
  return isBind && value !== undefined ? { value } : undefined;
}

/** The home folder by its variable, which nobody else knows. */
function homeIn(written: string): string | undefined {
  const rest = /^["']?\$(?:HOME(?!\w)|\{HOME(?::?[-?][^}]*)?\})(.*?)["']?$/.exec(written)?.[1];
  return rest === undefined || rest.includes('$') ? undefined : `~${rest}`;
}

/** A path of the host in its shortest form; undefined for one from the folder of the file. */
export function hostPath(text: string): string | undefined {
  const [first = '', ...rest] = text.replaceAll('\\', '/').split('/');
  if (first !== '' && first !== '~') return undefined;
  const parts: string[] = [];
  for (const part of rest) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return first === '~' ? ['~', ...parts].join('/') : `/${parts.join('/')}`;
}

/** Whether a path is a folder or lies below it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);
}

/** How mounts move between container and host; undefined where nothing is said. */
export function propagationOf({ mount }: HostMount): { readonly value: string; readonly span: Span } | undefined {
  const bind = mount.node.kind === 'map' ? mount.node.get('bind') : undefined;
  const field = bind?.kind === 'map' ? textOf(bind.get('propagation')) : undefined;
  const words = field === undefined ? mount.options : [field];
  const word = words.find(({ value }) => value !== undefined && /^r?(?:shared|slave|private)$/.test(value));
  return word?.value === undefined ? undefined : { value: word.value, span: word.span };
}
