import { describe, expect, test } from 'vitest';
import { parseDockerfile } from '../../../server/src/engine/dockerfile/document.js';
import { nameAt, whyNotRenamed } from '../../../server/src/engine/dockerfile/references/names.js';
import { SourceText } from '../../../server/src/engine/text/source.js';
import { applyEdits } from '../../../server/src/engine/text/span.js';

/** `|` is the cursor. */
function find(marked: string) {
  const offset = marked.indexOf('|');
  const doc = parseDockerfile(new SourceText(marked.replace('|', '')));
  return { doc, name: nameAt(doc, offset) };
}

/** The text after a rename to NEW, the reason why there is none, or undefined where there is no name. */
function renamed(marked: string, newName = 'NEW'): string | undefined {
  const { doc, name } = find(marked);
  if (name === undefined) return undefined;
  const refused = whyNotRenamed(doc, name, newName);
  if (refused !== undefined) return refused;
  const spans = name.places.filter((place) => !place.byIndex).map(({ span }) => span);
  return applyEdits(
    doc.source.text,
    spans.map((span) => ({ span, text: newName })),
  );
}

/** Renames from every place of the name lead to the same text. */
function same(marked: string, after: string): void {
  expect(renamed(marked)).toBe(after);
  const { doc, name } = find(marked);
  for (const { span } of name!.places) {
    const { text } = doc.source;
    expect(renamed(`${text.slice(0, span.start)}|${text.slice(span.start)}`)).toBe(after);
  }
}

describe('a stage', () => {
  test('is renamed with FROM, COPY, mounts and triggers, whatever their case', () => {
    same(
      `FROM node:24 AS bui|ld
RUN make
FROM Build AS test
ONBUILD COPY --from=build /a /b
FROM nginx
COPY --chown=1 --from=BUILD /a /a
COPY --from=0 /b /b
RUN --mount=type=cache,target=/c --mount=type=bind,from=build,target=/build \\
  --mount=from="build",target=/d cp /build/x build
`,
      `FROM node:24 AS NEW
RUN make
FROM NEW AS test
ONBUILD COPY --from=NEW /a /b
FROM nginx
COPY --chown=1 --from=NEW /a /a
COPY --from=0 /b /b
RUN --mount=type=cache,target=/c --mount=type=bind,from=NEW,target=/build \\
  --mount=from="NEW",target=/d cp /build/x build
`,
    );
  });

  test('is told apart from an image of that name above it', () => {
    same('FROM build\nFROM a AS |build\nFROM build\n', 'FROM build\nFROM a AS NEW\nFROM NEW\n');
  });

  test.each([
    ['a variable names it too', 'ARG B=build\nFROM a AS |build\nFROM $B\n', 'variable'],
    ['another stage has its name', 'FROM a AS |build\nFROM b AS build\nCOPY --from=build /a /a\n', 'Two stages'],
  ])('is not renamed where %s', (_, text, reason) => {
    expect(renamed(text)).toContain(reason);
  });

  test.each(['1st', 'a b', '', 'scratch', '-x', 'other', 'NGINX', 'böse'])('is not renamed to %j', (name) => {
    expect(renamed('FROM a AS |build\nFROM b AS other\nFROM nginx\nCOPY --from=build /a /a\n', name)).toMatch(/\.$/);
  });

  test('is defined by its alias, also where an index names it', () => {
    const { name } = find('FROM a AS build\nFROM b\nCOPY --from=|0 /a /a\n');
    expect(name?.definition).toEqual({ start: 10, end: 15 });
  });
});

describe('a variable', () => {
  test('that is global takes its redeclarations along, and not a name of its own in another stage', () => {
    same(
      `ARG |V=24
ARG W=$V
FROM node:\${V}-slim AS a
RUN echo $V
FROM node:\${V:-22}
ARG V
ARG V=$V-x
LABEL v="$V" w='$V'
RUN --mount=type=cache,id=$V,target=/V echo "v\${V%x}" \\
  # about $V
  $VV V $V
FROM alpine
ENV V=own
RUN echo $V
`,
      `ARG NEW=24
ARG W=$NEW
FROM node:\${NEW}-slim AS a
RUN echo $V
FROM node:\${NEW:-22}
ARG NEW
ARG NEW=$NEW-x
LABEL v="$NEW" w='$V'
RUN --mount=type=cache,id=$NEW,target=/V echo "v\${NEW%x}" \\
  # about $V
  $VV V $NEW
FROM alpine
ENV V=own
RUN echo $V
`,
    );
  });

  test('of a stage is that of the stages built from it', () => {
    same(
      'FROM a AS x\nENV |V=1 W=$V\nFROM b\nRUN echo $V\nFROM x\nWORKDIR /$V\nENV V $V/a\nCMD echo $V\n',
      'FROM a AS x\nENV NEW=1 W=$V\nFROM b\nRUN echo $V\nFROM x\nWORKDIR /$NEW\nENV NEW $NEW/a\nCMD echo $NEW\n',
    );
  });

  test('stands in scripts, in heredocs that a shell expands, and in COPY', () => {
    same(
      `FROM a
ARG |V=1
RUN <<EOF
# it's $W
echo $V "\${#V}"
EOF
RUN cat 3<<EOF 4<<-X
'$V'
EOF
	\${V}
	X
COPY <<EOF /x
"$V"
EOF
ONBUILD RUN echo $V
`,
      `FROM a
ARG NEW=1
RUN <<EOF
# it's $W
echo $NEW "\${#NEW}"
EOF
RUN cat 3<<EOF 4<<-X
'$NEW'
EOF
	\${NEW}
	X
COPY <<EOF /x
"$NEW"
EOF
ONBUILD RUN echo $NEW
`,
    );
  });

  test('of a trigger is that of the stage that is built from it', () => {
    same(
      'FROM a AS b\nONBUILD ARG |V=1\nONBUILD RUN $V\nFROM b\nRUN $V\n',
      'FROM a AS b\nONBUILD ARG NEW=1\nONBUILD RUN $NEW\nFROM b\nRUN $NEW\n',
    );
  });

  test.each([
    ['the shell sets it', 'RUN V=2 && echo $V'],
    ['the shell exports it', 'RUN export A V; echo $V'],
    ['a loop sets it', 'RUN for V in a b; do echo $V; done'],
    ['it is read', 'RUN read -r V'],
    ['it is taken for a number', 'RUN echo $((V + 1))'],
    ['quotes may keep it for another program', "RUN sh -c 'echo $V'"],
    ['it is escaped', 'RUN echo "\\$V" > run.sh'],
    ['the exec form names it', 'RUN ["sh", "-c", "echo $V"]'],
    ['another program gets it', 'RUN <<EOF\n#!/usr/bin/env python3\nprint(environ["V"])\nEOF'],
    ['a quoted heredoc names it', "RUN cat <<'EOF'\n$V\nEOF"],
    ['a file names it that is written', "COPY <<'EOF' /run.sh\n$V\nEOF"],
    ['a shell of another kind runs', 'SHELL ["pwsh", "-c"]\nRUN echo $env:V'],
  ])('is not renamed where %s', (_, line) => {
    expect(renamed(`FROM a\nENV |V=1\nRUN echo $V\n${line}\n`)).toMatch(/\.$/);
  });

  test('is not renamed when Docker knows it by its name', () => {
    for (const name of ['TARGETARCH', 'HTTP_PROXY', 'PATH', 'BUILDKIT_SYNTAX']) {
      expect(renamed(`FROM a\nARG |${name}\nRUN echo $${name}\n`)).toMatch(/\.$/);
    }
    expect(renamed('ARG |TARGETARCH\nFROM a:$TARGETARCH\n')).toMatch(/\.$/);
  });

  test.each(['1A', 'a b', '', 'A-B', 'OTHER', 'USED', 'TARGETOS'])('is not renamed to %j', (name) => {
    expect(renamed('FROM a\nARG |V=1 OTHER=2\nRUN echo $V ${USED}\n', name)).toMatch(/\.$/);
  });

  test('that names a stage is a variable all the same', () => {
    same('ARG B=build\nFROM a AS build\nFROM $|B\n', 'ARG NEW=build\nFROM a AS build\nFROM $NEW\n');
  });

  test('of five thousand declarations is one variable', () => {
    const lines = 'ENV V=$V:a\nRUN echo $V\n'.repeat(5_000);
    const { name } = find(`FROM a\nENV |V=1\n${lines}`);
    expect(name?.places).toHaveLength(15_001);
  });

  test('is defined where it was set last', () => {
    const { name, doc } = find('ARG V=1\nFROM a\nARG V\nENV V=2\nRUN echo $|V\n');
    expect(doc.source.text.slice(0, name?.definition.start)).toBe('ARG V=1\nFROM a\nARG V\nENV ');
    expect(find('FROM a\nARG V=1\nRUN echo |V $V\n').name).toBeUndefined();
    expect(find('FROM a\nRUN echo $|V\n').name).toBeUndefined();
    expect(find('FROM a\nARG V\nCMD echo $|V\n').name).toBeUndefined();
  });

  test('is found with CRLF, another escape character, and inside a continued line', () => {
    same(
      '# escape=`\r\nFROM alpine:3.22\r\nARG |V=1\r\nRUN echo `\r\n  $V `\r\n  ${V}\r\n',
      '# escape=`\r\nFROM alpine:3.22\r\nARG NEW=1\r\nRUN echo `\r\n  $NEW `\r\n  ${NEW}\r\n',
    );
  });
});

test('any text at any place answers', () => {
  const text =
    'ARG A=$A\nFROM $A AS a\nFROM a\nENV A=$A${A:-$A} B\nRUN $A <<A\n$A\nA\nCOPY --from=a $ ${\nONBUILD ARG A\nRUN [';
  for (let end = 0; end <= text.length; end++) {
    const doc = parseDockerfile(new SourceText(text.slice(0, end)));
    for (let at = 0; at <= end; at++) {
      const name = nameAt(doc, at);
      if (name === undefined) continue;
      expect(name.places.some(({ span }) => span.start <= at && at <= span.end)).toBe(true);
      expect(() =>
        applyEdits(
          doc.source.text,
          name.places.map(({ span }) => ({ span, text: 'x' })),
        ),
      ).not.toThrow();
    }
  }
});
