declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** The one function of Node's Buffer that dockerfile-ast calls, for the worker, where it becomes a global. */
export const Buffer = { from: (text: string): Uint8Array => new TextEncoder().encode(text) };
