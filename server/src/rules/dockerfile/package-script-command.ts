import { startScript } from '../../engine/dockerfile/start/packageScript.js';
import { defineRule, type Fix } from '../../engine/rule.js';
import { unwrap } from '../../engine/shell/unwrap.js';

const managers: ReadonlySet<string | undefined> = new Set(['npm', 'npx', 'yarn', 'pnpm']);
const inits = /(?:^|\/)(?:tini|dumb-init|docker-init|catatonit|s6-svscan|init)$/;

export default defineRule({
  id: 'package-script-command',
  language: 'dockerfile',
  title: 'Start the program itself, not a package script',
  severity: 'warning',
  profile: 'recommended',
  guide: 'node-application#starting-and-stopping',
  link: 'https://docs.docker.com/guides/nodejs/containerize/',
  tags: ['signals', 'node'],
  equivalents: {},
  fixes: ['unsafe'],

  facts: (doc) =>
    (doc.finalStage?.cmd ?? doc.finalStage?.entrypoint) === undefined ? [] : [{ kind: 'read', path: 'package.json' }],

  *check(doc, { facts }) {
    const stage = doc.finalStage;
    if (stage === undefined || stage.os === 'windows') return;
    if (stage.entrypoint?.json?.some(({ value }) => inits.test(value)) === true) return;
    for (const instruction of [stage.entrypoint, stage.cmd]) {
      if (instruction === undefined) continue;
      const commands = doc.commandsOf(instruction);
      const last = commands.at(-1);
      if (last === undefined || commands.length > 1) continue;
      const { name = '', words, args } = unwrap(last);
      const [first] = words;
      const script = scriptNameOf(
        name,
        args.map(({ value }) => value),
      );
      if (!managers.has(name) || first === undefined || script === undefined) continue;
      const array = startScript(facts.read('package.json'), script);
      const fixes: readonly Fix[] =
        array === undefined || args.length > 2 || (stage.entrypoint !== undefined && stage.cmd !== undefined)
          ? []
          : [
              {
                title: `Start ${array.join(' ')} (scripts before and behind it no longer run)`,
                safety: 'unsafe',
                edits: () => [
                  { span: instruction.bodySpan, text: `[${array.map((word) => JSON.stringify(word)).join(', ')}]` },
                ],
              },
            ];
      yield {
        at: { start: first.span.start, end: (args.at(-1) ?? first).span.end },
        message: `${name} starts the program behind a shell, so the signal to stop may not reach it and the container is killed after a wait.`,
        fixes,
      };
    }
  },
});

/** The script that `npm start`, `npm run x`, `yarn x` runs; undefined for other uses. */
function scriptNameOf(name: string, [verb, script]: readonly string[]): string | undefined {
  if (verb === undefined) return undefined;
  if (name === 'npx') return verb.startsWith('-') ? undefined : '';
  if (verb === 'run' || verb === 'run-script') return script;
  if (verb === 'start') return 'start';
  return name === 'npm' || verb.startsWith('-') || /^(?:node|exec|dlx|install|add|workspace)$/.test(verb)
    ? undefined
    : verb;
}
