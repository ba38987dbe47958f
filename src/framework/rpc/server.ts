import { setMaxListeners } from "node:events";
import type { Action } from "../define/action";
import type { DataSource } from "../define/data-source";
import type { EphemeralResource } from "../define/ephemeral-resource";
import type { ProviderFunction } from "../define/function";
import type { ListResource } from "../define/list-resource";
import type { ClientUse, Provider } from "../define/provider";
import type { Resource } from "../define/resource";
import { DiagnosticError } from "../diagnostics";
import type { Logger } from "../logger";
import { SensitiveValues } from "../schema";
import { titles } from "../titles";
import type { ObjectValue } from "../value";
import { UsedClient } from "./used-client";

/** The state that all RPCs of one served provider share. */
export class ProviderServer {
  readonly #resources: ReadonlyMap<string, Resource<never>>;
  readonly #dataSources: ReadonlyMap<string, DataSource<never>>;
  readonly #ephemeralResources: ReadonlyMap<string, EphemeralResource<never>>;
  readonly #functions: ReadonlyMap<string, ProviderFunction>;
  readonly #listResources: ReadonlyMap<string, ListResource<never>>;
  readonly #actions: ReadonlyMap<string, Action<never>>;
  #settings = new SensitiveValues();
  #config: ObjectValue | null = null;
  #client: UsedClient | null = null;
  #generation = newGeneration();

  constructor(
    readonly provider: Provider,
    readonly log: Logger,
    /** Whether what an author's functions get is frozen, so that a change in place shows during development. */
    readonly freezes = false,
  ) {
    this.#resources = byTypeName(provider.name, provider.resources);
    this.#dataSources = byTypeName(provider.name, provider.dataSources);
    this.#ephemeralResources = byTypeName(provider.name, provider.ephemeralResources ?? []);
    this.#listResources = byTypeName(provider.name, provider.listResources ?? []);
    this.#actions = byTypeName(provider.name, provider.actions ?? []);
    this.#functions = new Map((provider.functions ?? []).map((item) => [item.name, item]));
  }

  /** Resources by full type name. */
  get resources(): ReadonlyMap<string, Resource<never>> {
    return this.#resources;
  }

  /** Data sources by full type name. */
  get dataSources(): ReadonlyMap<string, DataSource<never>> {
    return this.#dataSources;
  }

  /** Ephemeral resources by full type name. */
  get ephemeralResources(): ReadonlyMap<string, EphemeralResource<never>> {
    return this.#ephemeralResources;
  }

  /** List resources by full type name. */
  get listResources(): ReadonlyMap<string, ListResource<never>> {
    return this.#listResources;
  }

  /** Actions by full type name. */
  get actions(): ReadonlyMap<string, Action<never>> {
    return this.#actions;
  }

  /** Functions by name. */
  get functions(): ReadonlyMap<string, ProviderFunction> {
    return this.#functions;
  }

  /** @throws DiagnosticError when the provider has no such resource. */
  resource(typeName: string): Resource<never> {
    return found(this.#resources, typeName, "resource");
  }

  /** @throws DiagnosticError when the provider has no such data source. */
  dataSource(typeName: string): DataSource<never> {
    return found(this.#dataSources, typeName, "data source");
  }

  /** @throws DiagnosticError when the provider has no such ephemeral resource. */
  ephemeralResource(typeName: string): EphemeralResource<never> {
    return found(this.#ephemeralResources, typeName, "ephemeral resource");
  }

  /** @throws DiagnosticError when the provider has no such list resource. */
  listResource(typeName: string): ListResource<never> {
    return found(this.#listResources, typeName, "list resource");
  }

  /** @throws DiagnosticError when the provider has no such action. */
  action(typeName: string): Action<never> {
    return found(this.#actions, typeName, "action");
  }

  /** @throws DiagnosticError when the provider has no such function. */
  function(name: string): ProviderFunction {
    return found(this.#functions, name, "function");
  }

  /** Whether `configure` has returned a client. */
  get isConfigured(): boolean {
    return this.#client !== null;
  }

  /** What `configure` returned. @throws DiagnosticError if the provider is not configured. */
  get client(): never {
    if (this.#client === null) {
      throw new DiagnosticError(
        titles.notConfigured,
        "Its configuration failed or was never sent, so nothing can be read or written. See the errors before this one.",
      );
    }
    return this.#client.value as never;
  }

  /** The sensitive values among the provider's settings. An operation's error may contain them, so they are hidden. */
  get settings(): SensitiveValues {
    return this.#settings;
  }

  /** Replaces the settings. */
  useSettings(settings: ObjectValue): void {
    this.#config = settings;
    this.#settings = new SensitiveValues();
    this.#settings.note(this.provider.schema, settings);
  }

  /** The settings from which the current client was made. Null if there is no client. */
  get config(): ObjectValue | null {
    return this.#client === null ? null : this.#config;
  }

  /** Whether an operation uses the client now. */
  get isInUse(): boolean {
    return this.#client?.isInUse ?? false;
  }

  /** Records what the client is used for. */
  note(what: keyof ClientUse): void {
    this.#client?.note(what);
  }

  /** Runs an operation with the client. The client is not closed before the operation has ended. @throws as `client` */
  async withClient<T>(operate: (client: never) => Promise<T>): Promise<T> {
    const { client, release } = this.holdClient();
    try {
      return await operate(client);
    } finally {
      release();
    }
  }

  /** The client, which is not closed before it is released. @throws as `client` */
  holdClient(): { readonly client: never; readonly release: () => void } {
    const { client } = this;
    const used = this.#client as UsedClient;
    return { client, release: used.begin() };
  }

  /**
   * Takes a new client, or none after a failed configuration. The old one is closed once no operation uses it.
   */
  async useClient(client: { readonly value: unknown } | null): Promise<void> {
    const old = this.#client;
    this.#client = client === null ? null : new UsedClient(client.value);
    if (old === null) return;
    try {
      await old.whenUnused();
      await this.provider.close?.(old.value, old.use);
    } catch (error) {
      this.log.log("warn", "the provider's client did not close", { error });
    }
  }

  /** Aborts at the next StopProvider. Later requests get a new signal. */
  get stopSignal(): AbortSignal {
    return this.#generation.signal;
  }

  /** Aborts all running operations. */
  stop(): void {
    const stopped = this.#generation;
    this.#generation = newGeneration();
    stopped.abort(new DOMException("Terraform asked the provider to stop", "AbortError"));
  }

  /** Aborts all running operations and closes the client. */
  async close(): Promise<void> {
    this.stop();
    await this.useClient(null);
  }
}

/** Makes a controller without a listener limit: each of many parallel operations adds a listener, and none leaks. */
function newGeneration(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}

function byTypeName<T extends { readonly type: string }>(
  prefix: string,
  items: readonly T[],
): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [`${prefix}_${item.type}`, item]));
}

function found<T>(items: ReadonlyMap<string, T>, typeName: string, kind: string): T {
  const item = items.get(typeName);
  if (item !== undefined) return item;
  throw new DiagnosticError(
    kind === "function" ? titles.unknownFunction : titles.unknownType(kind),
    `This version of the provider has no ${kind} ${typeName}. Check the spelling, or install a version that has it.`,
  );
}
