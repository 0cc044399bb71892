import type { Connection } from 'vscode-languageserver';
import type { FactAnswer, FileQuestion } from '../engine/facts.js';
import { isRecord } from './client.js';
import type { FileHost } from './host.js';
import type { ReadFileParams } from './protocol.js';
import { readFileRequest } from './protocol.js';
import { isWithin } from './uris.js';

const unknown: FactAnswer = { presence: 'unknown' };

/** A file host that asks the client. `announced` says whether the client answers such questions. */
export function clientFiles(connection: Connection, announced: boolean): FileHost {
  return {
    ask: async (kind, uri) => {
      if (!announced) return unknown;
      try {
        const params: ReadFileParams = { uri, kind };
        return readAnswer(await connection.sendRequest(readFileRequest, params));
      } catch {
        return unknown;
      }
    },
  };
}

/** Sends `file:` URIs to `local`, if there is one, and others to `remote`; nothing outside `root` is asked at all. */
export function routeFiles(local: FileHost | undefined, remote: FileHost): FileHost {
  return {
    ask: async (kind: FileQuestion, uri: string, root: string): Promise<FactAnswer> => {
      if (!isWithin(root, uri)) return unknown;
      const host = uri.startsWith('file:') ? (local ?? remote) : remote;
      return host.ask(kind, uri, root);
    },
  };
}

function readAnswer(value: unknown): FactAnswer {
  if (!isRecord(value)) return unknown;
  const { presence, text, entries } = value;
  if (presence === 'absent') return { presence };
  if (presence !== 'present') return unknown;
  return {
    presence,
    ...(typeof text === 'string' ? { text } : {}),
    ...(Array.isArray(entries) ? { entries: entries.filter((entry) => typeof entry === 'string') } : {}),
  };
}
