import { spanIn } from '../commandSites.js';
import type { ShellTree, Site } from '../tree.js';
import type { NodeType, ParameterExpansionPart } from '../unbash/nodes.js';
import type { Bashism, Knows } from './types.js';

/** Nodes that are bashisms by their kind alone. */
const kinds: readonly (readonly [NodeType, string, string, Knows])[] = [
  ['ProcessSubstitution', 'SC3001', '<( … )', 'busybox bash'],
  ['ExtendedGlob', 'SC3002', 'an extended wildcard', ''],
  ['AnsiCQuoted', 'SC3003', "$'…'", 'busybox bash'],
  ['LocaleString', 'SC3004', '$"…"', 'bash'],
  ['ArithmeticFor', 'SC3005', 'for (( … ))', 'bash'],
  ['ArithmeticCommand', 'SC3006', '(( … ))', 'bash'],
  ['Select', 'SC3008', 'select', 'bash'],
  ['BraceExpansion', 'SC3009', '{a,b}', 'bash'],
  ['TestCommand', 'SC3010', '[[ … ]]', 'busybox bash'],
  ['HereString', 'SC3011', '<<<', 'bash'],
  ['FileDescriptorVariable', 'SC3022', 'a named file descriptor', 'bash'],
  ['Coproc', 'SC3032', 'coproc', 'bash'],
];
/** Where only the first characters are to be marked: what follows may be long. */
const heads: Readonly<Partial<Record<NodeType, number>>> = {
  ArithmeticFor: 3,
  ArithmeticCommand: 2,
  Select: 6,
  TestCommand: 2,
  HereString: 3,
  Coproc: 6,
};

/** The bashisms of the grammar: quotes, expansions, redirects, pipes and functions. Never throws. */
export function syntaxBashisms(tree: ShellTree): readonly Bashism[] {
  const found: Bashism[] = [];
  for (const [type, code, what, knows] of kinds) {
    for (const site of tree.of(type)) {
      const head = heads[type];
      const end = head === undefined || !site.exact ? site.end : site.start + head;
      found.push({ code, start: site.start, end, what, knows });
    }
  }
  for (const site of tree.of('ArithmeticExpansion')) {
    if (site.node.text.startsWith('$[')) found.push({ code: 'SC3007', ...at(site), what: '$[ … ]', knows: 'bash' });
  }
  for (const site of tree.of('ArithmeticUnary')) {
    const { operator } = site.node;
    if (operator === '++' || operator === '--')
      found.push({ code: 'SC3018', ...at(site), what: operator, knows: 'busybox bash' });
  }
  for (const site of tree.of('ArithmeticBinary')) {
    if (site.node.operator === '**') found.push({ code: 'SC3019', ...at(site), what: '**', knows: 'busybox bash' });
  }
  for (const site of tree.of('ArithmeticWord')) {
    if (/^\d+#/.test(site.node.value))
      found.push({ code: 'SC3052', ...at(site), what: 'a number with its base', knows: 'busybox bash' });
  }
  for (const site of tree.of('Assignment')) {
    const { node } = site;
    const head = spanIn(site, { pos: node.pos, end: node.pos + node.name.length });
    if (node.append === true) found.push({ code: 'SC3024', ...head, what: '+=', knows: 'bash' });
    if (node.value.type === 'ArrayValue')
      found.push({ code: 'SC3030', ...spanIn(site, node.value), what: 'an array', knows: 'bash' });
  }
  for (const site of tree.of('Glob')) {
    const { node } = site;
    if (node.kind === 'bracket' && node.text.startsWith('[^'))
      found.push({ code: 'SC3026', ...at(site), what: '[^ … ]', knows: 'busybox bash' });
  }
  for (const site of tree.of('CommandExpansion')) {
    const { commands = [] } = site.node.script ?? {};
    const command = commands.length === 1 ? commands[0]?.command : undefined;
    if (command?.type !== 'Command' || command.name !== undefined || command.prefix.length !== 1) continue;
    if (command.redirects[0]?.type === 'Redirect') {
      found.push({ code: 'SC3034', ...at(site), what: '$(< file)', knows: 'bash' });
    }
  }
  for (const site of tree.of('Function'))
    found.push(...ofFunction(site.exact ? tree.text.slice(site.start, site.end) : '', site));
  found.push(...redirects(tree), ...pipes(tree), ...expansions(tree));
  return found;
}

function ofFunction(text: string, site: Site): readonly Bashism[] {
  const keyword = /^function[ \t]+([^\s()]+)[ \t]*(\([ \t]*\))?/.exec(text);
  if (keyword !== null) {
    const end = site.start + 'function'.length;
    const name = keyword[1] ?? '';
    const edits = [{ start: site.start, end: site.start + keyword[0].length, text: `${name}()` }];
    return [
      {
        code: 'SC2112',
        start: site.start,
        end,
        what: 'the word function',
        knows: 'busybox bash',
        fixes: [{ title: `Write ${name}()`, safety: 'safe', edits }],
      },
    ];
  }
  const name = /^[^\s()]+/.exec(text)?.[0] ?? 'f';
  if (/^[A-Za-z_]\w*$/.test(name)) return [];
  return [
    {
      code: 'SC3033',
      start: site.start,
      end: site.start + name.length,
      what: 'this name of a function',
      knows: 'bash',
    },
  ];
}

function redirects(tree: ShellTree): readonly Bashism[] {
  return tree.of('Redirect').flatMap((site): Bashism[] => {
    const { node, start, end, exact } = site;
    const { operator, target, descriptor } = node;
    if (target !== undefined && /^\/dev\/(?:tcp|udp)\//.test(target.value))
      return [{ code: 'SC3025', ...at(site), what: '/dev/tcp', knows: 'bash' }];
    if (descriptor?.type === 'FileDescriptor' && descriptor.value > 9)
      return [{ code: 'SC3023', ...at(site), what: 'a descriptor above 9', knows: 'busybox bash' }];
    if (operator === '&>' && target !== undefined && exact) {
      const edits = [
        { start, end: target.pos, text: '> ' },
        { start: end, end, text: ' 2>&1', behind: true },
      ];
      return [
        {
          code: 'SC3020',
          start,
          end: start + 2,
          what: '&>',
          knows: 'busybox bash',
          fixes: [{ title: 'Write > … 2>&1', safety: 'safe', edits }],
        },
      ];
    }
    if (operator === '>&' && target !== undefined && !/^(?:\d+|-|\d+-|\$.*)$/.test(target.value))
      return [{ code: 'SC3021', ...at(site), what: '>& with a file', knows: 'busybox bash' }];
    return [];
  });
}

function pipes(tree: ShellTree): readonly Bashism[] {
  return tree.of('Pipeline').flatMap((site) =>
    site.node.operators.flatMap((operator, i): Bashism[] => {
      const before = site.node.commands[i];
      if (operator !== '|&' || before === undefined) return [];
      if (!site.exact) return [{ code: 'SC3029', ...at(site), what: '|&', knows: 'bash' }];
      const start = tree.text.indexOf('|&', before.end);
      const edits = [{ start, end: start + 2, text: '2>&1 |' }];
      return [
        {
          code: 'SC3029',
          start,
          end: start + 2,
          what: '|&',
          knows: 'bash',
          fixes: [{ title: 'Write 2>&1 |', safety: 'safe', edits }],
        },
      ];
    }),
  );
}

function expansions(tree: ShellTree): readonly Bashism[] {
  return tree.of('ParameterExpansion').flatMap((site): Bashism[] => {
    const found = ofExpansion(site.node);
    return found.map(([code, what, knows]) => ({ code, ...at(site), what, knows }));
  });
}

function ofExpansion({
  prefix,
  index,
  operation,
}: ParameterExpansionPart): readonly (readonly [string, string, Knows])[] {
  const found: (readonly [string, string, Knows])[] = [];
  if (prefix === '!') found.push(['SC3053', '${!…}', 'bash']);
  else if (index !== undefined && prefix !== '#') found.push(['SC3054', 'an array', 'bash']);
  if (operation?.type === 'Slice') found.push(['SC3057', '${…:…}', 'busybox bash']);
  if (operation?.type === 'CaseModification') found.push(['SC3059', '${…^^}', 'bash']);
  if (operation?.type === 'Replace') found.push(['SC3060', '${…/…}', 'busybox bash']);
  if (operation?.type === 'Transform') found.push(['SC3060', '${…@…}', 'bash']);
  return found;
}

function at({ start, end }: Site): { start: number; end: number } {
  return { start, end };
}
