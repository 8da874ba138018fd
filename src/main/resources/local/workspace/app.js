import { act, look, onChange, RECONNECT_MILLIS } from "./api.js";
import { blocks } from "./blocks.js";
import { aim, knowCommands } from "./composer.js";
import { byId, h } from "./dom.js";
import { forgetLog, refreshLog } from "./log.js";
import { refreshModals } from "./modal.js";
import { known } from "./mrkdwn.js";
import { drawPeople } from "./people.js";
import { surface } from "./surface.js";
import { refreshTime } from "./time.js";
import { toast } from "./toast.js";

/*
 * Each tab is one person in one place; the session storage remembers both across reloads. A new tab begins as whoever was
 * chosen last.
 */
const state = {
  user: new URLSearchParams(location.search).get("as") ?? sessionStorage.getItem("user") ?? localStorage.getItem("user"),
  place: sessionStorage.getItem("place") ?? "app",
  tab: sessionStorage.getItem("tab") ?? "messages",
};
let sidebar = null;
let homeDrawn = "";

function remember() {
  for (const [name, value] of Object.entries(state)) sessionStorage.setItem(name, value);
  localStorage.setItem("user", state.user);
}

async function loadWorkspace() {
  const workspace = await look("workspace");
  known.people = new Map(workspace.people.map((person) => [person.id, person]));
  known.groups = new Map(workspace.groups.map((group) => [group.id, group.handle]));
  knowCommands(workspace.commands);
  const humans = workspace.people.filter((person) => !person.is_bot);
  const chosen = humans.find((person) => person.id === state.user || person.name === state.user) ?? humans[0];
  state.user = chosen.id;
  known.zone = chosen.tz;
  drawPeople(state.user, become);
  byId("about-commands").replaceChildren(...workspace.commands.flatMap((command) => [
    h("div", {}, h("dt", {}, `${command.name} ${command.usage}`), h("dd", {}, command.description)),
  ]));
}

function become(user) {
  state.user = user;
  known.zone = known.people.get(user).tz;
  forgetLog();
  homeDrawn = "";
  remember();
  drawPeople(user, become);
  refresh();
  tellOpened();
}

/** The bot hears when somebody looks at its Home or Messages tab. */
function tellOpened() {
  if (state.place !== "app" || state.tab === "about") return;
  act(`open-${state.tab}`, { user: state.user }).catch((problem) => toast(problem.message));
}

const isHome = () => state.place === "app" && state.tab === "home";

function entry(id, label, sigil, unread, testid) {
  const current = state.place === id;
  return h("li", {}, h("button", {
    type: "button", class: unread ? "has-unread" : "", "aria-current": current ? "true" : undefined, "data-testid": testid,
    onclick: () => go(id),
  }, h("span", { class: "sigil", "aria-hidden": "true" }, sigil), h("span", { class: "label" }, label),
  unread > 0 && h("span", { class: "badge", "data-testid": `${testid}-unread` }, String(unread), h("span", { class: "visually-hidden" }, " unread"))));
}

function drawSidebar() {
  const key = JSON.stringify([sidebar, state.place]);
  const box = byId("sidebar");
  if (box.dataset.key === key) return;
  box.dataset.key = key;
  const focused = box.contains(document.activeElement) && document.activeElement.dataset.testid;
  byId("channels").replaceChildren(...sidebar.channels.map((channel) => entry(channel.id, channel.name, "#", channel.unread, `channel-${channel.name}`)));
  const mark = h("img", { src: "mark.svg", alt: "", width: "18", height: "18" });
  byId("apps").replaceChildren(entry("app", "FieldCert", mark, sidebar.unread, "app-entry"));
  if (focused) box.querySelector(`[data-testid="${focused}"]`)?.focus();
  const unread = sidebar.unread + sidebar.channels.reduce((sum, channel) => sum + channel.unread, 0);
  document.title = `${unread ? `(${unread}) ` : ""}FieldCert · Local workspace`;
  byId("menu-unread").hidden = !unread;
  byId("menu-unread").textContent = unread;
  byId("menu-toggle").setAttribute("aria-label", unread ? `Show channels, ${unread} unread` : "Show channels");
}

function conversation() {
  const channel = sidebar.channels.find((one) => one.id === state.place);
  if (channel) return { id: channel.id, name: channel.name, members: channel.members, bot: channel.has_bot, direct: false };
  state.place = "app";
  return { id: sidebar.direct_message, name: "FieldCert", direct: true };
}

function drawHead(current) {
  const app = state.place === "app";
  byId("title").replaceChildren(app ? "FieldCert" : `#${current.name}`);
  byId("subtitle").textContent = app ? "Certification assistant" : `${current.members} members${current.bot ? "" : ", without FieldCert"}`;
  byId("tabs").hidden = !app;
  for (const tab of byId("tabs").children) {
    const chosen = app && tab.dataset.tab === state.tab;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
  }
  const waiting = sidebar.unread > 0 && state.tab !== "messages";
  byId("tab-messages").replaceChildren("Messages", ...(waiting ? [h("span", { class: "badge" }, String(sidebar.unread), h("span", { class: "visually-hidden" }, " unread"))] : []));
  byId("panel-home").hidden = !isHome();
  byId("panel-about").hidden = !(app && state.tab === "about");
  byId("panel-messages").hidden = app && state.tab !== "messages";
  aim(state.user, current.id, app ? "Message FieldCert" : `Message #${current.name}`);
}

async function drawHome() {
  const { view, choices } = await look("home", { user: state.user });
  const panel = byId("panel-home");
  const key = `${state.user}/${view?.hash}`;
  if (key === homeDrawn) return;
  homeDrawn = key;
  panel.replaceChildren(view
    ? blocks(view.blocks, surface({ user: state.user, channel: "", place: view.id }, choices, { heading: "h2" }))
    : h("div", { class: "empty" }, h("b", {}, "Nothing published yet"), "FieldCert fills this page a moment after you open it."));
}

let running = false;
let again = false;
let heard = "";

/**
 * Brings everything that is on the screen up to date; one at a time, and once more if asked meanwhile. The stage says which
 * change is shown, so that whoever operates the page by program knows when to look.
 */
async function refresh() {
  delete byId("stage").dataset.shows;
  if (running) { again = true; return; }
  running = true;
  let shows = "";
  try {
    do {
      again = false;
      shows = heard;
      await loadWorkspace();
      sidebar = await look("sidebar", { user: state.user });
      known.channels = sidebar.channels;
      const current = conversation();
      drawSidebar();
      drawHead(current);
      if (isHome()) await drawHome();
      if (!byId("panel-messages").hidden) await refreshLog(state.user, current);
      await refreshModals(state.user);
      await refreshTime();
    } while (again);
    byId("stage").dataset.shows = shows;
    byId("trouble").hidden = true;
    arrive();
  } catch (problem) {
    console.error(problem);
    waitFor(problem);
  } finally {
    running = false;
  }
}

let retry = 0;

/** Says why the page is not up to date, and tries again. */
function waitFor(problem) {
  byId("trouble").textContent = problem.message;
  byId("trouble").hidden = false;
  clearTimeout(retry);
  retry = setTimeout(refresh, RECONNECT_MILLIS);
}

let arrived = false;

/** When the page is there for the first time. */
function arrive() {
  if (arrived) return;
  arrived = true;
  remember();
  // From now on the tab knows who it is: a link that named somebody must not bring them back at the next reload.
  if (location.search) history.replaceState(null, "", location.pathname);
  tellOpened();
  byId("composer-input").focus();
}

function go(place) {
  state.place = place;
  if (place === "app" && sidebar.unread) state.tab = "messages";
  remember();
  showMenu(false);
  refresh();
  tellOpened();
  if (!isHome() && matchMedia("(min-width: 761px)").matches) byId("composer-input").focus();
}

function openTab(tab) {
  state.tab = tab;
  remember();
  refresh();
  tellOpened();
}

byId("tabs").addEventListener("click", (event) => {
  const tab = event.target.closest("[data-tab]");
  if (tab) openTab(tab.dataset.tab);
});
byId("tabs").addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const tabs = [...byId("tabs").children];
  const next = tabs[(tabs.indexOf(event.target) + step + tabs.length) % tabs.length];
  openTab(next.dataset.tab);
  next.focus();
});

function showMenu(open) {
  const wasOpen = byId("sidebar").classList.contains("open");
  byId("sidebar").classList.toggle("open", open);
  byId("scrim").classList.toggle("open", open);
  byId("scrim").hidden = !open;
  byId("menu-toggle").setAttribute("aria-expanded", String(open));
  if (open) byId("sidebar").querySelector("input:checked, button")?.focus();
  else if (wasOpen) byId("menu-toggle").focus();
}
byId("menu-toggle").addEventListener("click", () => showMenu(!byId("sidebar").classList.contains("open")));
byId("scrim").addEventListener("click", () => showMenu(false));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && byId("sidebar").classList.contains("open")) showMenu(false);
});

const THEMES = ["auto", "light", "dark"];
function showTheme(theme) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  byId("theme-toggle").setAttribute("aria-label", `Colors: ${theme}. Change`);
  byId("theme-toggle").title = `Colors: ${theme}`;
}
byId("theme-toggle").addEventListener("click", () => {
  const next = THEMES[(THEMES.indexOf(localStorage.getItem("theme") ?? "auto") + 1) % THEMES.length];
  localStorage.setItem("theme", next);
  showTheme(next);
});
showTheme(localStorage.getItem("theme") ?? "auto");

document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && refresh());
onChange((change) => { heard = change; refresh(); });
refresh();
