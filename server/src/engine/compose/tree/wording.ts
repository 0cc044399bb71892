import type { ErrorCode, YAMLError } from 'yaml';

/** What is wrong, in words of people who write Compose files. */
const sentences: { readonly [code in ErrorCode]?: string } = {
  ALIAS_PROPS: 'An alias such as *name cannot have an anchor or a tag of its own.',
  BAD_ALIAS: 'The name of an anchor or alias is missing or cannot be read here.',
  BAD_COLLECTION_TYPE: 'This tag does not go with a value of this kind.',
  BAD_DIRECTIVE: 'A line that starts with % is an instruction to the YAML reader, and this is none that it knows.',
  BAD_DQ_ESCAPE: 'In double quotes a backslash starts an escape, and this is none; write \\\\ or use single quotes.',
  BAD_PROP_ORDER: 'Anchors and tags stand behind the indicator, directly before the value.',
  BLOCK_AS_IMPLICIT_KEY: 'A second "key:" cannot start on the same line; write it on a line below, or quote the value.',
  BLOCK_IN_FLOW: 'Lists and mappings inside brackets must be written with brackets as well.',
  KEY_OVER_1024_CHARS: 'A key must not be longer than 1024 characters.',
  MULTILINE_IMPLICIT_KEY: 'A key must stand on one line, with its colon behind it.',
  MULTIPLE_ANCHORS: 'A value can have only one anchor.',
  MULTIPLE_TAGS: 'A value can have only one tag.',
  RESOURCE_EXHAUSTION: 'This file is nested too deeply to be read.',
  TAB_AS_INDENT: 'YAML is indented with spaces; a tab is not allowed here.',
};

const byMessage: readonly (readonly [RegExp, string])[] = [
  [/^All mapping items must start at the same column/, 'All keys of a mapping must start in the same column.'],
  [/^All sequence items must start at the same column/, 'All items of a list must start in the same column.'],
  [/^Block scalar(?:s| values| lines)/, 'The lines of this text must be indented further than its key, and all alike.'],
  [/must be sufficiently indented and end with a \]/, 'The list that starts with [ is not closed with ].'],
  [/must be sufficiently indented and end with a \}/, 'The mapping that starts with { is not closed with }.'],
  [/^Missing closing "/, 'The text in double quotes is not closed.'],
  [/^Missing closing '/, 'The text in single quotes is not closed.'],
  [/^Implicit (?:map )?keys? need/, 'This looks like a key without a colon behind it.'],
  [/^Missing , (?:or : )?between flow/, 'A comma is missing between these two.'],
  [/^Missing (?:space|whitespace)|must be separated|^Missing whitespace/, 'A blank is missing here.'],
  [/^Comments must be separated/, 'A comment needs a blank before its #.'],
  [
    /^Plain value cannot start with (?:reserved character|\w+)? ?(.+)$/,
    'A value that starts with this character must be quoted.',
  ],
  [
    /^(?:Unexpected scalar at node end|Unexpected .* token in YAML stream)/,
    'This does not belong to what stands above it; the indentation or a colon is wrong.',
  ],
  [/^A block sequence may not be used as an implicit map key/, 'A list must start on a line of its own.'],
  [/^Nested mappings are not allowed/, 'A second "key:" cannot start on the same line.'],
];

/** One sentence about an error of the YAML reader. */
export function wording({ code, message }: Pick<YAMLError, 'code' | 'message'>): string {
  const known = byMessage.find(([pattern]) => pattern.test(message))?.[1] ?? sentences[code];
  return known ?? `This is not valid YAML: ${message.replace(/\.?$/, '.')}`;
}
