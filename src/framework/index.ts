// A Terraform provider framework for TypeScript: builders for providers and everything that they offer.
// It must never know 360dialog or HTTP.
// Next: define/provider.ts and define/resource.ts for what an author writes, serve.ts for what Terraform starts.
// biome-ignore-all assist/source/organizeImports: exports stand in groups, by what an author needs them for.

import "./start";

// What a provider offers, and what the functions of each part get.
export { type Action, type ActionDefinition, action, type InvokeContext } from "./define/action";
export type { PlanActionContext } from "./define/action";
export { type DataSource, type DataSourceDefinition, dataSource } from "./define/data-source";
export type { ReadDataSourceContext } from "./define/data-source";
export { type EphemeralResource, ephemeralResource } from "./define/ephemeral-resource";
export type { EphemeralResourceDefinition } from "./define/ephemeral-resource";
export type { CloseContext, OpenContext, RenewContext } from "./define/ephemeral-resource";
export { type FunctionDefinition, type ProviderFunction, parameter } from "./define/function";
export { providerFunction } from "./define/function";
export { type ListContext, type Listed, type ListResource, listResource } from "./define/list-resource";
export { type ConfigureContext, type Provider, type ProviderDefinition, provider } from "./define/provider";
export type { Identity, IdentityOf, IdentityUpgrade } from "./define/identity";
export { type DefinedResource, type Resource, type ResourceDefinition, resource } from "./define/resource";
export { moveFrom, type StateMove, type StateUpgrade, upgradeFrom } from "./define/resource";
export type { CheckPlanContext, PlanContext, PlanDestroyContext, ValidateContext } from "./define/resource";
export type { Context, CreateContext, DeleteContext, ImportContext } from "./define/resource";
export type { ReadContext, UpdateContext, WriteContext } from "./define/resource";

// Schemas.
export { bool, customType, dynamic, number, ofType, string, timeouts } from "./schema";
export { listNested, mapNested, setNested, singleNested } from "./schema";
export { groupBlock, listBlock, mapBlock, setBlock, singleBlock } from "./schema";
export { atLeast, atMost, between, lengthBetween, matches, oneOf, sizeBetween } from "./schema";
export { cidr, duration, json, rfc3339, tryParseDuration, url, uuid } from "./schema";
export { alsoRequires, atLeastOneOf, type ConfigRule, conflictsWith, exactlyOneOf } from "./schema";
export type { Open, PartialReplaceRule, PartialValidator, ReplaceRule, TypeTraits } from "./schema";
export type { Validator } from "./schema";
export type { BlockOptions, Options } from "./schema";
export type { BuiltSchema, ImportedOf, PlannedOf, StateOf, UncertainOf } from "./schema";

// Values.
export { at, inBlock, isUnknown, type Path, types, UNKNOWN, Unknown } from "./value";
export { Dynamic, ExactNumber, type NumberValue } from "./value";
export { fillUnknowns } from "./define/fill-unknowns";

// What an operation reports and keeps.
export { type Diagnostic, DiagnosticError, Diagnostics } from "./diagnostics";
export type { Logger } from "./logger";
export { type Json, PrivateState } from "./define/private-state";

// Serving and checking.
export { checkProvider } from "./define/check-provider";
export { isStartedByTerraform } from "./plugin";
export { registryHosts } from "./registry-hosts";
export { providerSchemaJson } from "./define/schema-json";
export { type InProcessServer, serve, serveInProcess } from "./serve";
