import { act, Away, upload } from "./api.js";
import { byId, h } from "./dom.js";
import { toast } from "./toast.js";

const form = byId("composer");
const input = byId("composer-input");
const list = byId("suggestions");
let commands = [];
let target = null;
let active = -1;
let matches = [];
let sending = 0;

/** The commands to complete; a usage such as "start | status | help" offers each of its words. */
export function knowCommands(known) {
  commands = known.flatMap(({ name, usage, description }) => {
    const words = usage.split("|").map((word) => word.trim()).filter(Boolean);
    if (words.length === 1) return [{ name: `${name} ${words[0]}`, description }];
    return [{ name, description }, ...words.map((word) => ({ name: `${name} ${word}`, description: "" }))];
  });
}

/** Where the next message goes, and what it says about itself. */
export function aim(user, channel, words) {
  target = { user, channel };
  input.placeholder = words;
  byId("composer-label").textContent = words;
}

function suggest() {
  const typed = input.value;
  matches = typed.startsWith("/") && !typed.includes("\n")
    ? commands.filter(({ name }) => name.startsWith(typed.trimEnd()) && name !== typed.trimEnd()).slice(0, 12)
    : [];
  active = -1;
  list.replaceChildren(...matches.map((match, index) => h("li", {
    id: `suggestion-${index}`, role: "option", "aria-selected": "false", "data-testid": "suggestion",
    onmousedown: (event) => { event.preventDefault(); take(index); },
  }, h("b", {}, match.name), match.description && h("span", {}, match.description))));
  list.hidden = matches.length === 0;
  input.removeAttribute("aria-activedescendant");
}

function mark(index) {
  active = (index + matches.length) % matches.length;
  [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === active)));
  input.setAttribute("aria-activedescendant", `suggestion-${active}`);
  list.children[active].scrollIntoView({ block: "nearest" });
}

function take(index) {
  // A placeholder such as <text> is left for the person to fill in.
  input.value = matches[index].name.replace(/\s*[<[].*$/, " ");
  suggest();
  input.focus();
}

function hide() {
  list.hidden = true;
}

function grow() {
  input.style.height = "auto";
  input.style.height = `${input.scrollHeight}px`;
}

function send() {
  const text = input.value.trim();
  if (!text || !target) return;
  input.value = "";
  hide();
  grow();
  say(text);
}

/** Puts what could not be sent back into an empty field, to be sent again. */
function giveBack(text) {
  if (input.value) return;
  input.value = text;
  grow();
}

/** Says something where the composer aims. */
export async function say(text) {
  sending += 1;
  form.setAttribute("aria-busy", "true");
  try {
    const { warning } = await act("type", { ...target, text });
    if (warning) toast(warning);
  } catch (problem) {
    if (problem instanceof Away) giveBack(text);
    toast(problem.message);
  }
  sending -= 1;
  if (!sending) form.removeAttribute("aria-busy");
}

input.addEventListener("input", () => { grow(); suggest(); });
input.addEventListener("blur", hide);
input.addEventListener("keydown", (event) => {
  const open = !list.hidden && matches.length > 0;
  if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    mark(event.key === "ArrowDown" ? active + 1 : active < 0 ? matches.length - 1 : active - 1);
  } else if (open && event.key === "Escape") {
    event.preventDefault();
    hide();
  } else if (open && event.key === "Tab") {
    event.preventDefault();
    take(active < 0 ? 0 : active);
  } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    if (open && active >= 0) take(active); else send();
  }
});
form.addEventListener("submit", (event) => { event.preventDefault(); send(); });
byId("attach").addEventListener("change", async (event) => {
  try {
    for (const file of event.target.files) await upload(file, target);
  } catch (problem) {
    toast(problem.message);
  }
  event.target.value = "";
});
