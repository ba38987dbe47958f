import { DiagnosticError, parameter, providerFunction, types } from "../../framework";
import { IMPORT_ID_FORMS, tryParseChannelImportId } from "../channels";
import { titles } from "../titles";

/** Parses the import id of a channel. */
export const parseChannelImportId = providerFunction({
  name: "parse_channel_import_id",
  summary: "Parses the import id of a channel.",
  description:
    "Parses the import id of a `dialog360_channel_ctwa_tracking` into an object with `partner_id`, `client_id` and `channel_id`; ids that it does not name are null. The function `channel_import_id` is the reverse.",
  parameters: {
    id: parameter(types.string, {
      description: "Import id: `CHANNEL`, `CLIENT/CHANNEL` or `PARTNER/CLIENT/CHANNEL`.",
    }),
  },
  returns: types.object({ partner_id: types.string, client_id: types.string, channel_id: types.string }),
  call({ id }) {
    const found = tryParseChannelImportId(id);
    // Terraform shows the argument's value itself, unless it is sensitive.
    if (found === undefined) throw new DiagnosticError(titles.invalidImportId, `${IMPORT_ID_FORMS}.`, "id");
    return found;
  },
});
