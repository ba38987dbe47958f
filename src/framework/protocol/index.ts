// Terraform's plugin protocol 6: generated messages, and the encoding of values, schemas and diagnostics.
// Must never know: processes, sockets, what a provider does.
// Next: dynamic-value.ts, then encode-value.ts and decode-value.ts.
export { toAttributePath, toDiagnosticMessages } from "./diagnostic-message";
export { fromDynamicValue, toDynamicValue } from "./dynamic-value";
export { type Described, toSchemaMessage } from "./schema-message";
export { decodeStateJson } from "./state-json/decode-state-json";
