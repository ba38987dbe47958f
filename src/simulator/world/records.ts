/** A partner with the credentials of its one API user. */
export interface Partner {
  readonly id: string;
  readonly username: string;
  readonly password: string;
  readonly api_key: string;
  /** A bearer token that is good from the start and never expires. */
  readonly access_token: string;
}

/** A client of a partner, with the people to reach there. */
export interface Client {
  readonly id: string;
  readonly partner_id: string;
  readonly name: string;
  readonly city: string;
  readonly contact_name: string;
  readonly contact_email: string;
  readonly contact_phone: string;
}

/** A channel as the store keeps it; what the hub shows of it is built from this when asked for. */
export interface Channel {
  readonly id: string;
  readonly partner_id: string;
  readonly client_id: string;
  /** The truth about CTWA tracking, whether the hub reports it or not. */
  readonly ctwa: boolean;
  readonly account_mode: string;
  readonly status: string | null;
  readonly hub_status: string | null;
  readonly availability_status: string | null;
  readonly created_at: string | null;
  readonly terminated_at: string | null;
  readonly cancelled_at: string | null;
  readonly app_id: string | null;
  readonly integration_enabled: boolean;
  readonly integration_state: string | null;
  readonly phone_number: string | null;
  readonly phone_name: string | null;
  readonly waba_account_id: string | null;
  readonly waba_external_id: string | null;
  readonly current_limit: string | null;
  readonly current_quality_rating: string | null;
  /** This channel does not report its tracking state, even if the option ctwaField is set. */
  readonly hides_ctwa: boolean;
  /** Merged into the channel's JSON, for undocumented fields. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** One ad account of a Facebook account. */
export interface AdAccount {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
}

/** A Facebook account that a client has attached. */
export interface FacebookAccount {
  readonly id: string;
  readonly client_id: string;
  readonly name: string;
  readonly ad_accounts: readonly AdAccount[];
}

/** An ad, under the app (number) whose chats it opens. */
export interface Ad {
  readonly id: string;
  readonly app_id: string;
  readonly name: string;
  readonly status: string;
  readonly created_time: string;
  readonly updated_time: string;
  readonly ad_account: AdAccount;
  readonly campaign: { readonly name: string; readonly start_time: string };
}

/** The address to which conversions of an ad's keyword are reported. */
export interface KeywordPostback {
  readonly ad_id: string;
  readonly keyword_id: string;
  readonly url: string;
}

/** The contents of the world when a simulator starts, as plain data. */
export interface Seed {
  readonly partners: readonly Partner[];
  readonly clients: readonly Client[];
  readonly channels: readonly Channel[];
  readonly facebookAccounts: readonly FacebookAccount[];
  readonly ads: readonly Ad[];
  readonly keywordPostbacks: readonly KeywordPostback[];
}
