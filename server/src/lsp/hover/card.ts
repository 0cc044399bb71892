import type { Span } from '../../engine/text/span.js';
import type { GuideSection } from '../../guide/sections.js';
import { guideSections } from '../../guide/sections.js';
import type { ClientSupport } from '../client.js';
import { openGuideCommand } from '../protocol.js';

/** What a hover says of one thing: a title, at most a few lines, links. */
export interface Card {
  /** The words it is about. */
  readonly span: Span;
  /** Markdown. */
  readonly title: string;
  /** Markdown, each a line of its own. */
  readonly lines: readonly string[];
  readonly guide: GuideSection;
  /** A page of the official documentation. */
  readonly link: string;
}

/** Name of a link to the documentation of Docker. */
export const referenceLabel = 'Official reference';

/** The Markdown of a card. */
export function renderCard({ title, lines, guide, link }: Card, support: ClientSupport): string {
  return `${[title, ...lines].join('  \n')}\n\n${guideLink(guide, support)} · [${referenceLabel}](${link})`;
}

export function guideLink(section: GuideSection, { commands, hoverMarkdown }: ClientSupport): string {
  const { link } = guideSections[section];
  const label = `Guide: ${guideName(section)}`;
  return hoverMarkdown && commands.has(openGuideCommand)
    ? commandLink(label, openGuideCommand, section)
    : `[${escapeMarkdown(label)}](${link})`;
}

/** Headings that every page of the guide may have. */
const common: ReadonlySet<string> = new Set(['The problem', 'The better way', 'When not to']);

/** A heading says little without the page that it is on, and one that all pages have says nothing. */
function guideName(section: GuideSection): string {
  const { title } = guideSections[section];
  const page = guideSections[section.replace(/#.*/, '') as GuideSection].title;
  if (page === title || common.has(title)) return page;
  return `${page}: ${title}`;
}

export function commandLink(label: string, command: string, argument: string): string {
  return `[${escapeMarkdown(label)}](command:${command}?${encodeURIComponent(JSON.stringify([argument]))})`;
}

export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}

/** A text of a file as code, on one line and of a length that fits a hover. */
export function code(text: string, most = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const short = line.length > most ? `${line.slice(0, most - 1)}…` : line;
  const fence = '`'.repeat(Math.max(0, ...[...short.matchAll(/`+/g)].map(([ticks]) => ticks.length)) + 1);
  const pad = /^`|`$/.test(short) || short === '' ? ' ' : '';
  return `${fence}${pad}${short}${pad}${fence}`;
}

/** The same for editors that show hovers as plain text. */
export function withoutMarkdown(markdown: string): string {
  return markdown
    .replace(/\[([^\]\n]*)\]\((https:[^)\n]*)\)/g, '$1: $2')
    .replace(/ {2}\n/g, '\n')
    .replace(/\n---\n/g, '\n')
    .replace(/(?<!\\)(?:\*\*|\*|`)/g, '')
    .replace(/\\([\\`*_{}[\]<>#|])/g, '$1');
}
