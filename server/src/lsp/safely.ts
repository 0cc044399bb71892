import type { CancellationToken } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Writes a line to the client's log. */
export type Log = (message: string) => void;

/** An error with its stack, for the log. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/**
 * A request handler that answers `empty` and logs when `run` fails, and tells the client when the request was
 * cancelled. Refusals that `run` throws as ResponseError reach the client as they are.
 */
export function safely<P, R>(
  log: Log,
  name: string,
  empty: R,
  run: (params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>> {
  return async (params, token) => {
    if (token.isCancellationRequested) return cancelled();
    try {
      const answer = await run(params, token);
      return isCancelled(token) ? cancelled() : answer;
    } catch (error) {
      if (error instanceof ResponseError) return error as ResponseError<never>;
      log(`${name} failed: ${describe(error)}`);
      return empty;
    }
  };
}

/** Asked again behind an `await`, where the answer may be another. */
function isCancelled({ isCancellationRequested }: CancellationToken): boolean {
  return isCancellationRequested;
}

/** The refusal of an answer that would speak of an older text. */
export function modified(): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.ContentModified, 'The document has changed.');
}

function cancelled(): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'Cancelled.');
}
