import {
  type Clock,
  changedSettings,
  checkOption,
  count,
  defaultSettings,
  type Seed,
  type Settings,
} from "./world";
import { mostChannels } from "./world/seed";

/** Options of a simulator: its settings, and the world that it starts with. */
export interface SimulatorOptions extends Partial<Settings> {
  /** How many channels examplePA has: fewer than the seed names cuts it short, more adds generated ones. */
  readonly channels?: number;
  /**
   * The world to start with.
   * @default the one that seed.ts describes
   */
  readonly seed?: Seed;
  /**
   * The source of time.
   * @default the machine's clock
   */
  readonly clock?: Clock;
}

/** The options that only a start decides, described as the quirks are. */
export const startOptions = {
  channels: {
    kind: count(0, mostChannels),
    value: 24,
    argument: "channels",
    help: "The partner examplePA has this many channels.",
  },
};

/** The settings among the options of a start, over the defaults. @throws SimulatorError */
export function startSettings(options: SimulatorOptions): Settings {
  const { channels: _channels, seed: _seed, clock: _clock, ...settings } = options;
  return changedSettings(defaultSettings, settings);
}

/** The number of channels that a start asks for. @throws SimulatorError */
export function startSize({ channels }: SimulatorOptions): number | undefined {
  if (channels !== undefined) checkOption("channels", startOptions.channels, channels);
  return channels;
}
