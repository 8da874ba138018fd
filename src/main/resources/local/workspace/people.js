import { byId, h } from "./dom.js";
import { known } from "./mrkdwn.js";

const COLOURS = ["#8f4a1f", "#2f5d8a", "#6a4c93", "#9a3b4f", "#3f6b35", "#7a5c00", "#146c74", "#5b5f97"];
const SHOWN = 8;

/** A square with somebody's initials, or the app's mark. */
export function avatar(person) {
  if (!person || person.is_bot) return h("span", { class: "avatar app", "aria-hidden": "true" }, h("img", { src: "mark.svg", alt: "" }));
  const sum = [...person.id].reduce((total, letter) => (total * 31 + letter.codePointAt(0)) % 9973, 7);
  const initials = person.real_name.split(/\s+/).map((word) => [...word][0]).slice(0, 2).join("").toUpperCase();
  return h("span", { class: "avatar", style: `background:${COLOURS[sum % COLOURS.length]}`, "aria-hidden": "true" }, initials);
}

function role(person) {
  return person.profile.title || (person.is_admin ? "Workspace admin" : "Member");
}

/** Draws who one can be; the first eight people, and whoever is chosen. */
export function drawPeople(chosen, choose) {
  const all = [...known.people.values()].filter((person) => !person.is_bot && !person.deleted);
  const shown = all.filter((person, index) => index < SHOWN || person.id === chosen);
  const box = byId("people");
  const key = JSON.stringify([shown.map((person) => [person.id, person.real_name, person.profile.title, person.tz]), chosen]);
  if (box.dataset.key === key) return;
  const focused = box.contains(document.activeElement);
  box.dataset.key = key;
  box.replaceChildren(box.querySelector("legend"), ...shown.map((person) => h("label", { class: "person", "data-testid": `persona-${person.name}` },
    h("input", { type: "radio", name: "person", value: person.id, checked: person.id === chosen, onchange: () => choose(person.id) }),
    avatar(person),
    h("b", {}, person.real_name),
    h("span", { class: "clock", "data-zone": person.tz, title: person.tz }),
    h("small", {}, role(person)))));
  if (focused) box.querySelector("input:checked")?.focus();
}

/** Each person's local time. */
export function tellTimes(now) {
  document.querySelectorAll("#people .clock").forEach((clock) => {
    clock.textContent = new Intl.DateTimeFormat(undefined, { timeZone: clock.dataset.zone, hour: "numeric", minute: "2-digit" }).format(now);
  });
}
