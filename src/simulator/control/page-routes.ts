import type { Context, Hono } from "hono";

// Nothing but the page's own files: no inline script, no other site, no frame around it.
const headers = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};

/** The files that the control page loads. */
export function pageRoutes(app: Hono): void {
  app.get("/page.css", (context) => answerPageFile(context, "page.css"));
  app.get("/browser/:script", (context) => answerPageFile(context, `browser/${context.req.param("script")}`));
}

/** Answers a file of the page ("" is the page); they are loaded when somebody asks for the first of them. */
export async function answerPageFile(context: Context, name: string): Promise<Response> {
  const { pageFiles } = await import("./page");
  const file = pageFiles.get(name);
  return file === undefined
    ? context.notFound()
    : context.body(file.text, 200, { "content-type": file.type, ...headers });
}

/** Whether the caller prefers a page to JSON. */
export function wantsPage(headers: Headers): boolean {
  return /\btext\/html\b/.test(headers.get("accept") ?? "");
}
