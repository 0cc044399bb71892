import type { Language } from './rule.js';

const mark = /\{\{|\{%|<%/;
/** Properties of Maven or Gradle, and options of a dev container template: Docker refuses both. */
const property = /(?<!\\)\$\{[a-z][\w-]*(?:\.[\w-]+)+\}/;
const option = /\$\{templateOption:\w+\}/;
const lineOfTemplate = /^[ \t]*(?:\{\{|\{%|<%)/;
/** Instructions in which a bare mark makes no sense to Docker. */
const plain = /^[ \t]*(?:FROM|ADD|COPY|EXPOSE|USER|VOLUME|WORKDIR|STOPSIGNAL)[ \t]/i;
/** Instructions that may hold a Go template for later use (`{{.Name}}`), but no other. */
const assigning = /^[ \t]*(?:ARG|ENV|LABEL)[ \t]/i;
const heredocStart = /<<-?(["']?)([A-Za-z_][\w.-]*)\1/g;

/**
 * Whether a text is a template (`{{ }}`, `{% %}`, `<% %>`, `${a.b}`) that becomes a file of this language only later.
 * The same marks are valid inside commands (`docker inspect --format '{{.Id}}'`), quotes and heredocs, so
 * only a line that starts with one counts, a keyword that holds one, or a bare one in an instruction whose
 * text Docker reads itself. Linear in the text; never throws.
 */
export function isTemplate(language: Language, text: string): boolean {
  const isDockerfile = language === 'dockerfile';
  if (!mark.test(text) && !(isDockerfile && (property.test(text) || option.test(text)))) return false;
  const lines = text.split(/\r\n|\n|\r/);
  if (isDockerfile) return isDockerfileTemplate(lines, escapeOf(lines));
  return lines.some((line) => lineOfTemplate.test(line) || /(?::|-)[ \t]+(?:\{\{|\{%|<%)/.test(line));
}

function isDockerfileTemplate(lines: readonly string[], escape: string): boolean {
  let continued = false;
  const heredocs: string[] = [];
  let opened: string[] = [];
  for (const line of lines) {
    const terminator = heredocs[0];
    if (terminator !== undefined) {
      if (line.replace(/^\t+/, '') === terminator) heredocs.shift();
      continue;
    }
    if (/^[ \t]*#/.test(line)) continue;
    if (!continued && isFilled(line)) return true;
    if (mark.test(line)) {
      // A loop or condition of the template between continued lines; `{{` there may be an argument.
      if (continued ? /^[ \t]*(?:\{%|<%)/.test(line) : startsTemplate(line)) return true;
    }
    if (continued || /^[ \t]*(?:RUN|COPY|ADD|ONBUILD)[ \t]/i.test(line)) {
      opened.push(...[...line.matchAll(heredocStart)].map((match) => match[2] ?? ''));
    }
    const trimmed = line.trimEnd();
    continued = trimmed.endsWith(escape) || (continued && trimmed === '');
    if (continued) continue;
    heredocs.push(...opened);
    opened = [];
  }
  return false;
}

/** Docker reads the text of such an instruction itself, and knows no such variable. */
function isFilled(line: string): boolean {
  if (plain.test(line) && property.test(line.replace(/'[^']*'/g, ''))) return true;
  return (plain.test(line) || assigning.test(line)) && option.test(line);
}

function startsTemplate(line: string): boolean {
  if (lineOfTemplate.test(line)) return true;
  const keyword = /^[ \t]*([^ \t]*)/.exec(line)?.[1] ?? '';
  if (mark.test(keyword)) return true;
  const bare = line.replace(/"[^"]*"|'[^']*'/g, '');
  return (plain.test(line) && mark.test(bare)) || (assigning.test(line) && /\{\{(?!\.)|\{%|<%/.test(bare));
}

function escapeOf(lines: readonly string[]): string {
  for (const line of lines) {
    const directive = /^\uFEFF?#[ \t]*([a-z]+)[ \t]*=[ \t]*(\S+)[ \t]*$/i.exec(line);
    if (directive === null) break;
    if (directive[1]?.toLowerCase() === 'escape') return directive[2] ?? '\\';
  }
  return '\\';
}
