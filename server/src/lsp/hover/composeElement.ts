import { usesOf, type Declared } from '../../engine/compose/declared.js';
import { textField } from '../../engine/compose/forms/pieces.js';
import { unsetLookup } from '../../engine/compose/interpolation/substitute.js';
import { serviceEdges } from '../../engine/compose/references.js';
import type { ComposeDocument, NamedElement, Section, Service } from '../../engine/compose/types.js';
import type { Span } from '../../engine/text/span.js';
import { contains } from '../../engine/text/span.js';
import { listed } from '../../engine/wording.js';
import type { GuideSection } from '../../guide/sections.js';
import type { Card } from './card.js';
import { code, escapeMarkdown } from './card.js';

const most = 4;
const declared: readonly Declared[] = ['networks', 'volumes', 'secrets', 'configs', 'models'];

const words: Readonly<Record<Section, { readonly one: string; readonly guide: GuideSection }>> = {
  services: { one: 'service', guide: 'compose-development' },
  networks: { one: 'network', guide: 'bridge-network' },
  volumes: { one: 'volume', guide: 'named-volumes' },
  secrets: { one: 'secret', guide: 'security-hardening' },
  configs: { one: 'config', guide: 'compose-reference' },
  models: { one: 'model', guide: 'compose-reference' },
};

/** The card of the service, network, volume… whose name stands at an offset, where it is declared or used. */
export function elementAt(doc: ComposeDocument, at: number): Card | undefined {
  const isHere = (span: Span): boolean => contains(span, { start: at, end: at });
  for (const section of ['services', ...declared] as const) {
    for (const element of doc[section].values()) {
      if (isHere(element.nameSpan)) return cardOf(doc, element, element.nameSpan);
    }
  }
  const service = [...doc.services.values()].find(({ span }) => isHere(span));
  if (service === undefined) return undefined;
  const edge = serviceEdges(doc).find(({ from, span }) => from === service && isHere(span));
  if (edge !== undefined) return edge.to && cardOf(doc, edge.to, edge.span);
  for (const section of declared) {
    const use = usesOf(service, section).find(({ span }) => isHere(span));
    const element = use && doc[section].get(use.name);
    if (use !== undefined && element !== undefined) return cardOf(doc, element, use.span);
  }
  return undefined;
}

function cardOf(doc: ComposeDocument, element: NamedElement, span: Span): Card {
  const { section, name, external } = element;
  const { one, guide } = words[section];
  return {
    span,
    title: `**${escapeMarkdown(name)}**: ${one}${whatOf(doc, element)}`,
    lines: [external ? 'Made outside this project.' : undefined, usersOf(doc, element)].filter(
      (line) => line !== undefined,
    ),
    guide,
    link: `https://docs.docker.com/reference/compose-file/${section}/`,
  };
}

function whatOf(doc: ComposeDocument, { section, name }: NamedElement): string {
  const service = section === 'services' ? doc.services.get(name) : undefined;
  const image = textField(service?.get('image'), unsetLookup)?.value;
  if (service?.get('build') !== undefined) return image === undefined ? ', built here' : `, built as ${code(image)}`;
  return image === undefined ? '' : ` from ${code(image)}`;
}

function usersOf(doc: ComposeDocument, { section, name }: NamedElement): string | undefined {
  const uses = (service: Service): boolean =>
    section === 'services'
      ? serviceEdges(doc).some(({ from, to }) => from === service && to?.name === name)
      : usesOf(service, section).some((use) => use.name === name);
  const users = [...doc.services.values()].filter(uses).map((service) => code(service.name));
  if (users.length === 0) return section === 'services' ? undefined : 'No service of this file uses it.';
  const shown = users.length > most ? [...users.slice(0, most), `${String(users.length - most)} more`] : users;
  return `${section === 'services' ? 'Needed' : 'Used'} by ${listed(shown)}.`;
}
