import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { coverage } from './coverage.js';
import { guideSections, guideSectionsOf, rulesIndex, rulesPages } from './code.js';
import { guideWithBlocks } from './guide.js';
import type { Sources } from './load.js';
import { configSchema, configuration, untrustedWorkspaces } from './settings.js';
import { rulesSummary } from './summary.js';
import { contributedSnippets, snippetProblems, snippetsIndex, snippetsOf } from './snippets.js';
import { between, mappingProblems, pageWithFacts, rulesEnd, rulesOverview, rulesStart } from './tables.js';

/** A file as it should be. */
export interface Output {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Every derived file, and what is wrong with the sources (one sentence each). */
export function outputsOf(
  root: string,
  sources: Sources,
): { readonly outputs: Output[]; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const { rules, pages } = sources;
  const snippets = snippetsOf(root);
  const guide = sources.guide.map((file) => guideWithBlocks(file, rules, snippets));
  const declared = rules.map(({ rule }) => rule);
  const sections = guideSectionsOf(guide, (problem) => problems.push(problem));
  const byId = new Map(sections.map((section) => [section.id, section]));

  for (const { rule, stem } of rules) {
    if (stem !== `${rule.language}/${rule.id}`)
      problems.push(`server/src/rules/${stem}.ts declares the rule ${rule.language}/${rule.id}.`);
    if (!pages.has(stem)) problems.push(`The rule ${rule.id} has no page docs/rules/${stem}.md.`);
    if (!byId.has(rule.guide))
      problems.push(`The rule ${rule.id} points to the guide section "${rule.guide}", which is not there.`);
    if (!rule.link.startsWith('https://')) problems.push(`The link of the rule ${rule.id} does not start with https.`);
  }
  problems.push(
    ...mappingProblems(rules),
    ...snippetProblems(snippets, new Set(guide.map(({ path }) => basename(path, '.md')))),
  );
  const stems = new Set(rules.map(({ stem }) => stem));
  for (const stem of pages.keys()) {
    if (!stems.has(stem)) problems.push(`The page docs/rules/${stem}.md has no rule.`);
  }

  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    capabilities?: object;
    contributes?: object;
  };
  manifest.capabilities = { ...manifest.capabilities, untrustedWorkspaces };
  manifest.contributes = {
    ...manifest.contributes,
    snippets: contributedSnippets(snippets),
    configuration: configuration(declared),
  };
  const outputs: Output[] = [
    { path: 'server/src/rules/index.ts', text: rulesIndex(rules) },
    { path: 'server/src/rules/pages.ts', text: rulesPages(sources) },
    { path: 'server/src/guide/sections.ts', text: guideSections(sections) },
    { path: 'server/src/snippets/index.ts', text: snippetsIndex(snippets) },
    { path: 'package.json', text: `${JSON.stringify(manifest, null, 2)}\n` },
    { path: 'docs/schema/docker-patterns.schema.json', text: `${JSON.stringify(configSchema(declared), null, 2)}\n` },
    { path: 'docs/rules/README.md', text: rulesOverview(rules) },
    {
      path: 'docs/coverage.md',
      text: coverage({ rules, snippets, guide }, (problem) => problems.push(problem)),
    },
    ...guide,
  ];
  for (const { rule, stem } of rules) {
    const page = pages.get(stem);
    if (page !== undefined) outputs.push({ path: page.path, text: pageWithFacts(page.text, rule, byId) });
  }
  const readme = join(root, 'README.md');
  if (existsSync(readme)) {
    const text = between(readFileSync(readme, 'utf8'), rulesStart, rulesEnd, rulesSummary(rules, byId));
    if (text !== undefined) outputs.push({ path: 'README.md', text });
  }
  return { outputs, problems };
}

/** The ids and severities that a test holds fast. */
export function frozen({ rules }: Sources): Output {
  const recommended = rules.map(({ rule }) => rule).filter(({ profile }) => profile === 'recommended');
  const severities = Object.fromEntries(recommended.map(({ id, severity }) => [id, severity]));
  return { path: 'test/frame/recommended.json', text: `${JSON.stringify(severities, null, 2)}\n` };
}
