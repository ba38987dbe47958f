import type { Dispatcher } from "undici";

/** A request's options as the library passes them on, with what is to be called when it begins to be sent. */
export type SentOptions = Dispatcher.DispatchOptions & { readonly onSent?: (() => void) | undefined };

// The older of the library's two interfaces calls it onConnect, the newer onRequestStart.
const STARTS = ["onConnect", "onRequestStart"] as const;

/**
 * Tells when a request is written to its socket: until then it may have waited for one, for the connection or for a
 * proxy. The library has no event of its own for that; it tells the handler of a request.
 */
export const tellWhenSent: Dispatcher.DispatcherComposeInterceptor =
  (dispatch) => (options: SentOptions, handler) => {
    const { onSent } = options;
    if (onSent === undefined) return dispatch(options, handler);
    const starts: { [name in (typeof STARTS)[number]]?: (...details: never[]) => void } = handler;
    for (const name of STARTS) {
      const start = starts[name];
      if (start === undefined) continue;
      starts[name] = (...details) => {
        onSent();
        start.apply(handler, details);
      };
    }
    return dispatch(options, handler);
  };
