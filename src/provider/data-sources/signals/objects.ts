import type { SignalsObject } from "../../../client";

/** An ad account; missing fields are null. */
export interface AdAccount {
  readonly id: string | null;
  readonly name: string | null;
  readonly currency: string | null;
}

type Fields = SignalsObject["fields"];

/** The ad accounts of a Facebook account; null if it has no list of them. */
export function adAccountsOf({ fields }: SignalsObject): readonly AdAccount[] | null {
  const list = own(fields, "ad_accounts");
  return Array.isArray(list) ? list.filter(isObject).map(adAccountFrom) : null;
}

/** A Facebook account without its ad accounts. */
export function facebookAccountFrom({ fields, json }: SignalsObject, withJson: boolean) {
  return { id: text(fields, "id"), name: text(fields, "name"), json: withJson ? json : null };
}

/** An ad with its documented fields. */
export function adFrom({ fields, json }: SignalsObject, withJson: boolean) {
  const [adAccount, campaign] = [object(fields, "ad_account"), object(fields, "campaign")];
  return {
    id: text(fields, "id"),
    name: text(fields, "name"),
    status: text(fields, "status"),
    ad_account: adAccount === null ? null : adAccountFrom(adAccount),
    campaign_name: text(campaign ?? {}, "name"),
    campaign_start_time: text(campaign ?? {}, "start_time"),
    created_time: text(fields, "created_time"),
    updated_time: text(fields, "updated_time"),
    json: withJson ? json : null,
  };
}

function adAccountFrom(fields: Fields): AdAccount {
  return { id: text(fields, "id"), name: text(fields, "name"), currency: text(fields, "currency") };
}

/** Reads a text. Ids and times may be numbers; an unsafe integer counts as missing, since JavaScript has rounded it. */
function text(fields: Fields, name: string): string | null {
  const value = own(fields, name);
  if (typeof value === "string") return value;
  return typeof value === "number" && Number.isSafeInteger(value) ? String(value) : null;
}

function object(fields: Fields, name: string): Fields | null {
  const value = own(fields, name);
  return isObject(value) ? value : null;
}

// "constructor" is an ordinary name in JSON.
function own(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
