/** The commands in the order of the help. */
export const commands = ['lint', 'rules', 'explain', 'config', 'init', 'compare', 'lsp'] as const;
export type Command = (typeof commands)[number];

const general = `Finds and repairs mistakes in Dockerfiles, Compose files and .dockerignore files.

Usage: docker-patterns <command> [options]

Commands:
  lint [paths]     Check files, and fix them where asked
  rules            List the rules
  explain <rule>   Tell what a rule finds and why
  config <file>    Show the settings in force for a file, and where each comes from
  init             Write a configuration file, from that of hadolint where asked
  compare <report> Compare a report of hadolint, Trivy, Checkov or KICS with what is found here
  lsp --stdio      Start the language server

Options:
  -h, --help       Show this help, or that of a command
  --version        Show the version

Exit codes: 0 nothing to complain about, 1 findings at or above --fail-on, 2 wrong usage or something failed.
`;

const choosing = `  --config FILE        Take this configuration file and search no other
  --profile NAME       recommended (default) or all
  --rule ID=SEVERITY   Set a rule to off, hint, info, warning or error; may be repeated
`;

const texts: Readonly<Record<Command, string>> = {
  lint: `Checks Dockerfiles, Compose files and .dockerignore files.

Usage: docker-patterns lint [options] [paths]

Folders are searched for files by name, without what .gitignore leaves out, .git, node_modules and linked
folders. A file that is named is always checked. Without a path, the working directory is searched.

Options:
  --format NAME        text (default), json, sarif or github
  --fix                Apply the fixes that keep the meaning
  --unsafe-fixes       Apply these and the ones that may change what the image does
  --diff               Show what --fix would change and write nothing; with --unsafe-fixes, all of it
  --stdin              Check the text on standard input; with a fix option, print the fixed text
  --filename NAME      The name of that text
${choosing}  --fail-on SEVERITY   Lowest severity for exit code 1: error, warning (default), info, hint or never
  --shellcheck PATH    Also run this ShellCheck (a path, or a name on the PATH) on shell commands
  --date YYYY-MM-DD    The day that rules about end of life take as today
  -q, --quiet          Report only what --fail-on counts (with never: warnings and errors), and no summary of nothing
  -h, --help           Show this help
`,
  rules: `Lists the rules.

Usage: docker-patterns rules [--format text|json]
`,
  explain: `Tells what a rule finds, why it matters, and what other tools call it.

Usage: docker-patterns explain <rule>

A name of another tool will do too: DL3008, SC2086, CKV_DOCKER_3.
`,
  config: `Shows the settings in force for a file, and where each comes from. The file need not exist.

Usage: docker-patterns config [options] <file>

Options:
${choosing}  -h, --help           Show this help
`,
  init: `Writes .docker-patterns.yaml into the working directory, and tells what has no equivalent.

Usage: docker-patterns init [--from-hadolint [FILE] | --from-dclint [FILE]] [--force]

Options:
  --from-hadolint      Take over the settings of FILE, or of the nearest .hadolint.yaml from here upward
  --from-dclint        Take over the rules of FILE, or of the nearest .dclintrc from here upward
  --force              Replace the file where there is one
  -h, --help           Show this help
`,
  compare: `Compares a report of another tool with the findings here: what is the same, what only that tool reports and
why, and what is only found here.

Usage: docker-patterns compare [options] <report> [files]

The report is JSON of hadolint, Trivy, Checkov or KICS, or SARIF of one of them. Without files, those that it names are
compared. The exit code is 0 where everything is the same or has a reason, and 1 where something has none.

Options:
  --format NAME        text (default) or json
${choosing}  -h, --help           Show this help
`,
  lsp: `Starts the language server for an editor, which talks to it on standard input and output.

Usage: docker-patterns lsp --stdio
`,
};

/** The help of a command, or the general one. */
export function helpFor(command?: Command): string {
  return command === undefined ? general : texts[command];
}
