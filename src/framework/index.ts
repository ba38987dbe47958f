// A Terraform provider framework for TypeScript: builders for providers and everything that they offer.
// Must never know: 360dialog, HTTP.
// Read next: provider.ts and resource.ts for what an author writes, serve.ts for what Terraform meets.
export { checkProvider } from "./check-provider";
export { type DataSource, dataSource } from "./data-source";
export { type Diagnostic, DiagnosticError, Diagnostics } from "./diagnostics";
export { type EphemeralResource, ephemeralResource } from "./ephemeral-resource";
export { type ProviderFunction, parameter, providerFunction } from "./function";
export type { Logger } from "./logger";
export { isStartedByTerraform } from "./plugin";
export type { Json, PrivateState } from "./private-state";
export { type Provider, provider } from "./provider";
export { registryHosts } from "./registry-hosts";
export { type Context, type Resource, resource, type StateUpgrade, upgradeFrom } from "./resource";
export {
  type BuiltSchema,
  bool,
  duration,
  dynamic,
  groupBlock,
  listBlock,
  listNested,
  mapBlock,
  mapNested,
  matches,
  number,
  ofType,
  oneOf,
  type PlannedOf,
  type StateOf,
  setBlock,
  setNested,
  singleBlock,
  singleNested,
  string,
  timeouts,
  tryParseDuration,
  type UncertainOf,
  type Validator,
} from "./schema";
export { providerSchemaJson } from "./schema-json";
export { type InProcessServer, serve, serveInProcess } from "./serve";
export {
  at,
  Dynamic,
  ExactNumber,
  inBlock,
  isUnknown,
  type NumberValue,
  type Path,
  types,
  UNKNOWN,
  Unknown,
} from "./value";
