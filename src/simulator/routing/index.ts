// What a route is: the table of all routes, a request taken apart, an answer as plain data, and the shapes of errors.
// It must never know how a route answers: hub and signals hold that.
// Read routes.ts next, the table.
export { type Answer, type JsonObject, json, Refusal, text, toResponse } from "./answer";
export { type Api, errorAt, hubError, signalsError, tokenError } from "./api-errors";
export type { Call, Handler, Route } from "./route";
export { type ApiName, basePaths, type RouteEntry, type RouteName, type RouteOf, routes } from "./routes";
