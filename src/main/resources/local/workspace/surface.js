import { act, upload } from "./api.js";
import { confirmed } from "./dialogs.js";
import { toast } from "./toast.js";

const GONE = "This has changed meanwhile. What you can do now stands in the newest message.";
const told = (problem) => toast(problem.message === "no_such_element" ? GONE : problem.message);

/**
 * Where elements act: one message or one view of one person.
 *
 * @param place {user, channel, place}, as the server names it
 * @param choices what has been chosen in it, in the form of state.values
 */
export function surface(place, choices, extras = {}) {
  const pending = [];
  // What is chosen goes to the server one after the other, and before a click or a form that follows it.
  let tail = Promise.resolve();
  const commit = () => { for (const one of pending) one(); return tail; };
  const send = async (path, body) => {
    try {
      const outcome = await act(path, { ...place, ...body });
      if (outcome.warning) (extras.warn ?? toast)(outcome.warning);
      return outcome;
    } catch (problem) {
      told(problem);
      return null;
    }
  };
  const allowed = (element) => !element.confirm || confirmed(element.confirm);
  return {
    ...extras,
    state: (blockId, actionId) => choices?.[blockId]?.[actionId],
    beforeSending: (commit) => pending.push(commit),
    commit,
    async click(blockId, element, node) {
      if (node.getAttribute("aria-busy") === "true" || !(await allowed(element))) return;
      node.setAttribute("aria-busy", "true");
      await commit();
      await send("click", { block_id: blockId, action_id: element.action_id });
      node.removeAttribute("aria-busy");
    },
    /** @param values what is chosen now, or a function that finds out, for instance by uploading */
    choose(blockId, element, values) {
      tail = tail.then(async () => {
        if (!(await allowed(element))) return;
        const found = typeof values === "function" ? await values() : values;
        await send("choose", { block_id: blockId, action_id: element.action_id, values: found });
      }).catch((problem) => toast(problem.message));
      return tail;
    },
    upload: (file) => upload(file, { user: place.user }),
  };
}
