import { byId } from "./dom.browser.mjs";

const shownFor = 6_000;
let over;

/** Shows a sentence for a while; screen readers read it out. */
export function announce(sentence) {
  const place = byId("said");
  place.textContent = sentence;
  clearTimeout(over);
  over = setTimeout(() => {
    place.textContent = "";
  }, shownFor);
}

/** Does something and says that it was done, or why not; true if it was. */
export async function tell(done, action) {
  try {
    await action();
    announce(done);
    return true;
  } catch (error) {
    announce(error.message);
    return false;
  }
}
