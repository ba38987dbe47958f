// The world that a simulator starts with: invented partners, clients, channels, Facebook accounts and ads.
// It must never know requests and answers.
// Read seed.ts next: its comment describes that world.
export { newChannel } from "./new-channel";
export { exampleSeed, mostChannels } from "./seed";
