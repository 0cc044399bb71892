const encoder = new TextEncoder();

/** The one function of Node's Buffer that `dockerfile-ast` calls; the worker's bundle puts it in. */
export const Buffer = { from: (text: string): Uint8Array => encoder.encode(text) };
