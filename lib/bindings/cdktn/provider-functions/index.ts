// generated from provider function schema

import * as cdktn from 'cdktn';

/**
* Provider-defined functions of the dialog360 provider.
*/
export class Dialog360ProviderFunctions {
  private readonly providerLocalName: string;

  /**
  * @param providerLocalName The local name of the provider in required_providers; defaults to the registry short name. Override when the provider is declared under a different local name — aliases do not change the namespace, local names do.
  */
  constructor(providerLocalName: string) {
    this.providerLocalName = providerLocalName;
  }

  /**
  * Builds the import id of a `dialog360_channel_ctwa_tracking`: `CHANNEL`, `CLIENT/CHANNEL` or `PARTNER/CLIENT/CHANNEL`. The function `parse_channel_import_id` is the reverse.
  * @param {string | IResolvable} partnerId - Id of the partner; null for the partner of the provider's settings. Pass cdktn.Token.nullValue() for an explicit Terraform null.
  * @param {string | IResolvable} clientId - Id of the client; null for the client that the hub names. It is required with a `partner_id`. Pass cdktn.Token.nullValue() for an explicit Terraform null.
  * @param {string} channelId - Id of the channel.
  * @returns {string}
  */
  public channelImportId(partnerId: string | cdktn.IResolvable, clientId: string | cdktn.IResolvable, channelId: string): string {
    return cdktn.Token.asString(cdktn.TerraformProviderFunction.invoke(this.providerLocalName, "channel_import_id", [partnerId, clientId, channelId]));
  }

  /**
  * Parses the import id of a `dialog360_channel_ctwa_tracking` into an object with `partner_id`, `client_id` and `channel_id`; ids that it does not name are null. The function `channel_import_id` is the reverse.
  * @param {string} id - Import id: `CHANNEL`, `CLIENT/CHANNEL` or `PARTNER/CLIENT/CHANNEL`.
  * @returns {object}
  */
  public parseChannelImportId(id: string): cdktn.IResolvable {
    return cdktn.TerraformProviderFunction.invoke(this.providerLocalName, "parse_channel_import_id", [id]);
  }
}
