/** Talks to the workspace's own server. */
async function answer(response) {
  const json = await response.json().catch(() => ({ error: "The local workspace did not answer." }));
  if (!response.ok) throw new Error(json.error || `Status ${response.status}`);
  return json;
}

export async function look(path, query = {}) {
  return answer(await fetch(`/local/${path}?${new URLSearchParams(query)}`));
}

export async function act(path, body = {}) {
  const request = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  return answer(await fetch(`/local/${path}`, request));
}

/** Uploads a file; with a channel it is shared there, without it waits for a form. */
export async function upload(file, query) {
  const request = { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file };
  return answer(await fetch(`/local/upload?${new URLSearchParams({ ...query, name: file.name })}`, request));
}

/**
 * Calls back whenever something in the workspace has changed, and after each lost connection.
 *
 * @param callback gets the number of the newest change
 */
export function onChange(callback) {
  const source = new EventSource("/local/updates");
  let pending = false;
  let newest = "";
  source.onmessage = (event) => {
    newest = event.data;
    if (pending) return;
    pending = true;
    setTimeout(() => { pending = false; callback(newest); }, 25);
  };
}
