import type { Instruction } from '../../../server/src/engine/dockerfile/syntax/types.js';
import type { Span } from '../../../server/src/engine/text/span.js';
import { differences, type Place } from '../../../server/tools/conformance/types.js';

const theirs = { tool: 'hadolint', code: 'DL1000', side: 'theirs', class: 'upstream', rule: 'syntax-error' } as const;
const ours = { tool: 'hadolint', code: 'DL1000', side: 'ours', class: 'upstream' } as const;
const parser = 'https://github.com/hadolint/language-docker/blob/master/src/Language/Docker/Parser';

/** BuildKit's parser, which ours agrees with, reads the file, and some instruction is as asked. */
function reads({ doc }: Place, asked: (instruction: Instruction) => boolean): boolean {
  return doc.syntax.problems.length === 0 && doc.instructions.some(asked);
}

/** A tab stands on the line in front. */
function isIndented(text: string, span: Span | undefined): boolean {
  return span !== undefined && /\t$/.test(text.slice(0, text.slice(span.start).search(/\S/) + span.start));
}

export default differences(
  {
    ...theirs,
    source: 'https://github.com/hadolint/hadolint/issues/960',
    reason: 'hadolint wants a blank line behind a here-document.',
    example: 'FROM debian:13-slim\nRUN <<EOF\ntrue\nEOF\nCMD ["true"]\n',
    neighbour: 'FROM debian:13-slim\nRUN <<EOF\ntrue\nCMD ["true"]\n',
    says: "unexpected 'C'\nexpecting a new line followed by the next instruction",
    accepts: (place) =>
      /^unexpected '.'\nexpecting a new line followed by the next instruction$/.test(place.message) &&
      reads(place, ({ heredocs }) =>
        heredocs.some(({ terminatorSpan }) =>
          /^\r?\n[^\s]/.test(place.doc.source.text.slice(terminatorSpan?.end ?? place.doc.source.text.length)),
        ),
      ),
  },
  {
    ...theirs,
    source: `${parser}/Run.hs`,
    reason: 'A bind mount without a target lies on the root of the file system; hadolint wants one.',
    example: 'FROM debian:13-slim AS binary\nFROM debian:13-slim\nRUN --mount=from=binary true\n',
    neighbour: 'FROM debian:13-slim AS binary\nFROM debian:13-slim\nRUN --mount=from=binary true\nENV\n',
    says: 'missing required argument(s) for mount flag: ["target"]',
    accepts: (place) =>
      place.message.startsWith('missing required argument(s) for mount flag: ["target"]') &&
      reads(place, ({ flags }) =>
        flags.some(
          ({ name, options }) =>
            name === 'mount' &&
            !options.some((option) => /^(?:target|dst|destination)$/.test(option.name)) &&
            /^(?:bind|secret|ssh)$/.test(options.find((option) => option.name === 'type')?.value ?? 'bind'),
        ),
      ),
  },
  {
    ...theirs,
    source: 'https://github.com/hadolint/hadolint/issues/1060',
    reason: 'Two backslashes at the end of a line are one that ends the word, and no continuation.',
    example: 'FROM debian:13-slim\nENV FOLDER a\\\\\nRUN true\n',
    neighbour: 'FROM debian:13-slim\nENV FOLDER\nRUN true\n',
    says: 'unexpected newline',
    accepts: (place) =>
      place.message.startsWith('unexpected newline') &&
      reads(place, ({ span }) => place.doc.source.text.slice(span.start, span.end).endsWith('\\\\')),
  },
  {
    ...theirs,
    source: `${parser}/Instruction.hs`,
    reason: 'ADD takes here-documents as COPY does; hadolint reads their lines as instructions.',
    example: 'FROM debian:13-slim\nADD <<EOF /etc/motd\nWelcome\nEOF\n',
    neighbour: 'FROM debian:13-slim\nADD <<EOF /etc/motd\nWelcome\n',
    says: "unexpected 'W'\nexpecting '#', ",
    accepts: (place) =>
      /^unexpected '.'\nexpecting '#', /.test(place.message) &&
      reads(place, ({ keyword, heredocs }) => keyword === 'ADD' && heredocs.length > 0),
  },
  {
    ...theirs,
    source: `${parser}/Prelude.hs`,
    reason: 'With <<- tabs may stand before the end of a here-document; hadolint does not find such an end.',
    example: 'FROM debian:13-slim\nCOPY <<-EOF /etc/motd\n\tWelcome\n\tEOF\n',
    neighbour: 'FROM debian:13-slim\nCOPY <<EOF /etc/motd\n\tWelcome\n\tEOF\n',
    says: "unexpected 'W'\nexpecting '#', ",
    accepts: (place) =>
      /^unexpected '.'\nexpecting '#', /.test(place.message) &&
      reads(place, ({ heredocs }) =>
        heredocs.some(({ chomp, terminatorSpan }) => chomp && isIndented(place.doc.source.text, terminatorSpan)),
      ),
  },
  {
    ...theirs,
    source: `${parser}/Arguments.hs`,
    reason: 'What looks like an array but goes on behind its bracket is shell text for Docker.',
    example: 'FROM debian:13-slim\nCMD ["node", "server.js"] && echo done\n',
    neighbour: 'FROM debian:13-slim\nCMD ["node", "server.js"]\n&& echo done\n',
    says: "unexpected '&'\nexpecting '\\', a new line followed by the next instruction, or at least one space",
    accepts: (place) =>
      place.message.endsWith("expecting '\\', a new line followed by the next instruction, or at least one space") &&
      reads(place, ({ command }) => command?.json === undefined && /^\[.*\][ \t]*\S/s.test(command?.body.text ?? '')),
  },
  {
    ...theirs,
    source: `${parser}/Prelude.hs`,
    reason: 'Docker skips a line of blanks inside an instruction; hadolint skips only one without any character.',
    example: 'FROM debian:13-slim\nENV A=1 \\\n  \n    B=2\n',
    neighbour: 'FROM debian:13-slim\nENV A=1 \\\n  \n    B=2\nENV\n',
    says: "unexpected 'B'\nexpecting '#', ",
    accepts: (place) =>
      /^unexpected '.'\nexpecting '#', /.test(place.message) &&
      reads(place, ({ blankLines }) => blankLines.some(({ start, end }) => end > start)),
  },
  {
    ...theirs,
    source: `${parser}/Expose.hs`,
    reason: 'A port may have a default in its variable; hadolint does not read one there.',
    example: 'FROM debian:13-slim\nEXPOSE ${PORT:-3000}\n',
    neighbour: 'FROM debian:13-slim\nEXPOSE ${PORT:-3000}\nENV\n',
    says: "unexpected '}'\nexpecting '/', a new line followed by the next instruction, or digit",
    accepts: (place) =>
      place.message.startsWith("unexpected '}'\nexpecting '/', ") &&
      reads(place, ({ keyword, words }) => keyword === 'EXPOSE' && words.some(({ text }) => /\$\{\w+:-\d/.test(text))),
  },
  {
    ...ours,
    rule: 'syntax-error',
    source: `${parser}/Pairs.hs`,
    reason: 'Behind a first pair Docker wants an equals sign in each; hadolint takes two words for another pair.',
    example: 'FROM debian:13-slim\nENV NODE_ENV=production PORT 3000\n',
    neighbour: 'FROM debian:13-slim\nENV GREETING=hello world\n',
    accepts: ({ doc }) =>
      doc.syntax.problems.every(
        ({ message, span }) => /has no equals sign/.test(message) && /\s/.test(doc.source.slice(span)),
      ),
  },
  {
    ...ours,
    rule: 'syntax-error',
    source: 'https://github.com/moby/buildkit/blob/master/frontend/dockerfile/shell/lex.go',
    reason: 'Docker refuses an expansion with an operator that it does not know; hadolint does not expand.',
    example: 'FROM debian:13-slim\nARG ZSH="${templateOption:installZsh}"\n',
    neighbour: 'FROM debian:13-slim\nARG ZSH="${templateOption:installZsh}"\nENV ZSH\n',
    accepts: ({ doc }) =>
      doc.syntax.problems.every(({ message }) => message.includes('the operator is not one that Docker knows')),
  },
  {
    ...ours,
    rule: 'syntax-error',
    source: 'https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/line_parsers.go',
    reason: 'Docker refuses an array with anything but strings; hadolint takes it for shell text.',
    example: 'FROM debian:13-slim\nCMD ["echo", ["nested"]]\n',
    neighbour: 'FROM debian:13-slim\nCMD ["echo", ["nested"]]\nENV\n',
    accepts: ({ doc }) => doc.syntax.problems.every(({ message }) => message.startsWith('A JSON array may hold only')),
  },
  {
    ...ours,
    rule: 'syntax-error',
    source: 'https://github.com/moby/buildkit/blob/master/frontend/dockerfile/shell/lex.go',
    reason: 'Docker refuses a word whose quote is not closed; hadolint takes the quote for a letter.',
    example: "FROM debian:13-slim\nWORKDIR /it's\n",
    neighbour: "FROM debian:13-slim\nENV A='it\n",
    accepts: ({ doc }) =>
      doc.syntax.problems.every(
        ({ message, instruction }) => / closing \w+ quote is missing/.test(message) && instruction?.keyword !== 'ENV',
      ),
  },
  {
    ...ours,
    rule: 'unknown-flag',
    source: `${parser}/Instruction.hs`,
    reason: 'Docker takes what starts with two dashes for a flag everywhere; hadolint takes it for an argument here.',
    example: 'FROM debian:13-slim\nWORKDIR --create /app\n',
    neighbour: 'FROM debian:13-slim\nCOPY --chwon=app . /app\n',
    accepts: ({ doc }) =>
      doc.syntax.problems.every(
        ({ code, instruction }) =>
          code === 'unknown-flag' &&
          (/^(?:WORKDIR|USER|VOLUME|CMD|ENTRYPOINT)$/.test(instruction?.keyword ?? '') ||
            (/^(?:RUN|COPY)$/.test(instruction?.keyword ?? '') &&
              instruction?.flags.every(({ value }) => value === undefined) === true)),
      ),
  },
  {
    ...ours,
    rule: 'syntax-error',
    source: `${parser}/Copy.hs`,
    reason: 'Docker wants a value behind --from with an equals sign; hadolint takes the flag for a file.',
    example: 'FROM debian:13-slim\nCOPY --from build /app /app\n',
    neighbour: 'FROM debian:13-slim\nCOPY --from=build /app\n',
    accepts: ({ doc }) => doc.syntax.problems.every(({ code }) => code === 'missing-flag-value'),
  },
  {
    ...theirs,
    source: `${parser}/From.hs`,
    reason: 'A registry may have no dot in its name and a port behind it; hadolint takes the port for the tag.',
    example: 'FROM localhost:5000/app:1.2\nUSER 1000\n',
    neighbour: 'FROM localhost:5000/app:1.2\nENV\n',
    says: "unexpected ':'\nexpecting '@', '\\', a new line followed by the next instruction, or the image tag",
    accepts: (place) =>
      /^unexpected ':'[^]*or the image tag/.test(place.message) &&
      reads(place, ({ keyword, words }) => keyword === 'FROM' && /^[^./]+:\d+\/.*:/.test(words[0]?.value ?? '')),
  },
  {
    ...theirs,
    class: 'unknowable',
    source: `${parser}/From.hs`,
    reason: 'What stands between at signs is filled in by a template before the build.',
    example: 'FROM @BASE_IMAGE@\nUSER 1000\n',
    neighbour: 'FROM @BASE_IMAGE@\nENV\n',
    says: 'expecting the image name with a tag',
    accepts: (place) =>
      place.message.includes('expecting the image name with a tag') &&
      reads(place, ({ keyword, words }) => keyword === 'FROM' && /^@\w+@/.test(words[0]?.value ?? '')),
  },
);
