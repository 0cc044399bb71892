import type { Finding, Fix } from '../../rule.js';
import { shown } from '../../wording.js';
import type { ComposeDocument } from '../types.js';
import { stageOf, stageSettings, type StageSetting } from './stage.js';

const reasons: { readonly [kind in StageSetting['kind']]: (word: string) => string } = {
  variable: (word) => `${shown(word)} makes the program slow and lets it show its insides to everybody.`,
  command: (word) => `${shown(word)} starts a server for one person, which watches the source and restarts.`,
  port: (word) => `Through port ${word} of the debugger anybody who reaches it runs what they like in the container.`,
  mount: () => 'This puts the source of the host over what was built, so that the image is not what runs.',
  watch: () => 'docker compose watch is for a machine with the source; a file for production needs none of it.',
  target: (word) => `The stage ${shown(word)} is built for development, with its tools and without optimisation.`,
};

/** The settings of one stage in a file for the other one. */
export function* stageFindings(doc: ComposeDocument, file: StageSetting['stage']): Generator<Finding> {
  if (stageOf(doc) !== file) return;
  const seen = new Set<number>();
  for (const service of doc.services.values()) {
    for (const setting of stageSettings(service)) {
      // What an anchor brings to several services is one thing.
      if (setting.stage === file || seen.has(setting.at.start)) continue;
      seen.add(setting.at.start);
      yield stageFinding(setting);
    }
  }
}

function stageFinding(setting: StageSetting): Finding {
  const { kind, at, owner, word, stage } = setting;
  const message =
    stage === 'development'
      ? `This file is for production. ${reasons[kind](word)}`
      : `This file is for development, where ${shown(word)} switches off messages, reloading and debugging.`;
  return { at, message, owner, fixes: () => changed(setting) };
}

/** Other words for the same, as long as they are. */
const others: { readonly [word: string]: string } = {
  development: 'production',
  dev: 'prod',
  Development: 'Production',
  production: 'development',
  prod: 'dev',
  Production: 'Development',
};

function changed({ value, kind }: StageSetting): readonly Fix[] {
  const other = value === undefined || kind !== 'variable' ? undefined : others[value.text];
  if (value === undefined || other === undefined || value.node.sharedBy !== undefined) return [];
  if (value.node.kind !== 'scalar' || value.node.interpolated) return [];
  // Quotes of a value that stands alone belong to its place.
  const { start, end } = value.node.text.span(
    value.node.text.text.length - value.text.length,
    value.node.text.text.length,
  );
  return [
    { title: `Change it to ${other}`, safety: 'suggestion', edits: () => [{ span: { start, end }, text: other }] },
  ];
}
