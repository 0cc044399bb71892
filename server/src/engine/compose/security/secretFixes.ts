import type { FileEdits, Fix } from '../../rule.js';
import { declaration } from '../edits/lines.js';
import { appendItem, editScalar, replaceScalar } from '../edits/insert.js';
import { fileVariable } from '../images/secrets.js';
import type { ComposeDocument } from '../types.js';
import type { LiteralVariable } from './credentials.js';
import { imageName } from './image.js';

/** Ways of taking a secret out of the file: into a file of its own where the image reads one, and into a variable. */
export function secretFixes(doc: ComposeDocument, variable: LiteralVariable): readonly Fix[] {
  const { key, node, from, pair } = variable;
  if (variable.isDefault || node.interpolated || pair.merged || !/^[A-Za-z_]\w*$/.test(key)) return [];
  const fixes: Fix[] = [];
  const files = intoFile(doc, variable);
  if (files !== undefined) {
    fixes.push({
      title: `Move ${key} into a secret, with its value in a file`,
      safety: 'suggestion',
      edits: () => files,
    });
  }
  const edits = editScalar(doc, node, from, node.text.text.length, `\${${key}:?set it in .env}`);
  if (edits !== undefined) {
    fixes.push({ title: `Take ${key} from .env or the shell`, safety: 'suggestion', edits: () => edits });
  }
  return fixes;
}

function intoFile(doc: ComposeDocument, variable: LiteralVariable): readonly FileEdits[] | undefined {
  const { service, key, node, from, pair, value } = variable;
  const other = fileVariable(imageName(service), key);
  const name = key.toLowerCase();
  if (other === undefined || service.map === undefined || doc.secrets.has(name)) return undefined;
  const path = `/run/secrets/${name}`;
  const isKey = from === 0 && doc.source.slice(pair.keySpan) === key && pair.keySpan.end <= node.span.start;
  const own =
    from > 0
      ? editScalar(doc, node, 0, node.text.text.length, `${other}=${path}`)
      : isKey
        ? replaceScalar(doc, node, path)
        : undefined;
  const use = appendItem(doc, service.map, 'secrets', name);
  const file = `${name}.txt`;
  const declared = declaration(doc, 'secrets', name, [`file: ./${file}`]);
  if (own === undefined || use === undefined || declared === undefined) return undefined;
  const edits = [...(isKey ? [{ span: pair.keySpan, text: other }] : []), ...own, ...use, declared];
  const places = edits.map(({ span }) => span.start);
  // At the end of a file both would go to the same place.
  if (new Set(places).size < places.length) return undefined;
  return [{ edits }, { path: file, create: true, edits: [{ span: { start: 0, end: 0 }, text: `${value}\n` }] }];
}
