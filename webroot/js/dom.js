// Building the page. Text becomes text nodes, always: what a disclosure says is never markup.

/** An element: h("a", {class: "x", href: "/", onclick: f}, "text", child, [more]). */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(element, child);
    else element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Puts these in place of all that an element held. */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

/** A text with <mark> around the pairs of offsets. */
export function marked(text, marks) {
  const nodes = [];
  let at = 0;
  for (const [from, to] of marks ?? []) {
    if (from < at || to <= from) continue;
    nodes.push(text.slice(at, from), h("mark", null, text.slice(from, to)));
    at = to;
  }
  nodes.push(text.slice(at));
  return nodes;
}
