import type { DockerfileLanguageService } from 'dockerfile-language-service';

/** A new dockerfile-language-service, loaded at the first call so that starting the server does not pay for it. */
export async function loadDockerfileService(): Promise<DockerfileLanguageService> {
  const { DockerfileLanguageServiceFactory } = await import('dockerfile-language-service');
  return DockerfileLanguageServiceFactory.createLanguageService();
}
