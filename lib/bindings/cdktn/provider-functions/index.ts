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
  * Makes the id by which `dialog360_channel_ctwa_tracking` is imported: `CHANNEL`, `CLIENT/CHANNEL` or `PARTNER/CLIENT/CHANNEL`, as far as ids are given. The function `parse_channel_import_id` takes it apart again.
  * @param {string | IResolvable} partnerId - Id of the partner who has the channel. Null for the partner of the provider's settings. Pass cdktn.Token.nullValue() for an explicit Terraform null.
  * @param {string | IResolvable} clientId - Id of the client whom the channel belongs to. Null for the client that the hub names; not null beside a `partner_id`. Pass cdktn.Token.nullValue() for an explicit Terraform null.
  * @param {string} channelId - Id of the channel.
  * @returns {string}
  */
  public channelImportId(partnerId: string | cdktn.IResolvable, clientId: string | cdktn.IResolvable, channelId: string): string {
    return cdktn.Token.asString(cdktn.TerraformProviderFunction.invoke(this.providerLocalName, "channel_import_id", [partnerId, clientId, channelId]));
  }

  /**
  * Takes an id by which `dialog360_channel_ctwa_tracking` is imported apart: an object with `partner_id`, `client_id` and `channel_id`, null where the import id does not name one. It is the reverse of the function `channel_import_id`.
  * @param {string} id - Import id: `CHANNEL`, `CLIENT/CHANNEL` or `PARTNER/CLIENT/CHANNEL`.
  * @returns {object}
  */
  public parseChannelImportId(id: string): cdktn.IResolvable {
    return cdktn.TerraformProviderFunction.invoke(this.providerLocalName, "parse_channel_import_id", [id]);
  }
}
