/**
 * The Compose specification's own JSON schema, out of the dev dependency dclint. esbuild and vitest put
 * `node_modules/dclint/schemas/compose.schema.json` in its place: the package exports no such path.
 */
declare module 'compose-schema' {
  const schema: object;
  export default schema;
}
