import { describe, expect, it } from 'vitest';
import { codes, covered, first, parse } from './helpers.js';

const marks = (line: string) => first(`${line}\nEOF\n`).heredocs.map((h) => h.name);

describe('heredocs', () => {
  it('reads the body up to the terminator and goes on behind it', () => {
    const text = 'RUN <<EOF cat\nFROM x\n# no comment \\\nEOF\nUSER a\n';
    const { instructions, comments } = parse(text);
    expect(instructions.map((i) => i.keyword)).toEqual(['RUN', 'USER']);
    expect(comments).toEqual([]);
    const [heredoc] = instructions[0]!.heredocs;
    expect(heredoc!.body.text).toBe('FROM x\n# no comment \\\n');
    expect(covered(text, heredoc!.span)).toBe('<<EOF');
    expect(covered(text, heredoc!.terminatorSpan!)).toBe('EOF');
    expect(covered(text, instructions[0]!.span).endsWith('\nEOF')).toBe(true);
    expect(covered(text, instructions[0]!.lineSpan)).toBe('RUN <<EOF cat');
  });

  it('knows quoted names, chomping and file descriptors', () => {
    const [a] = first('RUN 3<<-"E F" cat\n\ta\n\t\tE F\n').heredocs;
    expect(a).toMatchObject({ name: 'E F', chomp: true, expand: false, fileDescriptor: 3 });
    expect(a!.body.text).toBe('a\n');
    expect(first('RUN <<EOF\nEOF').heredocs[0]).toMatchObject({ expand: true, chomp: false, fileDescriptor: 0 });
    expect(first("RUN <<E'O'F\nEOF").heredocs[0]).toMatchObject({ name: 'EOF', expand: false });
  });

  it('maps a chomped body to the document', () => {
    const text = 'COPY <<-E /x\n\ta\n\t\tb\nE\n';
    const [heredoc] = first(text).heredocs;
    expect(heredoc!.body.text).toBe('a\nb\n');
    expect(text.charAt(heredoc!.body.offset(2))).toBe('b');
  });

  it('reads several, one behind the other', () => {
    const text = 'COPY <<a <<b /x/\n1\na\n2\nb\nUSER x';
    expect(parse(text).instructions[0]!.heredocs.map((h) => [h.name, h.body.text])).toEqual([
      ['a', '1\n'],
      ['b', '2\n'],
    ]);
    expect(parse(text).instructions).toHaveLength(2);
  });

  it('keeps CRLF inside a body and finds its terminator', () => {
    const [heredoc] = first('RUN <<EOF\r\na\r\nEOF\r\nUSER x').heredocs;
    expect(heredoc!.body.text).toBe('a\r\n');
  });

  it('reads those of an ONBUILD trigger', () => {
    const { instructions } = parse('ONBUILD RUN <<EOF\na\nEOF\nUSER x');
    expect(instructions).toHaveLength(2);
    expect(instructions[0]!.trigger!.heredocs[0]!.body.text).toBe('a\n');
  });

  it.each([
    ['here-strings', 'RUN cat <<<EOF'],
    ['arithmetic', 'RUN echo $((1<<2))'],
    ['quoted marks', 'RUN echo "<<EOF"'],
    ['escaped marks', 'RUN echo \\<\\<EOF'],
    ['marks behind a word', 'RUN cat<<EOF'],
    ['a line whose quotes do not match', "RUN cat <<EOF && echo it's"],
    ['an operator that Docker does not know', 'RUN cat <<EOF ${A^^}'],
    ['the JSON form', 'RUN ["cat", "<<EOF"]'],
    ['other instructions', 'CMD cat <<EOF'],
    ['a trigger within a trigger', 'ONBUILD ONBUILD RUN <<EOF'],
    ['no name', 'RUN cat <<'],
    ['an empty name', 'RUN cat <<""'],
  ])('sees none in %s', (_, line) => {
    expect(marks(line)).toEqual([]);
  });

  it.each([
    ['a blank before the name', 'RUN cat << EOF', 'EOF'],
    ['a subshell', 'RUN (cat <<EOF )', 'EOF'],
    ['a name that starts with a variable', 'RUN <<$X', '$X'],
    ['a name glued to what follows', 'RUN cat <<EOF>out', 'EOF>out'],
    ['spaced arithmetic', 'RUN echo $(( 1<<2 ))', '2'],
  ])('sees one in %s', (_, line, name) => {
    expect(marks(line)).toEqual([name]);
  });

  it('ends an unfinished one before the next instruction, and reports it', () => {
    const text = 'RUN <<EOF\necho\nfrom here\nCOPY a b\n';
    expect(parse(text).instructions.map((i) => i.keyword)).toEqual(['RUN', 'COPY']);
    expect(codes(text)).toEqual(['unterminated-heredoc']);
    expect(parse(text).problems[0]!.word).toBe('EOF');
  });
});
