import { h, icon, DOTS, DOWN } from "./dom.js";
import { known, label, plain } from "./mrkdwn.js";

/*
 * Every interactive element of Block Kit. A `surface` is where it is: surface.click(blockId, element, node),
 * surface.choose(blockId, element, values) and surface.upload(file) send; surface.state(blockId, actionId) is what was
 * chosen before; surface.beforeSending(f) has f called before anything in the same place is sent.
 */

const test = (element) => `action-${element.action_id}`;
const options = (element) => element.options ?? element.option_groups?.flatMap((group) => group.options) ?? [];
let unique = 0;

function described(option) {
  return [h("span", {}, ...label(option.text)), option.description && h("small", {}, ...label(option.description))];
}

function button(element, blockId, surface) {
  const node = h("button", {
    type: "button", class: `btn ${element.style ?? ""}`, "data-testid": test(element),
    "aria-label": element.accessibility_label,
    onclick: () => {
      if (element.url) window.open(element.url, "_blank", "noopener,noreferrer");
      surface.click(blockId, element, node);
    },
  }, ...plain(element.text.text));
  return node;
}

/** Radio buttons and checkboxes. */
function choices(element, blockId, surface, kind) {
  const state = surface.state(blockId, element.action_id);
  const chosen = new Set((state?.selected_options ?? [state?.selected_option]).filter(Boolean).map((option) => option.value));
  const name = `choice-${++unique}`;
  const group = h("fieldset", { class: "choices", "data-testid": test(element) });
  for (const option of options(element)) {
    group.append(h("label", { class: "choice" },
      h("input", { type: kind, name, value: option.value, checked: chosen.has(option.value) }), ...described(option)));
  }
  group.addEventListener("change", () => {
    surface.choose(blockId, element, [...group.querySelectorAll("input:checked")].map((input) => input.value));
  });
  return group;
}

const opt = (value, text, chosen) => h("option", { value, selected: value === chosen }, text);

function select(element, blockId, surface, items, chosen) {
  const placeholder = element.placeholder?.text ?? "Choose …";
  const node = h("select", {
    class: "control", "data-testid": test(element), "aria-label": surface.labelled ? undefined : placeholder,
    onchange: () => surface.choose(blockId, element, node.value ? [node.value] : []),
  }, opt("", placeholder, chosen ?? ""), ...items(chosen));
  return node;
}

function staticSelect(element, blockId, surface) {
  const chosen = surface.state(blockId, element.action_id)?.selected_option?.value;
  const one = (option) => opt(option.value, option.text.text, chosen);
  return select(element, blockId, surface, () => element.option_groups
    ? element.option_groups.map((group) => h("optgroup", { label: group.label.text }, ...group.options.map(one)))
    : options(element).map(one), chosen);
}

const people = () => [...known.people.values()].filter((person) => !person.deleted).map((person) => ({ value: person.id, text: person.real_name }));
const channels = () => known.channels.map((channel) => ({ value: channel.id, text: `#${channel.name}` }));
const CATALOGUES = {
  users: ["selected_user", people], channels: ["selected_channel", channels], conversations: ["selected_conversation", channels],
};

function catalogSelect(element, blockId, surface) {
  const [property, items] = CATALOGUES[element.type.split("_")[0]];
  const chosen = surface.state(blockId, element.action_id)?.[property];
  return select(element, blockId, surface, () => items().map((item) => opt(item.value, item.text, chosen)), chosen);
}

/** A menu of which any number may be chosen. */
function multi(element, blockId, surface) {
  const kind = element.type.split("_")[1];
  const state = surface.state(blockId, element.action_id);
  const items = kind === "static"
    ? options(element).map((option) => ({ value: option.value, text: option.text.text }))
    : CATALOGUES[kind][1]();
  const chosen = new Set(kind === "static"
    ? (state?.selected_options ?? []).map((option) => option.value)
    : state?.[`${CATALOGUES[kind][0]}s`] ?? []);
  const most = element.max_selected_items ?? Infinity;
  const shown = h("span");
  const list = h("div", { class: "pop-list", role: "group", "aria-label": element.placeholder?.text ?? "Choose any number" });
  const tell = () => {
    const names = items.filter((item) => chosen.has(item.value)).map((item) => item.text);
    shown.textContent = names.join(", ") || element.placeholder?.text || "Choose …";
    list.querySelectorAll("input").forEach((input) => { input.disabled = !input.checked && chosen.size >= most; });
  };
  for (const item of items) {
    list.append(h("label", { class: "choice" },
      h("input", {
        type: "checkbox", value: item.value, checked: chosen.has(item.value),
        onchange: (event) => {
          if (event.target.checked) chosen.add(item.value); else chosen.delete(item.value);
          tell();
          surface.choose(blockId, element, items.map((one) => one.value).filter((value) => chosen.has(value)));
        },
      }), h("span", {}, item.text)));
  }
  tell();
  return popover(h("summary", { class: "control", "data-testid": test(element) }, shown, icon(DOWN)), list);
}

/** A details element that closes when one clicks or tabs elsewhere. */
function popover(summary, list) {
  const pop = h("details", { class: "pop" }, summary, list);
  // A click on a name would move the focus to the dialog around it, and the list would be gone before the click arrives.
  list.addEventListener("mousedown", (event) => { if (!event.target.closest("input")) event.preventDefault(); });
  pop.addEventListener("focusout", (event) => { if (event.relatedTarget && !pop.contains(event.relatedTarget)) pop.open = false; });
  pop.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && pop.open) { event.preventDefault(); event.stopPropagation(); pop.open = false; summary.focus(); }
  });
  pop.addEventListener("toggle", () => {
    // Only an open list listens for clicks elsewhere, so that lists of old messages can be forgotten.
    const elsewhere = (event) => { if (!pop.contains(event.target)) pop.open = false; };
    if (!pop.open) return document.removeEventListener("click", pop.elsewhere);
    document.addEventListener("click", (pop.elsewhere = elsewhere));
    list.scrollIntoView({ block: "nearest" });
  });
  return pop;
}

function overflow(element, blockId, surface) {
  const pop = popover(
    h("summary", { class: "btn", "aria-label": "More", "data-testid": test(element) }, icon(DOTS)),
    h("div", { class: "pop-list" }, ...options(element).map((option) => h("button", {
      type: "button",
      onclick: () => {
        pop.open = false;
        if (option.url) window.open(option.url, "_blank", "noopener,noreferrer");
        surface.choose(blockId, element, [option.value]);
      },
    }, ...plain(option.text.text)))));
  return pop;
}

const INPUTS = { email_text_input: "email", url_text_input: "url", number_input: "text", datepicker: "date", timepicker: "time", datetimepicker: "datetime-local" };

function field(element, blockId, surface) {
  const state = surface.state(blockId, element.action_id) ?? {};
  const value = state.value ?? state.selected_date ?? state.selected_time ?? localTime(state.selected_date_time) ?? "";
  const attributes = {
    class: "control", "data-testid": test(element), placeholder: element.placeholder?.text,
    inputmode: element.type === "number_input" ? (element.is_decimal_allowed ? "decimal" : "numeric") : undefined,
    maxlength: element.max_length, autofocus: element.focus_on_load,
    "aria-label": surface.labelled ? undefined : element.placeholder?.text ?? element.type,
  };
  const node = element.multiline ? h("textarea", attributes) : h("input", { type: INPUTS[element.type] ?? "text", ...attributes });
  node.value = value;
  let sent = value;
  const commit = () => {
    if (node.value === sent) return;
    sent = node.value;
    const typed = element.type === "datetimepicker" && sent ? String(Date.parse(sent) / 1000) : sent;
    surface.choose(blockId, element, [typed].filter(Boolean));
  };
  node.addEventListener("change", commit);
  surface.beforeSending(commit);
  return node;
}

function localTime(seconds) {
  if (!seconds) return undefined;
  const date = new Date(seconds * 1000);
  return new Date(date - date.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}

function fileInput(element, blockId, surface) {
  const most = element.max_files ?? 10;
  const names = h("span", { class: "hint" }, (surface.state(blockId, element.action_id)?.files ?? []).map((file) => file.name).join(", "));
  const node = h("input", {
    type: "file", class: "control", multiple: most > 1, "data-testid": test(element),
    accept: element.filetypes?.map((type) => `.${type}`).join(","),
    onchange: () => surface.choose(blockId, element, async () => {
      const files = [];
      for (const file of [...node.files].slice(0, most)) files.push(JSON.stringify(await surface.upload(file)));
      return files;
    }),
  });
  return h("div", {}, node, names);
}

const KINDS = {
  button, overflow,
  radio_buttons: (element, blockId, surface) => choices(element, blockId, surface, "radio"),
  checkboxes: (element, blockId, surface) => choices(element, blockId, surface, "checkbox"),
  static_select: staticSelect,
  users_select: catalogSelect, channels_select: catalogSelect, conversations_select: catalogSelect,
  multi_static_select: multi, multi_users_select: multi, multi_channels_select: multi, multi_conversations_select: multi,
  plain_text_input: field, email_text_input: field, url_text_input: field, number_input: field,
  datepicker: field, timepicker: field, datetimepicker: field, file_input: fileInput,
};

export function interactive(element, blockId, surface) {
  const draw = KINDS[element.type];
  return draw ? draw(element, blockId, surface) : h("span", { class: "unknown" }, `(${element.type} cannot be shown here)`);
}
