import { Dialog360Error } from "./dialog360-error";

/** A request was not sent, since its turn could not have come in time: the host is paused, or many are before it. */
export class BusyError extends Dialog360Error {
  override readonly name = "BusyError";
  readonly kind = "busy";
  readonly host: string;

  constructor(request: { method: string; target: { host: string; path: string } }, words: string) {
    const { host, path } = request.target;
    super(
      `${request.method} ${path} on ${host} was not sent: the host takes only so many requests. ${words}`,
    );
    this.host = host;
  }
}
