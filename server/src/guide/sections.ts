/** Written by the generator from guide/*.md. */
export type GuideSection = string;
