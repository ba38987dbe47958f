import { type Diagnostics, isUnknown } from "../../../framework";
import { grouped } from "../../name-some";
import { id } from "../../validators";
import { type Problem, reportAtKeys } from "./apply/report";
import { MOST_CHANNELS, type Uncertain } from "./schema";

/** Checks that the keys can be ids of channels. */
export function validateFleet({
  config: { channels },
  diagnostics,
}: {
  readonly config: Uncertain;
  readonly diagnostics: Diagnostics;
}): void {
  if (channels === null || isUnknown(channels) || channels.size > MOST_CHANNELS) return;
  const problems: Problem[] = [];
  for (const channelId of channels.keys()) {
    const problem = id(channelId);
    if (problem !== undefined) {
      problems.push({ channelId, summary: "Invalid channel id", detail: `The key ${problem}` });
    }
  }
  const left = reportAtKeys(problems, diagnostics);
  if (left > 0) {
    diagnostics.error(
      "Invalid channel ids",
      `${grouped(left)} more keys cannot be ids of channels.`,
      "channels",
    );
  }
}
