// What is asked of the Partner Hub: channels, clients and the CTWA switch, with the list that many reads share.
// It must never know how a request is sent, retried or authenticated.
// Next: snapshot.ts, many reads answered from one list; ctwa.ts, the switch.
export { type Channel, channelDecoder, type FoundChannels } from "./channel";
export { type ChannelFilter, channelFilters, type FilterEntry, type FilterName } from "./channel-filters";
export { searchChannels, streamChannels } from "./channel-search";
export { type ClientFilter, decodeClient, type HubClient, searchClients } from "./client-search";
export { type ChannelRef, type SwitchAction, switchCtwa } from "./ctwa";
export { CHANNELS, CLIENTS, createFetchPage } from "./list-page";
export { createPageSize } from "./page-size";
export { createSnapshots, type Whole } from "./snapshot";
