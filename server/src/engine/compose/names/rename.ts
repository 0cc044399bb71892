import { shown } from '../../wording.js';
import type { Facts } from '../../facts.js';
import { projectView } from '../project/view.js';
import type { ComposeDocument } from '../types.js';
import { scalarsOf } from '../walk.js';
import { anchorsOf } from './anchors.js';
import type { ComposeName } from './types.js';

/**
 * Why a name cannot be renamed (to `newName`, if given) without changing what the project does, as a sentence; undefined
 * if it can. Never throws.
 */
export function whyNotComposeName(
  doc: ComposeDocument,
  name: ComposeName,
  facts: Facts,
  newName?: string,
): string | undefined {
  const unclear = name.kind === 'anchor' ? undefined : whyUnclear(doc, name, facts);
  if (unclear !== undefined) return `${unclear} Rename it by hand.`;
  if (newName === undefined || newName === name.name) return undefined;
  if (name.kind === 'anchor') {
    if (!/^[\w.-]+$/.test(newName)) return 'The name of an anchor is made of letters, digits, "_", "-" and "." here.';
    const isTaken = anchorsOf(doc).some((anchor) => anchor.name === newName);
    return isTaken ? `This file already has an anchor ${newName}.` : undefined;
  }
  if (!/^[a-zA-Z0-9._-]+$/.test(newName)) return 'Such a name is made of letters, digits, "_", "-" and ".".';
  if (!/^[A-Za-z_]/.test(newName)) return 'Start it with a letter: YAML may take anything else for a number.';
  const isTaken = doc[name.kind].has(newName) || projectView(doc, facts).declared(name.kind).has(newName);
  return isTaken ? `There already is a ${newName} under ${name.kind}.` : undefined;
}

function whyUnclear(doc: ComposeDocument, { kind, name, places }: ComposeName, facts: Facts): string | undefined {
  if (kind === 'anchor') return undefined;
  const element = doc[kind].get(name);
  if (element === undefined) return `This file does not declare ${name}.`;
  if (kind === 'networks' && name === 'default') return 'Compose knows the network default by this name.';
  const isNamed = element.map?.get('name') !== undefined || element.external;
  if (kind === 'volumes' && !isNamed) {
    return `Compose would make a new, empty volume, and what is in ${name} would stay behind.`;
  }
  if (element.external && element.map?.get('name') === undefined) return `${name} is what Docker calls it outside.`;
  const view = projectView(doc, facts);
  const word = new RegExp(`(?<![\\w.-])${name.replace(/[.\\]/g, '\\$&')}(?![\\w-])`);
  const other = [...view.files].find((file) => file !== view.own && word.test(facts.read(file) ?? ''));
  if (other !== undefined) return `${shown(other)} speaks of ${name}, too.`;
  if (kind !== 'services') return undefined;
  // Services reach one another by their names: an address or a whole value may be one.
  const host = new RegExp(`(?:^|[@/=,])${name.replace(/[.\\]/g, '\\$&')}(?:$|[:/,])`);
  const inside = scalarsOf(doc).find(
    ({ text, span }) =>
      host.test(text.text) && !places.some((place) => place.span.start >= span.start && place.span.end <= span.end),
  );
  if (inside === undefined) return undefined;
  return `Line ${doc.source.lineAt(inside.span.start) + 1} may name the host ${name}.`;
}
