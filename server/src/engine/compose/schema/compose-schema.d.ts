/**
 * The Compose specification's own JSON schema, out of the dev dependency dclint. tsconfig.json and vitest.config.mjs put
 * `node_modules/dclint/schemas/compose.schema.json` in its place: the package exports no such path.
 */
declare module 'compose-schema' {
  const schema: object;
  export default schema;
}
