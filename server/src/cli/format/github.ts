import type { Severity } from '../../engine/rule.js';
import type { Output } from '../io.js';
import type { Notice, Reporter } from '../report.js';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** Workflow commands that GitHub shows as annotations on the lines of a change; positions are one-based. */
export function githubReporter(out: Output): Reporter {
  return {
    file: ({ path, source, findings }) => {
      for (const { at, rule, severity, message } of findings) {
        const start = source.positionAt(at.start);
        const end = source.positionAt(at.end);
        out.write(
          annotation(commands[severity], message, {
            file: path,
            line: start.line + 1,
            endLine: end.line + 1,
            // Annotations have columns only within one line.
            ...(start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {}),
            title: rule.id,
          }),
        );
      }
    },
    end: (_summary, notices) => {
      for (const notice of notices) out.write(noticeAnnotation(notice));
    },
  };
}

function noticeAnnotation({ path, line, column, message, fatal }: Notice): string {
  return annotation(fatal ? 'error' : 'warning', message, {
    file: path,
    ...(line === undefined ? {} : { line, endLine: line }),
    ...(column === undefined ? {} : { col: column }),
    title: 'Docker Patterns',
  });
}

function annotation(command: string, message: string, properties: Readonly<Record<string, string | number>>): string {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${command} ${list.join(',')}::${escapeData(message)}\n`;
}

/** Escapes of workflow commands: github.com/actions/toolkit, packages/core/src/command.ts. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
