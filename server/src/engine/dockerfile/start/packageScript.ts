/**
 * The words of a script of a package.json that starts node and nothing else: `node --enable-source-maps dist/main.js`.
 * Undefined for other scripts and for text that cannot be read. Never throws.
 */
export function startScript(text: string | undefined, name: string): readonly string[] | undefined {
  if (text === undefined || name === '') return undefined;
  const { scripts } = parsed(text);
  if (typeof scripts !== 'object' || scripts === null) return undefined;
  const script: unknown = (scripts as Readonly<Record<string, unknown>>)[name];
  if (typeof script !== 'string' || !/^node(?: [\w@./:=-]+)+$/.test(script)) return undefined;
  const lifecycle = [`pre${name}`, `post${name}`].some((each) => each in scripts);
  return lifecycle ? undefined : script.split(' ');
}

function parsed(text: string): { readonly scripts?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
