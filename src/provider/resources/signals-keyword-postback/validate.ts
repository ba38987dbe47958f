import { isUnknown, type ValidateContext } from "../../../framework";
import type { schema } from "./schema";

/** Refuses a block that names no URL or two, or a version without its write-only URL. */
export function validatePostback({ config, diagnostics }: ValidateContext<typeof schema>): void {
  const { url, url_wo: writeOnly, url_wo_version: version } = config;
  if (isUnknown(url) || isUnknown(writeOnly)) return;
  if (url === null && writeOnly === null) {
    diagnostics.error("Missing URL", `Set either url or url_wo: ${WHICH}`);
  } else if (url !== null && writeOnly !== null) {
    diagnostics.error("URL given twice", `Set either url or url_wo, not both: ${WHICH}`, "url_wo");
  }
  if (writeOnly !== null && version === null) {
    diagnostics.error(
      "Missing url_wo_version",
      "Terraform does not compare write-only values. Set url_wo_version, such as 1, and raise it to send a changed url_wo.",
      "url_wo",
    );
  } else if (writeOnly === null && version !== null && !isUnknown(version)) {
    diagnostics.error(
      "url_wo_version without url_wo",
      "url_wo_version says when url_wo is sent again. Set url_wo, or remove the version.",
      "url_wo_version",
    );
  }
}

const WHICH = "url is stored in the state, url_wo is not.";
