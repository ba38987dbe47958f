import type { TrackingReport } from "../tracking-report";
import { renderHtml } from "./html";
import { renderJson } from "./json";
import { renderJunit } from "./junit";
import { renderMarkdown } from "./markdown";
import { renderTable } from "./table";

/** A form in which a report is written. */
export interface Format {
  readonly render: (report: TrackingReport) => string;
  /** Ending of its file. */
  readonly extension: string;
  /** Whether it only shows what the hub lists. */
  readonly needsHub: boolean;
}

/** Every form, by the word that `--format` takes. */
export const formats = {
  table: { render: renderTable, extension: "txt", needsHub: false },
  json: { render: renderJson, extension: "json", needsHub: false },
  markdown: { render: renderMarkdown, extension: "md", needsHub: false },
  html: { render: renderHtml, extension: "html", needsHub: false },
  junit: { render: renderJunit, extension: "xml", needsHub: true },
} satisfies Readonly<Record<string, Format>>;

/** A word that `--format` takes. */
export type FormatName = keyof typeof formats;
