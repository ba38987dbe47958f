// A Terraform provider framework for TypeScript: builders for providers and everything that they offer.
// Must never know: 360dialog, HTTP.
// Read next: provider.ts and resource.ts for what an author writes, serve.ts for what Terraform meets.
export { type DataSource, dataSource } from "./data-source";
export { type Diagnostic, DiagnosticError, Diagnostics } from "./diagnostics";
export { type EphemeralResource, ephemeralResource } from "./ephemeral-resource";
export { type ProviderFunction, parameter, providerFunction } from "./function";
export type { Logger } from "./logger";
export { isStartedByTerraform } from "./plugin";
export type { Json, PrivateState } from "./private-state";
export { type Provider, provider } from "./provider";
export { registryHosts } from "./registry-hosts";
export { type Context, type Resource, resource } from "./resource";
export {
  type BuiltSchema,
  bool,
  duration,
  listNested,
  mapNested,
  matches,
  number,
  ofType,
  oneOf,
  type PlannedOf,
  type StateOf,
  setNested,
  singleNested,
  string,
  timeouts,
  tryParseDuration,
  type UncertainOf,
  type Validator,
} from "./schema";
export { providerSchemaJson } from "./schema-json";
export { type InProcessServer, serve, serveInProcess } from "./serve";
export { at, isUnknown, type NumberValue, type Path, types, UNKNOWN, Unknown } from "./value";
