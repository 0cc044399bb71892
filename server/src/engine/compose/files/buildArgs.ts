import type { DockerfileDocument } from '../../dockerfile/model/types.js';

/** Arguments that a build takes without ARG (https://docs.docker.com/reference/dockerfile/#predefined-args). */
const predefined =
  /^(?:(?:https?|ftp|no|all)_proxy|BUILDKIT_\w+|BUILDX_\w+|SOURCE_DATE_EPOCH|TARGET\w+|BUILD(?:PLATFORM|OS|ARCH|VARIANT))$/i;

/** Whether a build takes an argument that its Dockerfile does not declare. */
export function isPredefined(name: string): boolean {
  return predefined.test(name);
}

/** Names that a Dockerfile declares with ARG, those of triggers too. */
export function declaredArgs(doc: DockerfileDocument): ReadonlySet<string> {
  return new Set(doc.byKeyword('ARG').flatMap(({ pairs }) => pairs.map(({ key }) => key.value)));
}
