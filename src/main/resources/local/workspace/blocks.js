import { h } from "./dom.js";
import { interactive } from "./elements.js";
import { label, plain, richText, text } from "./mrkdwn.js";

const TALL = new Set(["radio_buttons", "checkboxes"]);
let unique = 0;

/** Where a picture is: a URL, or a file of this workspace. */
export function source(image) {
  if (image.image_url) return image.image_url;
  const id = image.slack_file?.id ?? image.slack_file?.url?.match(/(F[A-Z0-9]+)/)?.[1];
  return `/local/files/${id}`;
}

function section(block, surface) {
  const body = h("div", { class: "text" });
  if (block.text) body.append(text(block.text));
  if (block.fields) body.append(h("div", { class: "fields" }, block.fields.map(text)));
  const row = h("div", { class: "block-section" }, body);
  const accessory = block.accessory;
  if (accessory?.type === "image") {
    row.append(h("img", { class: "thumb", src: source(accessory), alt: accessory.alt_text }));
  } else if (accessory) {
    if (TALL.has(accessory.type)) row.classList.add("tall");
    row.append(h("div", { class: "accessory" }, interactive(accessory, block.block_id, surface)));
  }
  return row;
}

function input(block, surface) {
  const id = `field-${++unique}`;
  const element = interactive(block.element, block.block_id, { ...surface, labelled: true });
  const control = element.matches(".control") ? element : element.querySelector(".control");
  const group = element.matches("fieldset");
  if (control) control.id = id;
  const notes = [];
  if (block.hint) notes.push(h("p", { class: "hint", id: `${id}-hint` }, ...plain(block.hint.text)));
  const error = h("p", { class: "error", id: `${id}-error`, "data-testid": "field-error", hidden: true });
  const words = [...plain(block.label.text), block.optional && h("span", { class: "optional" }, " (optional)")];
  if (group) element.prepend(h("legend", { class: "visually-hidden" }, block.label.text));
  const title = group || !control
    ? h("div", { class: "label", "aria-hidden": group ? "true" : undefined }, ...words)
    : h("label", { class: "label", for: id }, ...words);
  const described = [block.hint && `${id}-hint`, `${id}-error`].filter(Boolean).join(" ");
  (control ?? element).setAttribute("aria-describedby", described);
  return h("div", { class: "input", "data-block": block.block_id }, title, element, ...notes, error);
}

function context(block) {
  return h("div", { class: "block-context" }, block.elements.map((part) => part.type === "image"
    ? h("img", { src: source(part), alt: part.alt_text, title: part.alt_text })
    : text(part)));
}

function image(block) {
  return h("figure", { class: "block-image" },
    block.title && h("figcaption", {}, ...label(block.title)),
    h("img", { src: source(block), alt: block.alt_text, loading: "lazy" }));
}

function draw(block, surface) {
  switch (block.type) {
    case "header": return h(surface.heading ?? "h3", { class: "block-header", dir: "auto" }, ...plain(block.text.text));
    case "section": return section(block, surface);
    case "divider": return h("hr", { class: "block-divider" });
    case "actions": return h("div", { class: "block-actions" }, block.elements.map((element) => interactive(element, block.block_id, surface)));
    case "context": return context(block);
    case "image": return image(block);
    case "input": return input(block, surface);
    case "rich_text": return richText(block);
    default: return h("p", { class: "unknown" }, `(${block.type} can’t be shown here)`);
  }
}

/** The blocks of a message or view. */
export function blocks(list, surface) {
  return h("div", { class: "blocks" }, list.map((block) => draw(block, surface)));
}

/** Shows complaints below the fields they are about; the first of them gets the focus. */
export function showErrors(root, errors) {
  let first = null;
  for (const field of root.querySelectorAll(".input[data-block]")) {
    const error = errors[field.dataset.block];
    const line = field.querySelector(".error");
    line.hidden = !error;
    line.textContent = error ?? "";
    field.classList.toggle("wrong", Boolean(error));
    const control = field.querySelector(".control, input");
    control?.setAttribute("aria-invalid", error ? "true" : "false");
    if (error && !first) first = control;
  }
  first?.focus();
}
