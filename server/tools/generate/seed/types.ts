/** A code block or table of the document that the guide came from, in our words. */
export interface SeedBlock {
  readonly what: string;
  /** Ids of the snippets that insert it as it is written today. */
  readonly snippets?: readonly string[];
  /** Rules that notice it missing or done wrong. */
  readonly rules?: readonly string[];
  /** Every other rule that leads to this file of the guide notices it too. */
  readonly pageRules?: true;
  /** What a hover explains in it: `COPY`, `COPY --from`, `RUN --mount=type=cache`, `services.*.ports`, or a word of `things`. */
  readonly hovers?: readonly string[];
  /** Why a cell is empty. */
  readonly without?: Partial<Readonly<Record<'snippets' | 'rules' | 'fixes' | 'hovers', string>>>;
}

export interface SeedHeading {
  readonly heading: string;
  /** File of the guide. */
  readonly guide: string;
  readonly blocks: readonly SeedBlock[];
}

export interface SeedPart {
  readonly heading: string;
  readonly headings: readonly SeedHeading[];
}

/** What a hover explains that no table of keywords, flags or keys names. */
export const things = ['an image', 'a stage', 'a variable', 'an ignore pattern', 'a service', 'a network', 'a volume'];
