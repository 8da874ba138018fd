import { act, look } from "./api.js";
import { blocks } from "./blocks.js";
import { say } from "./composer.js";
import { byId, EYE, h, icon } from "./dom.js";
import { emoji } from "./emoji.js";
import { known, mrkdwn } from "./mrkdwn.js";
import { avatar } from "./people.js";
import { surface } from "./surface.js";

const log = byId("log");
const frame = byId("log-frame");
const TOGETHER_SECONDS = 300;
let showing = "";
let readUpTo = "0";
let drawn = new Map();

const format = (ts, options) => new Intl.DateTimeFormat(undefined, { timeZone: known.zone, ...options }).format(new Date(Number(ts) * 1000));
const clock = (ts) => format(ts, { hour: "numeric", minute: "2-digit" });
const dayOf = (ts) => format(ts, { year: "numeric", month: "2-digit", day: "2-digit" });

function files(message) {
  return (message.files ?? []).map((file) => file.mimetype?.startsWith("image/")
    ? h("a", { class: "file-image", href: `/local/files/${file.id}`, target: "_blank" }, h("img", { src: `/local/files/${file.id}`, alt: file.title || file.name }))
    : h("a", { class: "file", href: `/local/files/${file.id}`, download: file.name }, h("b", {}, file.name), h("small", {}, `${Math.max(1, Math.round(file.size / 1024))} KB`)));
}

function body(user, channel, message) {
  const parts = [];
  const place = surface({ user, channel, place: message.ts }, message.choices, { heading: "h2" });
  // What a person typed is drawn from its text, as Slack's own rich text would look.
  if (message.blocks?.length && message.bot_id) parts.push(blocks(message.blocks, place));
  else if (message.text) parts.push(mrkdwn(message.text));
  parts.push(...files(message));
  if (message.edited) parts.push(h("span", { class: "edited" }, "(edited)"));
  if (message.reactions) {
    parts.push(h("div", { class: "reactions" }, message.reactions.map((reaction) => h("span", {}, `${emoji(reaction.name) ?? reaction.name} ${reaction.count}`))));
  }
  return h("div", { class: "body" }, parts);
}

function draw(user, channel, message, follows) {
  const author = known.people.get(message.user);
  const time = h("time", { datetime: new Date(Number(message.ts) * 1000).toISOString() }, clock(message.ts));
  const content = body(user, channel, message);
  if (message.ephemeral) {
    content.prepend(h("p", { class: "only", "data-testid": "only-visible-to-you" }, icon(EYE), "Only visible to you"));
  }
  if (message.thread_ts && message.thread_ts !== message.ts) content.prepend(h("p", { class: "edited" }, "↳ in a thread"));
  if (!follows) {
    content.prepend(h("p", { class: "who" }, h("b", {}, author?.real_name ?? message.user), author?.is_bot && h("span", { class: "tag" }, "App"), time));
  }
  return h("article", {
    class: `message${follows ? " follows" : ""}${message.blocks && message.bot_id ? " card" : ""}${message.ephemeral ? " ephemeral" : ""}`,
    "data-testid": "message", "data-ts": message.ts, "aria-label": author?.real_name,
  }, follows ? h("span", { class: "stamp" }, clock(message.ts).replace(/\s*[AP]M$/i, "")) : avatar(author), content);
}

function separator(words, extra = "") {
  return h("div", { class: `day ${extra}`, role: "separator" }, words);
}

function empty(channel) {
  return h("div", { class: "empty", "data-testid": "empty" }, ...(channel.direct
    ? [h("b", {}, "Nothing here yet"),
      h("p", {}, "Type ", h("code", {}, "/cert"), " to see what FieldCert can do for you, or just write to it."),
      h("button", { type: "button", class: "btn primary", "data-testid": "say-cert", onclick: () => say("/cert") }, "Say /cert")]
    : [h("b", {}, `The beginning of #${channel.name}`), "What people and FieldCert say in this channel will show up here."]));
}

/** Brings the log up to date, touching only messages that changed, and stays at the end when it was there. */
export async function refreshLog(user, channel) {
  const answer = await look("messages", { user, channel: channel.id });
  const key = `${user}/${channel.id}`;
  const first = key !== showing;
  if (first) {
    showing = key;
    readUpTo = answer.last_read;
    drawn = new Map();
    log.replaceChildren();
  }
  const atEnd = first || frame.scrollHeight - frame.scrollTop - frame.clientHeight < 80;
  const nodes = [];
  const next = new Map();
  let before = null;
  let newShown = false;
  let fresh = null;
  for (const message of answer.messages) {
    const newDay = !before || dayOf(before.ts) !== dayOf(message.ts);
    if (newDay) nodes.push(separator(format(message.ts, { weekday: "long", day: "numeric", month: "long" })));
    if (!newShown && before && message.ts > readUpTo && readUpTo !== "0" && message.user !== user) {
      newShown = true;
      nodes.push(separator("New", "new"));
    }
    const follows = !newDay && before.user === message.user && before.ephemeral === message.ephemeral && message.ts - before.ts < TOGETHER_SECONDS;
    const { choices, ...content } = message;
    const version = JSON.stringify([content, follows, known.zone]);
    const old = drawn.get(message.ts);
    const node = old?.version === version ? old.node : draw(user, channel.id, message, follows);
    if (!first && !old) node.classList.add("arriving");
    if (!first && node !== old?.node && message.user !== user) fresh ??= node;
    next.set(message.ts, { version, node });
    nodes.push(node);
    before = message;
  }
  if (!answer.messages.length) nodes.push(empty(channel));
  const focused = log.contains(document.activeElement) && document.activeElement.closest("[data-ts]")?.dataset.ts;
  place(nodes);
  drawn = next;
  if (focused && !log.contains(document.activeElement)) keepFocus(next.get(focused)?.node);
  if (atEnd) {
    frame.scrollTop = frame.scrollHeight;
    // What is new or was replaced is read from its start.
    if (fresh) frame.scrollTop = Math.min(frame.scrollTop, fresh.offsetTop - frame.offsetTop - 8);
  }
  const last = answer.messages.at(-1);
  if (last && last.ts > answer.last_read && document.visibilityState === "visible") act("read", { user, channel: channel.id });
}

/** A message that was replaced under somebody's fingers keeps the focus, on what can be done next in it or on itself. */
function keepFocus(node) {
  if (!node) return;
  const next = node.querySelector("button, input, select, textarea, summary");
  if (!next) node.tabIndex = -1;
  (next ?? node).focus({ preventScroll: true });
}

/** Puts the nodes in order without moving those that are in place: moving one would lose its focus. */
function place(nodes) {
  const wanted = new Set(nodes);
  [...log.children].forEach((child) => { if (!wanted.has(child)) child.remove(); });
  nodes.forEach((node, index) => {
    if (log.children[index] !== node) log.insertBefore(node, log.children[index] ?? null);
  });
}

/** Lets the next refresh draw everything anew. */
export function forgetLog() {
  showing = "";
}
