// Says what a queued fault does, whether the form queued it or a script.

const cuts = {
  before: "no answer: cut before it was carried out",
  after: "no answer: cut after it was carried out",
  body: "half a body",
};

const effects = {
  status: (status) => `status ${status}`,
  html: () => "a gateway's page of HTML",
  failure: (form) => `status 200 with a body that reports a failure (${form})`,
  body: (body) => `the body ${JSON.stringify(body)}`,
  empty: () => "no body",
  bytes: (bytes) => `a body of ${bytes} bytes`,
  retryAfter: (hint) => (typeof hint === "number" ? `retry after ${hint} s` : `Retry-After: ${hint}`),
  headers: (headers) => `the headers ${JSON.stringify(headers)}`,
  cut: (where) => cuts[where] ?? cuts.before,
  slowBody: (ms) => `the second half of the body ${ms} ms later`,
  unaskedContinue: () => "100 Continue before the answer",
  longNoContent: (what) => `204 with a Content-Length${what === "bytes" ? " and bytes" : ""}`,
  hang: () => "no answer, ever",
  tls: () => "broken TLS",
  delayMs: (ms) => `${ms} ms late`,
  applied: () => "carried out all the same",
};

/** A queued fault in words: which requests it fails, and with what. */
export function faultWords(fault) {
  const { route, path, query, skip = 0, times = 1 } = fault;
  const thing = route === "connection" ? "connection" : "request";
  const count = times === "always" ? `every ${thing}` : counted(times, thing);
  const which = [
    thing === "connection" ? "" : ` of ${route === "any" ? "any route" : route}`,
    path ? ` at ${path}` : "",
    query ? ` with the query ${query}` : "",
    skip > 0 ? ` after ${skip} more` : "",
  ];
  const done = Object.keys(effects)
    .filter((name) => fault[name] !== undefined && fault[name] !== false)
    .map((name) => effects[name](fault[name]));
  return `Fail ${count}${which.join("")}: ${done.join(", ") || "nothing changes"}`;
}

function counted(count, thing) {
  return count === 1 ? `1 ${thing}` : `${count} ${thing}s`;
}
