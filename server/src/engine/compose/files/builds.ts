import { parseDockerfile } from '../../dockerfile/document.js';
import type { DockerfileDocument } from '../../dockerfile/model/types.js';
import type { FactQuery, Facts } from '../../facts.js';
import { memoised } from '../../memo.js';
import { SourceText } from '../../text/source.js';
import type { Span } from '../../text/span.js';
import { cachedByText } from '../../textCache.js';
import { readBuild, type Build } from '../forms/service.js';
import { inlineDockerfiles } from '../inline/documents.js';
import type { ComposeNode } from '../tree/types.js';
import type { ComposeDocument, Service } from '../types.js';
import { localPath } from './localPath.js';

/** How a service is built, where no variable decides. */
export interface ServiceBuild {
  readonly service: Service;
  readonly node: ComposeNode;
  readonly build: Build;
  /** Where the context is written, else the key `build`. */
  readonly at: Span;
  /** From the folder of the Compose file; undefined for what is not said, unknown or no folder of the workspace. */
  readonly context: string | undefined;
  /** The Dockerfile from the same folder; undefined where it is inline or not known. */
  readonly dockerfile: string | undefined;
}

/** The builds of a file, each place once. */
export const buildsOf = memoised((doc: ComposeDocument): readonly ServiceBuild[] => {
  const seen = new Set<ComposeNode>();
  return [...doc.services.values()].flatMap((service): readonly ServiceBuild[] => {
    const entry = service.entry('build');
    const node = entry?.value;
    const build = readBuild(node);
    if (entry === undefined || node === undefined || build === undefined || seen.has(node)) return [];
    seen.add(node);
    const value = build.context === undefined ? undefined : build.context.value;
    const isRemote = value !== undefined && /\.git(?:#|$)|^[\w.-]+\.[a-z]+\/.*#/.test(value);
    const context = value === undefined || isRemote ? undefined : localPath(value);
    const name = build.dockerfile === undefined ? 'Dockerfile' : build.dockerfile.value;
    const dockerfile =
      context === undefined || name === undefined || build.inline !== undefined ? undefined : localPath(name);
    return [
      {
        service,
        node,
        build,
        at: build.context?.span ?? entry.keySpan,
        context,
        dockerfile: dockerfile === undefined || context === undefined ? undefined : localPath(context, dockerfile),
      },
    ];
  });
});

const parsed = cachedByText((text) => parseDockerfile(new SourceText(text)));

/** What to read for the Dockerfiles of builds. BuildKit takes `dockerfile` too where `Dockerfile` is not there. */
export function dockerfileFacts(builds: readonly ServiceBuild[]): readonly FactQuery[] {
  return builds.flatMap((build) => namesOf(build).map((path): FactQuery => ({ kind: 'read', path })));
}

/** The Dockerfile of a build, if it is known. */
export function dockerfileOf(doc: ComposeDocument, build: ServiceBuild, facts: Facts): DockerfileDocument | undefined {
  const { inline } = build.build;
  if (inline !== undefined) {
    const found = inlineDockerfiles(doc).find(({ node }) => node === inline);
    return found === undefined || found.hasVariable ? undefined : found.doc;
  }
  const text = namesOf(build)
    .map((path) => facts.read(path))
    .find((one) => one !== undefined);
  return text === undefined ? undefined : parsed(text);
}

/** Whether the Dockerfile of a build is there. */
export function hasDockerfile(build: ServiceBuild, facts: Facts): boolean | undefined {
  const names = namesOf(build);
  if (names.length === 0) return undefined;
  const found = names.map((path) => facts.presence(path));
  if (found.includes('present')) return true;
  return found.every((presence) => presence === 'absent') ? false : undefined;
}

function namesOf({ dockerfile, build }: ServiceBuild): readonly string[] {
  if (dockerfile === undefined) return [];
  return build.dockerfile === undefined ? [dockerfile, dockerfile.replace(/[^/]*$/, 'dockerfile')] : [dockerfile];
}

/** Whether the Dockerfile is read by BuildKit's own frontend, which says what a build knows. */
export function isUsual({ syntax, instructions }: DockerfileDocument): boolean {
  const frontend = syntax.directives.find(({ name }) => name === 'syntax')?.value ?? '';
  return instructions.length > 0 && /^(?:docker\.io\/)?(?:docker\/dockerfile(?:[:@-].*)?)?$/.test(frontend);
}
