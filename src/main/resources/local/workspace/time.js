import { act, look } from "./api.js";
import { byId } from "./dom.js";
import { known } from "./mrkdwn.js";
import { tellTimes } from "./people.js";
import { toast } from "./toast.js";

const narrow = matchMedia("(max-width: 760px)");
let ahead = 0;

function show(time) {
  ahead = Date.parse(time.now) - Date.now();
  byId("time-buttons").hidden = !time.travels;
  const next = byId("time-next");
  next.disabled = !time.next_contact;
  const when = time.next_contact && new Intl.DateTimeFormat(undefined, { timeZone: known.zone, dateStyle: "medium", timeStyle: "short" }).format(new Date(time.next_contact));
  next.title = when ? `FieldCert next writes to somebody on ${when}` : "FieldCert has nothing planned";
  tick();
}

function tick() {
  const now = new Date(Date.now() + ahead);
  const node = byId("time-now");
  node.dateTime = now.toISOString();
  const day = narrow.matches ? {} : { day: "numeric", month: "short" };
  node.textContent = new Intl.DateTimeFormat(undefined, { timeZone: known.zone, weekday: "short", ...day, hour: "numeric", minute: "2-digit" }).format(now);
  tellTimes(now);
}

export async function refreshTime() {
  show(await look("time"));
}

byId("time-buttons").addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (!button || button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  try {
    show(await (button.dataset.by ? act("time/advance", { by: button.dataset.by }) : act("time/next-contact")));
  } catch (problem) {
    toast(problem.message);
  }
  button.removeAttribute("aria-busy");
});

setInterval(tick, 5_000);
