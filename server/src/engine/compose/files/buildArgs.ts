import type { DockerfileDocument } from '../../dockerfile/model/types.js';
import { readPairs } from '../forms/pairs.js';
import type { Build } from '../forms/service.js';

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

/** Names of the arguments that a build gives; one that takes the value of the shell is meant to have one there. */
export function givenArgs({ map }: Build): ReadonlySet<string> {
  const { pairs } = readPairs(map?.get('args'));
  return new Set(pairs.flatMap(({ key, value }) => (key === undefined || value?.value === '' ? [] : [key])));
}
