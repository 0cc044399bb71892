/**
 * The text a snippet gives when nobody types anything: placeholders at their default, choices at their first option,
 * mirrors at the value of the first occurrence. Enough of VS Code's grammar for our own snippets; no nesting.
 */
export function expandSnippet(body: string): string {
  const values = new Map<string, string>();
  const pattern = /\\([\\$}])|\$\{(\d+)(?::((?:\\.|[^}\\])*)|\|((?:\\.|[^|\\])*)\|)?\}|\$(\d+)/g;
  return body.replace(pattern, (whole, escaped: string | undefined, id, value, choices, plain) => {
    if (escaped !== undefined) return escaped;
    const key = String(id ?? plain);
    if (typeof value === 'string') values.set(key, value.replace(/\\([\\$}])/g, '$1'));
    // In a choice VS Code takes a backslash away from commas, bars and backslashes only.
    if (typeof choices === 'string')
      values.set(key, (/^(?:\\.|[^,\\])*/.exec(choices)?.[0] ?? '').replace(/\\([\\,|])/g, '$1'));
    return whole === '$0' ? '' : (values.get(key) ?? '');
  });
}
