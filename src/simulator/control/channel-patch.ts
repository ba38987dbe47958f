import { type Channel, SimulatorError } from "../world";

/** What can be changed of a channel. */
export type ChannelPatch = Partial<Omit<Channel, "id">>;

const isFlag = (value: unknown) => typeof value === "boolean";
const isText = (value: unknown) => typeof value === "string";
const isTextOrNull = (value: unknown) => value === null || isText(value);
const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);

const checks: Readonly<Record<keyof Channel, (value: unknown) => boolean>> = {
  id: isText,
  partner_id: isText,
  client_id: isText,
  ctwa: isFlag,
  account_mode: isText,
  status: isTextOrNull,
  hub_status: isTextOrNull,
  availability_status: isTextOrNull,
  created_at: isTextOrNull,
  terminated_at: isTextOrNull,
  cancelled_at: isTextOrNull,
  app_id: isTextOrNull,
  integration_enabled: isFlag,
  integration_state: isTextOrNull,
  phone_number: isTextOrNull,
  phone_name: isTextOrNull,
  waba_account_id: isTextOrNull,
  waba_external_id: isTextOrNull,
  current_limit: isTextOrNull,
  current_quality_rating: isTextOrNull,
  hides_ctwa: isFlag,
  extra: isObject,
};

/** Checks names and types of the fields of a channel. @throws SimulatorError */
export function checkFields(fields: object): void {
  for (const [name, value] of Object.entries(fields)) {
    const check = Object.hasOwn(checks, name) ? checks[name as keyof Channel] : undefined;
    if (check === undefined) {
      throw new SimulatorError(`A channel has no ${name}. It has: ${Object.keys(checks).join(", ")}.`);
    }
    if (!check(value)) throw new SimulatorError(`The channel's ${name} has a value of the wrong type.`);
  }
}
