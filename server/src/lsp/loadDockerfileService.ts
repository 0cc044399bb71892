import { TextDocument } from 'vscode-languageserver-textdocument';
import type { SafeService } from './dockerfileService.js';

/**
 * A new dockerfile-language-service, loaded at the first call so that starting the server does not pay for it. It is
 * put together from the parts in use, as its own factory does, so that the bundles hold no others: above all not the
 * one that asks a registry.
 */
export async function loadDockerfileService(): Promise<SafeService> {
  const [{ DockerLinks }, { DockerSignatures }, { DockerFormatter }] = await Promise.all([
    import('dockerfile-language-service/lib/dockerLinks.js'),
    import('dockerfile-language-service/lib/dockerSignatures.js'),
    import('dockerfile-utils/lib/dockerFormatter.js'),
  ]);
  const document = (text: string): TextDocument => TextDocument.create('', '', 0, text);
  return {
    computeLinks: (text) => new DockerLinks().getLinks(text),
    resolveLink: (link) => new DockerLinks().resolveLink(link),
    computeSignatureHelp: (text, position) => new DockerSignatures().computeSignatures(text, position),
    format: (text, options) => new DockerFormatter().formatDocument(document(text), options),
    formatRange: (text, range, options) => new DockerFormatter().formatRange(document(text), range, options),
    formatOnType: (text, position, character, options) =>
      new DockerFormatter().formatOnType(document(text), position, character, options),
  };
}
