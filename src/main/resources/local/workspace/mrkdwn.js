import { h } from "./dom.js";
import { emoji } from "./emoji.js";

/** What the text may refer to: people and groups by id, and the time zone of who reads. */
export const known = { people: new Map(), groups: new Map(), channels: [], zone: undefined };

const decode = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

const INLINE = new RegExp(
  [
    "`([^`\\n]+)`", // 1 code
    "<([^<>\\n]+)>", // 2 link, mention, date
    "(?<![\\p{L}\\p{N}*])\\*(?=\\S)([^*\\n]+?)(?<=\\S)\\*(?![\\p{L}\\p{N}*])", // 3 bold
    "(?<![\\p{L}\\p{N}_])_(?=\\S)([^_\\n]+?)(?<=\\S)_(?![\\p{L}\\p{N}_])", // 4 italic
    "(?<![\\p{L}\\p{N}~])~(?=\\S)([^~\\n]+?)(?<=\\S)~(?![\\p{L}\\p{N}~])", // 5 strike
    ":([a-z0-9_+'-]+(?:::skin-tone-\\d)?):", // 6 emoji
  ].join("|"),
  "gu",
);

function picture(name) {
  const found = emoji(name);
  return found ? h("span", { class: "emoji", role: "img", "aria-label": name.replaceAll("_", " ") }, found) : `:${name}:`;
}

function isWeb(url) {
  return /^(https?|mailto|tel):/i.test(url);
}

export function mention(kind, id) {
  if (kind === "user") return h("span", { class: "mention" }, `@${known.people.get(id)?.name ?? id}`);
  if (kind === "group") return h("span", { class: "mention" }, `@${known.groups.get(id) ?? id}`);
  return h("span", { class: "mention loud", title: "Notifies everybody here" }, `@${id}`);
}

function formatted(seconds, format) {
  const date = new Date(seconds * 1000);
  const show = (options) => new Intl.DateTimeFormat(undefined, { timeZone: known.zone, ...options }).format(date);
  const day = { year: "numeric", month: "long", day: "numeric" };
  const forms = {
    date_num: () => show({ year: "numeric", month: "2-digit", day: "2-digit" }),
    date: () => show(day), date_pretty: () => show(day),
    date_short: () => show({ ...day, month: "short" }), date_short_pretty: () => show({ ...day, month: "short" }),
    date_long: () => show({ ...day, weekday: "long" }), date_long_pretty: () => show({ ...day, weekday: "long" }),
    time: () => show({ hour: "numeric", minute: "2-digit" }),
    time_secs: () => show({ hour: "numeric", minute: "2-digit", second: "2-digit" }),
  };
  return format.replace(/\{(\w+)\}/g, (all, name) => forms[name]?.() ?? all);
}

function bracket(inside) {
  const bar = inside.indexOf("|");
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? "" : decode(inside.slice(bar + 1));
  if (target.startsWith("@")) return mention("user", target.slice(1));
  if (target.startsWith("#")) return h("span", { class: "mention" }, `#${known.channels.find((one) => one.id === target.slice(1))?.name ?? (label || target.slice(1))}`);
  if (target.startsWith("!subteam^")) return known.groups.has(target.slice(9)) || !label ? mention("group", target.slice(9)) : h("span", { class: "mention" }, label);
  if (target.startsWith("!date^")) {
    const [, seconds, format] = target.split("^");
    return h("time", { datetime: new Date(seconds * 1000).toISOString() }, formatted(Number(seconds), format));
  }
  if (/^!(here|channel|everyone)/.test(target)) return mention("all", target.slice(1).split("^")[0]);
  const url = decode(target);
  if (!isWeb(url)) return decode(`<${inside}>`);
  return h("a", { href: url, target: "_blank", rel: "noreferrer noopener" }, label || url);
}

/** One line of mrkdwn as DOM nodes; nothing in it is ever read as HTML. */
export function inline(text) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(INLINE)) {
    if (found.index > from) nodes.push(decode(text.slice(from, found.index)));
    const [all, code, angle, bold, italic, strike, name] = found;
    if (code !== undefined) nodes.push(h("code", {}, decode(code)));
    else if (angle !== undefined) nodes.push(bracket(angle));
    else if (bold !== undefined) nodes.push(h("strong", {}, ...inline(bold)));
    else if (italic !== undefined) nodes.push(h("em", {}, ...inline(italic)));
    else if (strike !== undefined) nodes.push(h("s", {}, ...inline(strike)));
    else nodes.push(picture(name));
    from = found.index + all.length;
  }
  if (from < text.length) nodes.push(decode(text.slice(from)));
  return nodes;
}

const BULLET = /^\s*[•◦▪]\s+/;
const NUMBER = /^\s*(\d{1,3})\.\s+/;
const QUOTE = /^(?:&gt;|>)\s?/;

function lines(text) {
  const nodes = [];
  let list = null;
  let quote = null;
  for (const line of text.split("\n")) {
    if (QUOTE.test(line)) {
      if (!quote) nodes.push((quote = h("blockquote")));
      quote.append(h("p", {}, ...inline(line.replace(QUOTE, ""))));
      list = null;
      continue;
    }
    quote = null;
    const kind = BULLET.test(line) ? "ul" : NUMBER.test(line) ? "ol" : null;
    if (kind) {
      if (list?.localName !== kind) {
        list = h(kind, kind === "ol" ? { start: line.match(NUMBER)[1] } : {});
        nodes.push(list);
      }
      list.append(h("li", {}, ...inline(line.replace(kind === "ul" ? BULLET : NUMBER, ""))));
      continue;
    }
    list = null;
    nodes.push(line.trim() ? h("p", {}, ...inline(line)) : h("div", { class: "gap" }));
  }
  return nodes;
}

/** A text in Slack's mrkdwn. */
export function mrkdwn(text) {
  const box = h("div", { class: "mrkdwn", dir: "auto" });
  text.split("```").forEach((part, index) => {
    if (index % 2) box.append(h("pre", {}, decode(part.replace(/^\n|\n$/g, ""))));
    else if (part) box.append(...lines(part.replace(/^\n|\n$/g, "")));
  });
  return box;
}

/** A plain text, of which only emoji names mean something. */
export function plain(text) {
  return text.split(/(:[a-z0-9_+-]+:)/).filter(Boolean).map((part) => (/^:.+:$/.test(part) ? picture(part.slice(1, -1)) : decode(part)));
}

/** A text object of either kind, for one line. */
export function label(object) {
  if (!object) return [];
  return object.type === "mrkdwn" ? inline(object.text) : plain(object.text);
}

/** A text object of either kind, with its lines. */
export function text(object) {
  if (object.type === "mrkdwn") return mrkdwn(object.text);
  const box = h("div", { class: "mrkdwn", dir: "auto" });
  object.text.split("\n").forEach((line) => box.append(line.trim() ? h("p", {}, ...plain(line)) : h("div", { class: "gap" })));
  return box;
}

function styled(node, style = {}) {
  let result = node;
  if (style.code) result = h("code", {}, result);
  if (style.bold) result = h("strong", {}, result);
  if (style.italic) result = h("em", {}, result);
  if (style.strike) result = h("s", {}, result);
  return result;
}

function richPart(part) {
  switch (part.type) {
    case "text": return styled(part.text, part.style);
    case "emoji": return picture(part.name);
    case "user": return mention("user", part.user_id);
    case "usergroup": return mention("group", part.usergroup_id);
    case "broadcast": return mention("all", part.range);
    case "channel": return h("span", { class: "mention" }, `#${part.channel_id}`);
    case "link":
      return isWeb(part.url) ? h("a", { href: part.url, target: "_blank", rel: "noreferrer noopener" }, styled(part.text || part.url, part.style)) : part.text || part.url;
    default: return part.elements ? h("span", {}, ...part.elements.map(richPart)) : "";
  }
}

/** A rich_text block. */
export function richText(block) {
  const box = h("div", { class: "mrkdwn", dir: "auto" });
  for (const part of block.elements) {
    const inner = part.elements.map(richPart);
    if (part.type === "rich_text_list") {
      box.append(h(part.style === "ordered" ? "ol" : "ul", {}, part.elements.map((item) => h("li", {}, ...item.elements.map(richPart)))));
    } else if (part.type === "rich_text_preformatted") box.append(h("pre", {}, ...inner));
    else if (part.type === "rich_text_quote") box.append(h("blockquote", {}, h("p", {}, ...inner)));
    else box.append(h("p", {}, ...inner));
  }
  return box;
}
