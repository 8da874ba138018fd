import { act, Away, upload } from "./api.js";
import { confirmed } from "./dialogs.js";
import { toast } from "./toast.js";

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
  // What did not reach the server, by element: it is sent again before the next click.
  const unsent = new Map();
  const queue = (one) => { tail = tail.then(one).catch((problem) => toast(problem.message)); return tail; };
  const commit = async () => {
    for (const one of pending) one();
    for (const one of [...unsent.values()]) queue(one);
    await tail;
    return unsent.size === 0;
  };
  const send = async (path, body) => {
    try {
      const outcome = await act(path, { ...place, ...body });
      if (outcome.warning) (extras.warn ?? toast)(outcome.warning);
      return outcome;
    } catch (problem) {
      toast(problem.message);
      return problem;
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
      if (await commit()) await send("click", { block_id: blockId, action_id: element.action_id });
      node.removeAttribute("aria-busy");
    },
    /** @param values what is chosen now, or a function that finds out, for instance by uploading */
    choose(blockId, element, values) {
      const key = `${blockId}/${element.action_id}`;
      const one = async () => {
        unsent.delete(key);
        if (!(await allowed(element))) return;
        const found = typeof values === "function" ? await values() : values;
        const outcome = await send("choose", { block_id: blockId, action_id: element.action_id, values: found });
        if (outcome instanceof Away && element.type !== "overflow") unsent.set(key, one);
      };
      return queue(one);
    },
    upload: (file) => upload(file, { user: place.user }),
  };
}
