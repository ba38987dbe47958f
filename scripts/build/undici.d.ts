// Inner modules of undici, which has types for its entry point only.
declare module "undici/lib/*";
