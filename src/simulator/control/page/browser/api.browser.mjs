// Speaks to the control surface below this page's own address.

/** Asks for an operation; throws an error with the surface's own words. */
export async function ask(method, path, body) {
  const response = await fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  const text = await response.text();
  const answer = text === "" ? null : JSON.parse(text);
  if (!response.ok) throw new Error(answer?.message ?? `It was answered with status ${response.status}.`);
  return answer;
}

/** The path of one channel. */
export function channelPath(id) {
  return `channels/${encodeURIComponent(id)}`;
}
