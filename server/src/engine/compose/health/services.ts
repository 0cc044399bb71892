import { textOf } from '../forms/defaults.js';
import { parseDockerfile } from '../../dockerfile/document.js';
import { parseImageReference } from '../../dockerfile/model/image.js';
import type { DockerfileDocument, ImageReference } from '../../dockerfile/model/types.js';
import type { FactQuery, Facts } from '../../facts.js';
import { knownImage } from '../../images/known.js';
import { SourceText } from '../../text/source.js';
import { itemsOf, textField } from '../forms/pieces.js';
import { readBuild, readHealthcheck } from '../forms/service.js';
import type { ServiceView } from '../project/view.js';
import type { ComposeDocument, Service } from '../types.js';

/** `off` where the check is switched off; `unknown` where an image or a variable may bring one. */
export type Health = 'checked' | 'off' | 'none' | 'unknown';

/** Official images that have a check of their own. */
const checked: ReadonlySet<string> = new Set(['kong']);

/** Whether Docker would check the health of a service, as far as its files tell. Never throws. */
export function healthOf(view: ServiceView, facts: Facts): Health {
  const { service } = view;
  const own = readHealthcheck(view.get('healthcheck'));
  if (own?.kind === 'none') return 'off';
  if (own !== undefined && (own.kind !== undefined || itemsOf(own.test).length > 0)) return 'checked';
  const build = readBuild(view.get('build'));
  if (build !== undefined) {
    const text = dockerfileText(service, facts);
    if (text === undefined) return 'unknown';
    if (/^[ \t]*HEALTHCHECK\b/im.test(text)) return 'checked';
    return ofImage(dockerfileOf(service, facts)?.finalStage?.baseImage);
  }
  if (view.get('provider') !== undefined) return 'unknown';
  return ofImage(imageOf(service));
}

function ofImage(image: ImageReference | undefined): Health {
  if (image === undefined) return 'unknown';
  if (checked.has(image.familiar)) return 'checked';
  // Docker's official images have none, and one that the table has a command for would not need it.
  const isOfficial = !image.familiar.includes('/') || knownImage(image)?.healthCommand !== undefined;
  return isOfficial ? 'none' : 'unknown';
}

/** The image that a service runs, unless a variable decides. */
export function imageOf(service: Service): ImageReference | undefined {
  const text = textOf(service.get('image'))?.value;
  return text === undefined ? undefined : parseImageReference(text);
}

/** Files that tell how the services are built. */
export function healthQueries(services: Iterable<Service>): readonly FactQuery[] {
  return [...services].flatMap((service) => {
    const path = dockerfilePath(service);
    return path === undefined ? [] : [{ kind: 'read', path }];
  });
}

/** The Dockerfile that a service is built from, if it is at hand. */
export function dockerfileOf(service: Service, facts: Facts): DockerfileDocument | undefined {
  const text = dockerfileText(service, facts);
  return text === undefined ? undefined : parseDockerfile(new SourceText(text));
}

function dockerfileText(service: Service, facts: Facts): string | undefined {
  const inline = textField(readBuild(service.get('build'))?.inline)?.value;
  if (inline !== undefined) return inline;
  const path = dockerfilePath(service);
  return path === undefined ? undefined : facts.read(path);
}

/** From the folder of the Compose file; undefined for contexts elsewhere. */
function dockerfilePath(service: Service): string | undefined {
  const build = readBuild(service.get('build'));
  if (build === undefined || (build.context !== undefined && build.context.value === undefined)) return undefined;
  const context = build.context?.value ?? '.';
  const file = build.dockerfile === undefined ? 'Dockerfile' : build.dockerfile.value;
  if (file === undefined || /^(?:[/~]|[A-Za-z]:)|:\/\/|^git@|^github\.com\//.test(context)) return undefined;
  if (file.startsWith('/') || build.inline !== undefined) return undefined;
  const parts: string[] = [];
  for (const part of `${context}/${file}`.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Services that others wait for until they are done: they have no health to check. */
export function jobsOf(doc: ComposeDocument): ReadonlySet<string> {
  const jobs = new Set<string>();
  for (const service of doc.services.values()) {
    const depends = service.get('depends_on');
    if (depends?.kind !== 'map') continue;
    for (const { key, value } of depends.entries) {
      const condition = value?.kind === 'map' ? textOf(value.get('condition'))?.value : undefined;
      if (condition === 'service_completed_successfully') jobs.add(key);
    }
  }
  return jobs;
}
