/** The scripts are plain JavaScript and are tested by what they do. */
declare module "*.mjs";
