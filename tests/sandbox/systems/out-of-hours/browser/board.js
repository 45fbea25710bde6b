// Opens and closes cases from the top window, for browser tests and measurements; people use the links in the frames.
const caseFrame = document.getElementById('case-frame');
let changing = new AbortController();

function supersede() {
  changing.abort(new Error('another call was opened or closed first'));
  changing = new AbortController();
  return changing.signal;
}

/** Navigates the case frame. A frame has loaded only when the frames inside it have. */
function show(path, signal) {
  const before = caseFrame.contentWindow.location.pathname;
  return new Promise((resolve, reject) => {
    const done = new AbortController();
    const settle = (act) => {
      done.abort();
      act();
    };
    const loaded = () => {
      const now = caseFrame.contentWindow.location.pathname;
      if (now === path) settle(resolve);
      else if (now !== before) settle(() => reject(new Error('another call was opened or closed first')));
    };
    caseFrame.addEventListener('load', loaded, { signal: done.signal });
    signal.addEventListener('abort', () => settle(() => reject(signal.reason)), { signal: done.signal });
    caseFrame.contentWindow.location.replace(path);
  });
}

/** Opens the call of the person with this NHS number; resolves when the innermost frame has loaded. */
async function openCall(nhsNumber) {
  const signal = supersede();
  const answer = await fetch('/calls/find', { method: 'POST', body: new URLSearchParams({ nhsNumber }), signal });
  if (!answer.ok) throw new Error('not found');
  const { path } = await answer.json();
  signal.throwIfAborted();
  await show(path, signal);
}

/** Closes the case; resolves when "no case" is shown. */
function closeCall() {
  return show('/case', supersede());
}

Object.assign(window, { openCall, closeCall });
