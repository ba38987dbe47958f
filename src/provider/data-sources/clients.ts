import { dataSource, mapNested, string } from "../../framework";
import { partnerOf } from "../partner";
import type { Session } from "../session";
import { filled } from "../validators";
import { clientAttributes, clientValues } from "./client-attributes";
import { computed, includeJsonAttribute, partnerAttribute, readTimeouts } from "./data-attributes";
import { warnOfFewer } from "./fewer-rows";

const only = (description: string) => string({ optional: true, validate: [filled], description });

const here = "Filtered by the provider, which reads all clients.";

/** All clients of a partner that match a filter. */
export const clients = dataSource<Session>()({
  type: "clients",
  description: "All clients of the partner, or those that match all filters that are set.",
  schema: {
    partner_id: partnerAttribute,
    name: only("Only clients with this name."),
    status: only("Only clients with this status, such as `active`."),
    business_vertical: only("Only clients with this business vertical, such as `Retail`."),
    timezone: only("Only clients with this time zone, such as `Europe/Berlin`."),
    webpage_url: only("Only clients with this web page."),
    language: only("Only clients with this language, such as `en`."),
    country: only("Only clients in this country, such as `DE`."),
    city: only("Only clients in this city."),
    zip_code: only("Only clients with this zip code."),
    organisation: only(`Only clients of this organisation. ${here}`),
    partner_payload: only(`Only clients with this note of the partner. ${here}`),
    contact_email: only(
      `Only clients with this e-mail address, their own or their contact's, in any case. ${here}`,
    ),
    include_json: includeJsonAttribute,
    clients: mapNested(
      {
        client_id: computed("Id of the client, such as `exampleCL`."),
        name: computed("Name of the client."),
        ...clientAttributes,
      },
      { computed: true, description: "The clients, by id." },
    ),
    timeouts: readTimeouts,
  },
  async read({ config, client, signal, deadline, diagnostics }) {
    const partnerId = partnerOf(config.partner_id, client);
    const filter = {
      name: config.name,
      status: config.status,
      businessVertical: config.business_vertical,
      timezone: config.timezone,
      webpageUrl: config.webpage_url,
      language: config.language,
      country: config.country,
      city: config.city,
      zipCode: config.zip_code,
      organisation: config.organisation,
      partnerPayload: config.partner_payload,
      contactEmail: config.contact_email,
    };
    const withJson = config.include_json === true;
    const onFewer = warnOfFewer(diagnostics, "clients");
    const options = { signal, deadline, withJson, onFewer };
    const found = await client.api.clients.list(partnerId, filter, options);
    const entries = found.map(
      (one) => [one.id, { client_id: one.id, name: one.name, ...clientValues(one) }] as const,
    );
    return { ...config, partner_id: partnerId, clients: new Map(entries) };
  },
});
