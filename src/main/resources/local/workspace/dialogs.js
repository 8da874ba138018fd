import { byId, h } from "./dom.js";
import { label, text } from "./mrkdwn.js";

/** Asks "are you sure" in the bot's words; resolves to the answer. */
export function confirmed(confirm) {
  const dialog = byId("confirm");
  return new Promise((resolve) => {
    const answer = (yes) => { dialog.onclose = null; dialog.close(); resolve(yes); };
    dialog.replaceChildren(
      h("header", { class: "modal-head" }, h("h2", { id: "confirm-title" }, ...label(confirm.title))),
      h("div", { class: "modal-body" }, text(confirm.text)),
      h("footer", { class: "modal-foot" },
        h("button", { type: "button", class: "btn", "data-testid": "confirm-deny", onclick: () => answer(false) }, ...label(confirm.deny)),
        h("button", {
          type: "button", autofocus: true, "data-testid": "confirm-yes", onclick: () => answer(true),
          class: `btn ${confirm.style === "danger" ? "danger solid" : "primary"}`,
        }, ...label(confirm.confirm))));
    dialog.onclose = () => resolve(false);
    dialog.showModal();
  });
}
