/** FieldCert is starting, stopped or out of reach: nothing was done, and the same may be sent again. */
export class Away extends Error {}

const SENTENCES = {
  no_such_element: "This has changed in the meantime. Use the newest message.",
  message_not_found: "This message is gone. Use the newest message.",
  no_open_modal: "This form is already closed.",
  not_in_channel: "You are not in this channel.",
  user_not_found: "This person is no longer in the workspace. Choose someone else at the top of the sidebar.",
  file_not_found: "This file is gone.",
  no_time_travel: "The clock cannot be moved right now.",
};

/** Slack's error names in words; whole sentences stay as they are. */
const sentence = (error, status) => SENTENCES[error]
  ?? (/\s/.test(error ?? "") ? error : `The local workspace refused that (${error || `status ${status}`}). Try again.`);

async function ask(path, request) {
  const response = await fetch(path, request).catch(() => {
    throw new Away("FieldCert isn’t responding. This page reconnects when it’s back.");
  });
  const json = await response.json().catch(() => ({}));
  if (response.status === 503) throw new Away(json.error);
  if (!response.ok) throw new Error(sentence(json.error, response.status));
  return json;
}

export async function look(path, query = {}) {
  return ask(`/local/${path}?${new URLSearchParams(query)}`);
}

export async function act(path, body = {}) {
  const request = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  return ask(`/local/${path}`, request);
}

/** Uploads a file; with a channel it is shared there, without it waits for a form. */
export async function upload(file, query) {
  const request = { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file };
  return ask(`/local/upload?${new URLSearchParams({ ...query, name: file.name })}`, request);
}

export const RECONNECT_MILLIS = 1_000;

/**
 * Calls back whenever something in the workspace has changed, and after each lost connection.
 *
 * @param callback gets the number of the newest change
 */
export function onChange(callback) {
  let pending = false;
  let newest = "";
  const source = new EventSource("/local/updates");
  source.onerror = () => {
    // The browser reconnects by itself after a lost connection, but not after a refusal while FieldCert starts.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => onChange(callback), RECONNECT_MILLIS);
  };
  source.onmessage = (event) => {
    newest = event.data;
    if (pending) return;
    pending = true;
    setTimeout(() => { pending = false; callback(newest); }, 25);
  };
}
