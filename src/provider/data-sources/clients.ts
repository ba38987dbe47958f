import { dataSource, mapNested, string } from "../../framework";
import { partnerOf } from "../partner";
import type { Session } from "../session";
import { filled } from "../validators";
import { clientAttributes, clientValues } from "./client-attributes";
import { computed, includeJsonAttribute, partnerAttribute, readTimeouts } from "./data-attributes";

const only = (description: string) => string({ optional: true, validate: [filled], description });

const here = "Looked at by the provider: all clients are read.";

/** All clients of a partner that match a filter. */
export const clients = dataSource<Session>()({
  type: "clients",
  description:
    "All clients of the partner, or those that match all of the filters that are set. All pages are read, and what the hub sends is filtered once more. People's names, e-mail addresses and phone numbers are left out unless `include_json` asks for them.",
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
    partner_payload: only(`Only clients at which the partner has noted this. ${here}`),
    contact_email: only(
      `Only clients that have this e-mail address themselves or for their contact, whatever its case. ${here}`,
    ),
    include_json: includeJsonAttribute,
    clients: mapNested(
      {
        client_id: computed("Id of the client, such as `exampleCL`."),
        name: computed("Name of the client."),
        ...clientAttributes,
      },
      { computed: true, description: "The clients by their ids, ready for `for_each`." },
    ),
    timeouts: readTimeouts,
  },
  async read({ config, client, signal, deadline }) {
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
    const found = await client.api.clients.list(partnerId, filter, { signal, deadline, withJson });
    const entries = found.map(
      (one) => [one.id, { client_id: one.id, name: one.name, ...clientValues(one) }] as const,
    );
    return { ...config, partner_id: partnerId, clients: new Map(entries) };
  },
});
