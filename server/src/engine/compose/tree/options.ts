/** Scalars stay texts, and their values are read as Compose reads them; keys that come twice are looked for later. */
export const yamlOptions = {
  schema: 'failsafe',
  uniqueKeys: false,
  merge: false,
  prettyErrors: false,
  logLevel: 'silent',
  keepSourceTokens: true,
} as const;
