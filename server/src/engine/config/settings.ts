import type { Rule } from '../rule.js';
import { readProfile } from './file.js';
import { fromJson } from './node.js';
import type { ConfigLayer, Origin } from './types.js';
import { complaints, readStrings, readWishes } from './wishes.js';

/**
 * The layer of values that are no file: the editor's settings, or flags of the command line.
 * `profile` and `rules` have the form that a configuration file gives them; undefined and null say nothing.
 * `messages` are the mistakes, one sentence each; what is right still counts. Never throws.
 */
export function layerOfSettings(
  settings: { readonly profile?: unknown; readonly rules?: unknown; readonly composeFiles?: unknown },
  origin: Origin,
  rules: readonly Rule[],
): { readonly layer: ConfigLayer; readonly messages: readonly string[] } {
  const { problems, complain } = complaints();
  const wishes = readWishes(fromJson(settings.rules ?? null), rules, complain, () => undefined);
  const profile =
    settings.profile == null || settings.profile === '' ? undefined : readProfile(fromJson(settings.profile), complain);
  const composeFiles = settings.composeFiles == null ? [] : readStrings(fromJson(settings.composeFiles));
  if (composeFiles === undefined) complain({ start: 0, end: 0 }, '"composeFiles" is a list of file patterns.');
  return {
    layer: {
      origin,
      ...(profile === undefined ? {} : { profile }),
      ...(composeFiles === undefined || composeFiles.length === 0 ? {} : { composeFiles }),
      rules: wishes,
      exclude: [],
      overrides: [],
    },
    messages: problems.map(({ message }) => message),
  };
}
