/** What stands above an example, by the first words of its fence. */
const labels: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^\w+ bad\b/, () => 'Found, at the words above the carets:'],
  [/^\w+ good\b/, () => 'Nothing is found:'],
  [/^\w+ fixed(?: 1)?$/, () => 'After the fix:'],
  [/^\w+ fixed \d+$/, () => 'After the other fix:'],
  [/^files (.+)$/, ([, path = '']) => `With these files around \`${path}\`:`],
  [/^files$/, () => 'With these files around it:'],
  [/^json config$/, () => 'With this configuration:'],
  [/^json shellcheck$/, () => 'With this answer of ShellCheck:'],
];

/** Languages of the pages that the preview knows by another name. */
const shownAs: Readonly<Record<string, string>> = { compose: 'yaml', dockerignore: 'ignore', files: 'text' };

/**
 * The page of a rule as people read it. The preview shows nothing of what stands behind the language of a fence, so
 * nobody would see which example is wrong and which one is right.
 */
export function labelled(page: string): string {
  let open = 0;
  const lines = page.split('\n').flatMap((line) => {
    const [, ticks = '', info = ''] = /^(`{3,})(.*)$/.exec(line) ?? [];
    if (ticks === '' || (open > 0 && (info !== '' || ticks.length < open))) return [line];
    open = open > 0 ? 0 : ticks.length;
    if (open === 0) return [line];
    const [language = ''] = info.split(' ');
    return [...labelOf(info), ticks + (shownAs[language] ?? language)];
  });
  return lines.join('\n');
}

function labelOf(info: string): readonly string[] {
  for (const [form, label] of labels) {
    const match = form.exec(info);
    if (match !== null) return [`*${label(match)}*`, ''];
  }
  return [];
}
