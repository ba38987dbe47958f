// Files that the bundler and the tests hand over as their text.
declare module "*.html" {
  const text: string;
  export default text;
}

declare module "*.css" {
  const text: string;
  export default text;
}

declare module "*.browser.mjs" {
  const text: string;
  export default text;
}
