import type { Clock } from "./world/clock";
import { changedSettings, defaultSettings, type Settings } from "./world/quirks";
import { mostChannels, type Seed } from "./world/seed";
import { SimulatorError } from "./world/simulator-error";

/** Options of a simulator: its settings, and what stands when it starts. */
export interface SimulatorOptions extends Partial<Settings> {
  /**
   * How many channels examplePA has: fewer than the seed names cuts it short, more adds generated ones.
   * Up to 50,000.
   * @default those of the seed
   */
  readonly channels?: number;
  /**
   * The world to start with.
   * @default the one that seed.ts describes
   */
  readonly seed?: Seed;
  /**
   * Where time comes from.
   * @default the machine's clock
   */
  readonly clock?: Clock;
}

/** The settings among the options of a start, over the defaults. @throws SimulatorError */
export function startSettings(options: SimulatorOptions): Settings {
  const { channels: _channels, seed: _seed, clock: _clock, ...settings } = options;
  return changedSettings(defaultSettings, settings);
}

/** The number of channels that a start asks for. @throws SimulatorError */
export function startSize({ channels }: SimulatorOptions): number | undefined {
  if (channels === undefined) return undefined;
  if (Number.isInteger(channels) && channels >= 0 && channels <= mostChannels) return channels;
  throw new SimulatorError(`Option channels must be a number from 0 to ${mostChannels}.`);
}
