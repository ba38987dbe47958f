// Troubles that a person can pick, by name. The control surface takes more: see the guide.

/** Each with what it does to an answer. */
export const faultEffects = new Map([
  ["status 500", { status: 500 }],
  ["status 500, but carried out", { status: 500, applied: true }],
  ["status 502 with a page of HTML", { html: true }],
  ["status 429, come back in 5 s", { status: 429, retryAfter: 5 }],
  ["status 429 and no hint", { status: 429 }],
  ["status 401", { status: 401 }],
  ["status 403", { status: 403 }],
  ["no answer: cut before", { cut: "before" }],
  ["no answer: cut after it was carried out", { cut: "after" }],
  ["half a body", { cut: "body" }],
  ["a slow body: 3 s", { slowBody: 3_000 }],
  ["no answer, ever", { hang: true }],
  ["the body null", { body: null }],
  ["no body", { empty: true }],
  ["a body of 10 MB", { bytes: 10_000_000 }],
  ["broken TLS", { tls: true }],
]);
