import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { URI } from 'vscode-uri';
import type { FactAnswer, FactQuery, FileQuestion } from '../engine/facts.js';
import { factKey } from '../engine/facts.js';
import type { FileHost, Host } from '../lsp/host.js';
import { loadDockerfileService } from '../lsp/loadDockerfileService.js';
import { DiskFacts } from './facts.js';
import { ShellCheckRunner } from './shellcheck.js';

/** The host of a server that runs in Node. `version` is shown to clients. */
export function nodeHost(version: string | undefined): Host {
  return {
    ...(version === undefined ? {} : { version }),
    files: diskFiles(),
    scripts: new ShellCheckRunner(),
    setTimeout: (action, milliseconds) => setTimeout(action, milliseconds),
    clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
    loadDockerfileService,
  };
}

/** Answers questions about `file:` URIs from the disk, each time anew. */
function diskFiles(): FileHost {
  const byRoot = new Map<string, DiskFacts>();
  return {
    ask: (kind: FileQuestion, uri: string, root: string): Promise<FactAnswer> => {
      const path = URI.parse(uri).fsPath;
      let facts = byRoot.get(root);
      if (facts === undefined) {
        facts = new DiskFacts(URI.parse(root).fsPath);
        byRoot.set(root, facts);
      }
      facts.clear();
      const query: FactQuery = { kind, path: basename(path) };
      const answer = facts.answer(dirname(path), [query]).get(factKey(query));
      return Promise.resolve(answer ?? { presence: 'unknown' });
    },
  };
}

/** The version in the package.json above a folder of the package, if it can be read. Never throws. */
export function versionAbove(folder: string): string | undefined {
  try {
    const { version } = JSON.parse(readFileSync(join(folder, '..', 'package.json'), 'utf8')) as { version?: unknown };
    return typeof version === 'string' ? version : undefined;
  } catch {
    return undefined;
  }
}
