import { act, look } from "./api.js";
import { blocks, showErrors } from "./blocks.js";
import { byId, CROSS, h, icon } from "./dom.js";
import { label } from "./mrkdwn.js";
import { surface } from "./surface.js";
import { toast } from "./toast.js";

const dialog = byId("modal");
let shown = "";
let returnTo = null;

/** Shows the person's topmost modal, or none; leaves it alone while it is the same view. */
export async function refreshModals(user) {
  const { modals } = await look("modals", { user });
  const top = modals.at(-1);
  const key = top ? `${user}/${top.view.id}/${top.view.hash}` : "";
  if (key === shown) return;
  shown = key;
  if (!top) {
    if (dialog.open) dialog.close();
    returnTo?.focus?.();
    returnTo = null;
    return;
  }
  if (!dialog.open) returnTo = document.activeElement;
  draw(user, top, modals.length);
  if (!dialog.open) dialog.showModal();
  (dialog.querySelector("[autofocus]") ?? dialog.querySelector(".modal-body input, .modal-body textarea, .modal-body select, .modal-body button"))?.focus();
}

function draw(user, { view, choices }, depth) {
  const trouble = h("p", { class: "warning", role: "alert", "data-testid": "modal-warning", hidden: true });
  const warn = (words) => { trouble.textContent = words; trouble.hidden = !words; };
  const place = surface({ user, channel: "", place: view.id }, choices, { warn, heading: "h3" });
  const body = h("div", { class: "modal-body" }, trouble, blocks(view.blocks, place));
  const close = (all) => act("dismiss", { user, all }).catch((problem) => toast(problem.message));
  const submit = async (event) => {
    event.preventDefault();
    const button = form.querySelector("[type=submit]");
    if (!button || button.getAttribute("aria-busy") === "true") return;
    button.setAttribute("aria-busy", "true");
    warn("");
    try {
      if (await place.commit()) {
        const outcome = await act("submit", { user });
        showErrors(body, outcome.errors);
        warn(outcome.warning);
      }
    } catch (problem) {
      warn(problem.message);
    }
    button.removeAttribute("aria-busy");
  };
  const form = h("form", { onsubmit: submit, novalidate: true },
    h("header", { class: "modal-head" },
      h("h2", { id: "modal-title", "data-testid": "modal-title" }, ...label(view.title)),
      depth > 1 && h("span", { class: "depth" }, `${depth} of 3`),
      h("button", { type: "button", class: "icon-button", "aria-label": "Close", "data-testid": "modal-dismiss", onclick: () => close(true) }, icon(CROSS))),
    body,
    h("footer", { class: "modal-foot" },
      h("button", { type: "button", class: "btn", "data-testid": "modal-close", onclick: () => close(false) }, ...(view.close ? label(view.close) : [depth > 1 ? "Back" : "Close"])),
      view.submit && h("button", { type: "submit", class: "btn primary", "data-testid": "modal-submit" }, ...label(view.submit))));
  dialog.replaceChildren(form);
  dialog.oncancel = (event) => { event.preventDefault(); close(false); };
}
