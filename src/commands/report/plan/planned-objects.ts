/** An object of a plan that tracks channels, with its values before and after the plan. */
export interface PlannedObject {
  readonly address: string;
  readonly kind: "block" | "fleet";
  readonly actions: ReadonlySet<string>;
  readonly before: Values | null;
  readonly after: Values | null;
  /** True at each value that is not known yet. */
  readonly unknown: Values;
  readonly isImported: boolean;
}

/** Attribute values by name. */
export type Values = Readonly<Record<string, unknown>>;

/** A plan of Terraform or OpenTofu, as far as it is about tracking. */
export interface TrackingPlan {
  readonly objects: readonly PlannedObject[];
  /** Constants of the provider block. */
  readonly settings: Values;
}

const KINDS: Readonly<Record<string, PlannedObject["kind"]>> = {
  dialog360_channel_ctwa_tracking: "block",
  dialog360_ctwa_tracking_fleet: "fleet",
};

/** Reads the output of `terraform show -json PLAN`. @throws Error that says what the document is instead */
export function readPlan(document: unknown, source: string): TrackingPlan {
  const wanted = "It has to be the output of `terraform show -json PLAN`.";
  const plan = valuesOf(document);
  if (typeof plan["format_version"] !== "string" || !("planned_values" in plan)) {
    const isState = "values" in plan || "serial" in plan;
    throw new Error(`${source} is ${isState ? "a state, not" : "not"} a plan. ${wanted}`);
  }
  if (plan["errored"] === true) {
    throw new Error(`${source} is the plan of a run that failed. Mend its errors and plan again.`);
  }
  const objects = listOf(plan["resource_changes"]).flatMap(objectOf);
  const settings = settingsIn(plan["configuration"]);
  if (objects.length === 0 && settings === null) {
    throw new Error(`${source} is a plan that does not use this provider.`);
  }
  return { objects, settings: settings ?? {} };
}

function objectOf(item: unknown): PlannedObject[] {
  const { address, mode, type, deposed, change } = valuesOf(item);
  const kind = typeof type === "string" && Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (kind === undefined || mode !== "managed" || deposed !== undefined) return [];
  const { actions, before, after, after_unknown: unknown, importing } = valuesOf(change);
  const known = { address: String(address), kind, actions: new Set(listOf(actions).map(String)) };
  const isImported = typeof importing === "object" && importing !== null;
  return [{ ...known, before: orNull(before), after: orNull(after), unknown: valuesOf(unknown), isImported }];
}

/** Settings that the provider block gives as constants; null if the plan has no such block. */
function settingsIn(configuration: unknown): Values | null {
  const blocks = Object.values(valuesOf(valuesOf(configuration)["provider_config"])).map(valuesOf);
  const own = blocks.filter(({ full_name: name }) => String(name).endsWith("/dialog360/dialog360"));
  if (own.length === 0) return null;
  return Object.fromEntries(
    Object.entries(valuesOf(own[0]?.["expressions"])).flatMap(([name, expression]) => {
      const constant = constantOf(expression);
      return constant === undefined ? [] : [[name, constant]];
    }),
  );
}

/** An expression is `{ constant_value }`, or an object of such for a nested attribute. */
function constantOf(expression: unknown): unknown {
  const values = valuesOf(expression);
  return "constant_value" in values ? values["constant_value"] : undefined;
}

/** An object's members; none for anything else. */
export function valuesOf(value: unknown): Values {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Values) : {};
}

function orNull(value: unknown): Values | null {
  return typeof value === "object" && value !== null ? (value as Values) : null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
