import raw from 'compose-schema';
import { overlay, withOverlay } from './overlay.js';

/** The part of JSON Schema (draft 7) that the schema of Compose uses; a test holds that it uses nothing else. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly uniqueItems?: boolean;
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly default?: unknown;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

let known: JsonSchema | undefined;

/** The schema of a Compose file: that of the specification, and what newer versions of Compose know besides. */
export function composeSchema(): JsonSchema {
  known ??= withOverlay(raw, overlay);
  return known;
}
