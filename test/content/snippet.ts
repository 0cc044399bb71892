/**
 * The text a snippet gives when nobody types anything: placeholders at their default, choices at their first option,
 * mirrors at the value of the first occurrence. Enough of VS Code's grammar for our own snippets; no nesting.
 */
export function expandSnippet(body: string): string {
  const values = new Map<string, string>();
  const unescape = (text: string): string => text.replace(/\\([\\$},|])/g, '$1');
  const pattern = /\\([\\$}])|\$\{(\d+)(?::((?:\\.|[^}\\])*)|\|((?:\\.|[^|\\])*)\|)?\}|\$(\d+)/g;
  return body.replace(pattern, (whole, escaped: string | undefined, id, value, choices, plain) => {
    if (escaped !== undefined) return escaped;
    const key = String(id ?? plain);
    const first =
      typeof choices === 'string' ? (/^(?:\\.|[^,\\])*/.exec(choices)?.[0] ?? '') : (value as string | undefined);
    if (first !== undefined) values.set(key, unescape(first));
    return whole === '$0' ? '' : (values.get(key) ?? '');
  });
}
