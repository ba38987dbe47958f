// Inner modules of undici, which has types for its entry point only.
declare module "undici/lib/dispatcher/dispatcher";
declare module "undici/lib/api";
declare module "undici/lib/dispatcher/env-http-proxy-agent";
