/** The session has ended: the server answers `/` with the log-in page now. */
function signedOut() {
  location.reload();
  return new Promise(() => {});
}

/** Asks the server for JSON. Rejects with the server's word for it; an ended session leads to the log-in page. */
export async function ask(path, options = {}) {
  const response = await fetch(path, options);
  if (response.status === 401) return signedOut();
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

/** Sends form fields. */
export function send(path, fields) {
  return ask(path, { method: 'POST', body: new URLSearchParams(fields) });
}
