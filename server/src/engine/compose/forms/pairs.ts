import type { Lookup } from '../interpolation/substitute.js';
import type { Span } from '../../text/span.js';
import type { ComposeNode } from '../tree/types.js';
import { Cut, itemsOf, textField, unknownLookup } from './pieces.js';
import type { Field, FormProblem } from './types.js';

/** One `KEY=value` of a list, or one `KEY: value` of a mapping. */
export interface Pair {
  /** Of a mapping as written; of a list undefined where a variable stands in it. */
  readonly key: string | undefined;
  readonly keySpan: Span;
  /** Undefined where only the key is written, which takes the value of the shell. */
  readonly value: Field<string> | undefined;
  /** The item, or key to end of value. */
  readonly span: Span;
  /** What holds the value: the whole item in a list. */
  readonly node: ComposeNode | undefined;
  /** Brought by `<<`. */
  readonly merged: boolean;
}

export interface Pairs {
  readonly form: 'map' | 'list' | undefined;
  readonly pairs: readonly Pair[];
  readonly problems: readonly FormProblem[];
}

/**
 * The value of `environment`, `labels`, `args`, `sysctls` and others in one shape (compose-go, types/mapping.go,
 * transform/mapping.go). Never throws.
 */
export function readPairs(node: ComposeNode | undefined, lookup: Lookup = unknownLookup): Pairs {
  const problems: FormProblem[] = [];
  if (node === undefined || node.kind === 'scalar' || node.tag === 'reset')
    return { form: undefined, pairs: [], problems };
  if (node.kind === 'map') {
    const pairs = node.entries
      .filter(({ value }) => value?.tag !== 'reset')
      .map(({ key, keySpan, value, span, merged }) => ({
        key,
        keySpan,
        value: textField(value, lookup),
        span,
        node: value,
        merged,
      }));
    return { form: 'map', pairs, problems };
  }
  const pairs: Pair[] = [];
  for (const item of itemsOf(node)) {
    if (item.kind !== 'scalar') {
      problems.push({ code: 'invalid-pair', span: item.span, message: 'An item of this list is written KEY=value.' });
      continue;
    }
    const cut = new Cut(item, lookup);
    const sign = cut.masked.indexOf('=');
    const key = cut.field(0, sign < 0 ? cut.masked.length : sign);
    if (sign > 0 && /\s$/.test(key.value ?? '')) {
      const message = 'The blank in front of the = would be part of the name, so Compose refuses it.';
      problems.push({ code: 'name-with-blank', span: key.span, message });
    }
    const value = sign < 0 ? undefined : cut.field(sign + 1, cut.masked.length);
    pairs.push({ key: key.value, keySpan: key.span, value, span: item.span, node: item, merged: false });
  }
  return { form: 'list', pairs, problems };
}

/** One address of a host name. */
export interface ExtraHost {
  readonly host: Field<string>;
  readonly address: Field<string>;
  readonly span: Span;
}

/** The value of `extra_hosts` in one shape (compose-go, types/hostList.go). */
export function readExtraHosts(
  node: ComposeNode | undefined,
  lookup: Lookup = unknownLookup,
): { readonly hosts: readonly ExtraHost[]; readonly problems: readonly FormProblem[] } {
  const hosts: ExtraHost[] = [];
  const problems: FormProblem[] = [];
  const complain = (span: Span, message: string): void =>
    void problems.push({ code: 'invalid-extra-host', span, message });
  const check = ({ value, span }: Field<string>): void => {
    if (value === '') complain(span, 'The name of the host is missing.');
    else if (value !== undefined && /[:=]/.test(value)) complain(span, `${value} is no name of a host.`);
  };
  if (node?.kind === 'map') {
    for (const { key, keySpan, value, span } of node.entries) {
      const host = { value: key, span: keySpan };
      check(host);
      for (const item of itemsOf(value)) {
        const address = textField(item, lookup);
        if (address !== undefined) hosts.push({ host, address, span });
      }
    }
  } else if (node?.kind === 'list') {
    for (const item of itemsOf(node)) {
      if (item.kind !== 'scalar') continue;
      const cut = new Cut(item, lookup);
      const equals = cut.masked.indexOf('=');
      const sign = equals < 0 ? cut.masked.indexOf(':') : equals;
      const isUnknown = cut.whole().value === undefined;
      if (sign < 0) {
        if (!isUnknown) complain(item.span, 'The address is missing: a host is written name=address.');
        continue;
      }
      const host = cut.field(0, sign);
      check(host);
      hosts.push({ host, address: cut.field(sign + 1, cut.masked.length), span: item.span });
    }
  }
  return { hosts, problems };
}
