import { DiagnosticError, parameter, providerFunction, types } from "../../framework";
import { formatChannelImportId, IMPORT_ID_FORMS } from "../channels";
import { ID_RULE, isId } from "../validators";

/** Builds the import id of a channel. */
export const channelImportId = providerFunction({
  name: "channel_import_id",
  summary: "Builds the import id of a channel from its ids.",
  description:
    "Builds the import id of a `dialog360_channel_ctwa_tracking`: `CHANNEL`, `CLIENT/CHANNEL` or `PARTNER/CLIENT/CHANNEL`. The function `parse_channel_import_id` is the reverse.",
  parameters: {
    partner_id: parameter(types.string, {
      nullable: true,
      description: "Id of the partner; null for the partner of the provider's settings.",
    }),
    client_id: parameter(types.string, {
      nullable: true,
      description:
        "Id of the client; null for the client that the hub names. It is required with a `partner_id`.",
    }),
    channel_id: parameter(types.string, { description: "Id of the channel." }),
  },
  returns: types.string,
  call(ids) {
    for (const [name, id] of Object.entries(ids)) {
      if (id !== null && !isId(id))
        throw new DiagnosticError("Invalid id", `${name} must be ${ID_RULE}.`, name);
    }
    if (ids.partner_id !== null && ids.client_id === null) {
      throw new DiagnosticError(
        "Missing client",
        `An import id with a partner also needs the client. ${IMPORT_ID_FORMS}.`,
        "client_id",
      );
    }
    return formatChannelImportId(ids);
  },
});
