// Builds what is seen. Text goes in as text: ids and names come from anywhere and are never read as HTML.

/** The element with this id. */
export function byId(id) {
  return document.getElementById(id);
}

/** An element with these properties and children; attributes that have no property go into `attributes`. */
export function element(tag, { attributes = {}, ...properties } = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Changes the text where it differs, so that what is read aloud or selected stays. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Lets the parent have these children in this order; those that are in place are not touched. */
export function setChildren(parent, wanted) {
  const keep = new Set(wanted);
  for (const child of [...parent.children]) if (!keep.has(child)) child.remove();
  wanted.forEach((child, index) => {
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
  });
}

/** A time of day as this machine writes it. */
export function timeOf(milliseconds) {
  return new Date(milliseconds).toLocaleTimeString();
}
