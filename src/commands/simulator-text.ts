import type { Listening } from "../simulator";

/** What `simulator --help` prints. */
export const simulatorHelp = `terraform-provider-dialog360 simulator [options]

A stand-in for 360dialog's Partner Hub and Signals APIs on this machine: invented clients and channels, nothing
leaves the machine and nothing is kept. It ends with Ctrl-C.

Where and how much:
  --port N                    port to listen on; 0, the default, takes a free one
  --channels N                how many channels the partner examplePA has, up to 50000 (default 24)

What the real API may do, too:
  --ctwa-field PATH           channels report their tracking state in this field, e.g. integration.ctwa_enabled;
                              by default no field does, since none is documented
  --decoys                    beside it stand fields that only sound like it: ctwa_eligible, ctwa_enabled_at
  --delayed-flag N            after a switch, N reads of the channel still report the old state
  --strict-switch             answer 409 ("already enabled") to a switch that changes nothing
  --switch-status N           status of an accepted switch, from 200 to 299 (default 200)
  --switch-body TEXT          body of an accepted switch; "" for none
  --switch-shows-channel      its body is the channel object instead
  --switch-delay MS           answer a switch this long after it took effect (also 200ms, 2s)
  --token-lifetime SECONDS    how long a login is said to last (default 86400; also 90s, 5m, 24h)
  --token-valid-for SECONDS   refuse its token after this time already (also 500ms, 90s, 5m)
  --rate N/TIME               answer 429 above N requests per time, e.g. 5/30s; add ",no-retry-after" to
                              leave out the header that says when to come back
  --page-cap N                never put more than N objects on one page of a list
  --churn N                   let N channels come or go between two pages of a list
  --ignore-filters            do not look at the filters of lists
  --signals-envelope KIND     lists of the Signals API are an "array" (default) or an "object" with it in data
  --latency MS                wait before each answer (also 200ms, 2s)

  --help                      print this

A page at its address shows the channels and what is asked, and sets these options and faults while it runs.
`;

/** What a person needs to use a simulator that has just started. */
export function simulatorGreeting(listening: Listening, ctwaField: string | null): string {
  const variables: readonly (readonly [name: string, value: string | null])[] = [
    ["HUB_BASE_URL", listening.hubBaseUrl],
    ["SIGNALS_BASE_URL", listening.signalsBaseUrl],
    ["PARTNER_ID", "examplePA"],
    ["USERNAME", "partner@example.com"],
    ["PASSWORD", "example-password"],
    ["CTWA_STATUS_FIELD", ctwaField],
  ];
  const exports = variables.flatMap(([name, value]) =>
    value === null ? [] : [`export DIALOG360_${name}=${value}`],
  );
  return [
    `360dialog, simulated, at ${listening.url} (Ctrl-C ends it). In the shell that runs terraform:`,
    "",
    ...exports,
    "",
    `Look at its channels, and change one behind Terraform's back, in a browser at ${listening.url}/_simulator/ or:`,
    "",
    `curl ${listening.url}/_simulator/channels/exampleCH`,
    `curl -X PATCH ${listening.url}/_simulator/channels/exampleCH -d '{"ctwa": false}'`,
    "",
    "",
  ].join("\n");
}
