import { byId, CROSS, h, icon } from "./dom.js";

const SHOWN_MILLIS = 12_000;

/** Slack's own words, at the edge of the page, until they are read or some time has passed. */
export function toast(words) {
  const box = h("div", { class: "toast", "data-testid": "toast" },
    h("p", {}, words),
    h("button", { type: "button", class: "icon-button", "aria-label": "Dismiss", onclick: () => box.remove() }, icon(CROSS)));
  byId("toasts").append(box);
  setTimeout(() => box.remove(), SHOWN_MILLIS);
}
