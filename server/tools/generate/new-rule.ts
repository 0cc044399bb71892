import type { Language } from '../../src/engine/rule.js';

/** The declaration that a new rule starts from. */
export function ruleTemplate(language: Language, id: string): string {
  return `import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: '${id}',
  language: '${language}',
  title: '${sentence(id)}',
  severity: 'warning',
  profile: 'all',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/${language === 'compose' ? 'compose-file' : 'dockerfile'}/',
  tags: ['${language}'],
  equivalents: {},
  fixes: [],

  *check(doc) {
    ${
      language === 'dockerfile'
        ? `for (const instruction of doc.byKeyword('MAINTAINER')) {
      yield { at: instruction.keywordSpan, message: 'Say in one sentence what is wrong and why it matters.' };
    }`
        : language === 'compose'
          ? `for (const service of doc.services.values()) {
      const entry = service.entry('stdin_open');
      if (entry !== undefined && !entry.merged) {
        const { keySpan: at, span: owner } = entry;
        yield { at, message: 'Say in one sentence what is wrong and why it matters.', owner };
      }
    }`
          : `const at = doc.source.text.indexOf('${id}');
    if (at >= 0) {
      const span = { start: at, end: at + ${id.length} };
      yield { at: span, message: 'Say in one sentence what is wrong and why it matters.' };
    }`
    }
  },
});
`;
}

/** The page that a new rule starts from: it passes, so that each change of it is seen. */
export function pageTemplate(language: Language, id: string): string {
  const { bad, good } = examples(language, id);
  return `# ${id}

Say what the rule finds and why it matters, in two or three sentences; the first paragraph is shown in hovers.

## The plain case

\`\`\`${language} bad
${bad}\`\`\`

## Nothing to say

\`\`\`${language} good
${good}\`\`\`
`;
}

function examples(language: Language, id: string): { readonly bad: string; readonly good: string } {
  if (language === 'dockerfile') {
    return {
      bad: 'FROM debian:13-slim\nMAINTAINER somebody\n# ^^^^^^^^\n',
      good: 'FROM debian:13-slim\nRUN echo MAINTAINER\n',
    };
  }
  if (language === 'compose') {
    const service = 'services:\n  web:\n    image: nginx:1.29\n';
    return { bad: `${service}    stdin_open: true\n#   ^^^^^^^^^^\n`, good: service };
  }
  return { bad: `x: ${id}\n#  ${'^'.repeat(id.length)}\n`, good: 'x: y\n' };
}

function sentence(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
