import { readJsonDocuments } from "../input/json-documents";
import { UsageError } from "../usage-error";
import { channelsInState, type ManagedChannel } from "./managed-channels";

/**
 * Reads the states that `--managed` names, each the output of `terraform show -json`; `-` is standard input, and one
 * file may hold several states.
 * @throws UsageError if standard input is named twice; Error that names a file that is no state
 */
export async function readManaged(places: readonly string[]): Promise<readonly ManagedChannel[]> {
  if (places.filter((place) => place === "-").length > 1) {
    throw new UsageError("--managed - reads standard input and can be given once.");
  }
  const channels: ManagedChannel[] = [];
  for (const place of places) {
    for (const document of await readJsonDocuments(place)) channels.push(...channelsInState(document));
  }
  return channels;
}
