import type { FileEdits, Finding, Fix, FixSafety, Rule, RuleContext, Severity } from '../../server/src/engine/rule.js';
import { defineRule } from '../../server/src/engine/rule.js';
import type { DockerfileDocument } from '../../server/src/engine/dockerfile/model/types.js';
import { tableDate } from '../../server/src/engine/images/date.js';
import type { Edit, Span } from '../../server/src/engine/text/span.js';
import type { FactQuery } from '../../server/src/engine/facts.js';

interface Behaviour {
  readonly severity?: Severity;
  readonly profile?: Rule['profile'];
  readonly aliases?: readonly string[];
  readonly hadolint?: readonly string[];
  readonly facts?: readonly FactQuery[];
  readonly safety?: FixSafety;
  readonly fix?: (at: Span) => readonly Edit[] | readonly FileEdits[];
  readonly when?: (context: RuleContext) => boolean;
  readonly related?: Finding['related'];
}

/** A rule that finds a word wherever it stands in the text. */
function wordRule(id: string, word: string, behaviour: Behaviour): Rule {
  const { severity = 'warning', profile = 'recommended', safety, fix, when, related, facts, aliases } = behaviour;
  return defineRule({
    id,
    language: 'dockerfile',
    title: `Avoid ${word}`,
    severity,
    profile,
    guide: 'dockerfile-reference',
    link: `https://docs.docker.com/test/${id}`,
    tags: ['test'],
    equivalents: behaviour.hadolint === undefined ? {} : { hadolint: behaviour.hadolint },
    fixes: safety === undefined ? [] : [safety],
    ...(aliases === undefined ? {} : { aliases }),
    ...(facts === undefined ? {} : { facts: () => facts }),
    *check(doc: DockerfileDocument, context: RuleContext) {
      if (when?.(context) === false) return;
      const { text } = doc.source;
      for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
        const at = { start, end: start + word.length };
        const fixes: readonly Fix[] =
          safety === undefined || fix === undefined ? [] : [{ title: `Replace ${word}`, safety, edits: () => fix(at) }];
        yield { at, message: `${word} stands here, which is a pity.`, fixes, ...(related ? { related } : {}) };
      }
    },
  });
}

const neighbour = 'notes.txt';

/** Rules that find capital words; what they would say of a real Dockerfile is beside the point. */
export const testRules: readonly Rule[] = [
  wordRule('loud-word', 'LOUD', {
    hadolint: ['DL9001'],
    aliases: ['noisy-word'],
    safety: 'safe',
    fix: (span) => [{ span, text: 'quiet' }],
  }),
  wordRule('risky-word', 'RISKY', {
    severity: 'error',
    safety: 'unsafe',
    fix: (span) => [{ span, text: 'bold' }],
  }),
  wordRule('vague-word', 'VAGUE', {
    severity: 'info',
    safety: 'suggestion',
    fix: (span) => [{ edits: [{ span, text: '${1:value}' }], snippet: true }],
  }),
  wordRule('faint-word', 'FAINT', { severity: 'hint' }),
  wordRule('optional-word', 'OPTIONAL', { profile: 'all' }),
  wordRule('stuck-word', 'STUCK', { safety: 'safe', fix: () => [] }),
  wordRule('dated-word', 'DATED', { when: ({ date }) => date === tableDate || date === '2030-12-31' }),
  wordRule('broken-word', 'BROKEN', {
    when: () => {
      throw new Error('this rule is broken');
    },
  }),
  wordRule('lonely-word', 'LONELY', {
    facts: [{ kind: 'exists', path: '.dockerignore' }],
    when: ({ facts }) => facts.presence('.dockerignore') === 'absent',
    safety: 'safe',
    fix: () => [
      { path: '.dockerignore', create: true, edits: [{ span: { start: 0, end: 0 }, text: 'node_modules\n' }] },
    ],
  }),
  wordRule('nosy-word', 'NOSY', {
    facts: [{ kind: 'read', path: neighbour }],
    when: ({ facts }) => facts.read(neighbour)?.startsWith('old') === true,
    related: [{ path: neighbour, at: { start: 0, end: 3 }, message: 'This is the old word.' }],
    safety: 'safe',
    fix: () => [{ path: neighbour, edits: [{ span: { start: 0, end: 3 }, text: 'new' }] }],
  }),
  wordRule('near-word', 'NEAR', {
    facts: [{ kind: 'read', path: `../${neighbour}` }],
    when: ({ facts }) => facts.read(`../${neighbour}`) !== undefined,
  }),
  wordRule('eager-word', 'EAGER', {
    safety: 'safe',
    fix: (span) => [
      { edits: [{ span, text: 'eager' }] },
      { path: '.dockerignore', create: true, edits: [{ span: { start: 0, end: 0 }, text: 'x\n' }] },
    ],
  }),
];

/** The rules without the one that throws at every file. */
export const soundRules: readonly Rule[] = testRules.filter(({ id }) => id !== 'broken-word');
