import { defaultConfig } from '../../../src/engine/config/resolve.js';
import { tableDate } from '../../../src/engine/images/date.js';
import { Linter } from '../../../src/engine/lint.js';
import type { RuleFailure } from '../../../src/engine/report.js';
import type { Profile, Rule } from '../../../src/engine/rule.js';
import { factsOf } from '../../generate/facts.js';
import type { ComposeCase, OurCompose } from './types.js';

export type ComposeOpener = (file: ComposeCase) => OurCompose;

export function composeOpener(rules: readonly Rule[], profile: Profile): ComposeOpener {
  const linter = new Linter(rules);
  const config = defaultConfig(rules, profile);
  return ({ text, path, around }) => {
    const doc = linter.open('compose', text, path);
    if (doc.language !== 'compose') throw new Error('not a Compose file');
    const files = around && new Map(around).set(path, text);
    const facts = factsOf(files, path, (known) => linter.needs(doc, { config, facts: known }));
    const report = linter.lint(doc, { config, facts, date: tableDate, onFailure });
    return { doc, findings: [...report.findings, ...report.suppressed], heard: report.findings };
  };
}

function onFailure({ rule, error }: RuleFailure): never {
  throw new Error(`the rule ${rule} fails: ${error}`);
}
