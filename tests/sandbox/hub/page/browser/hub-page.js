/** The hub is asked this often what it hears (milliseconds). */
const ASK_MS = 1_000;
const SAYS = { 200: 'followed', 202: 'taken, and asked about', 409: 'refused' };

const element = (id) => document.getElementById(id);

/** One that says to nobody: settings that are the same as before would not be read, and the policy not with them. */
const ANOTHER = { id: 'hub', name: 'Hub of the sandbox', origins: ['http://elsewhere.localhost/*'] };

/** Tells Planside, by the hook of builds for the sandbox. */
function tell(name, detail) {
  const done = new Promise((resolve) => document.addEventListener('planside-sandbox-done', resolve, { once: true }));
  document.dispatchEvent(new CustomEvent(name, { detail: JSON.stringify(detail) }));
  return done;
}

async function follow(isFollowed) {
  const { settings, policy } = await (await fetch('/set-up')).json();
  const { clinicalSystems } = settings;
  await tell('planside-sandbox-policy', isFollowed ? policy : {});
  const systems = isFollowed ? [...clinicalSystems, ANOTHER] : clinicalSystems;
  await tell('planside-sandbox-settings', { ...settings, clinicalSystems: systems });
  element('followed').textContent = isFollowed
    ? 'The organisation’s policy names this hub now: Planside’s panel follows it.'
    : 'The organisation’s policy names no hub: Planside’s panel stands beside the page in front.';
}

function offerToFollow() {
  for (const button of document.querySelectorAll('[data-follow]')) {
    button.disabled = false;
    button.addEventListener('click', () => follow(button.dataset.follow === 'on'));
  }
}

async function showHeard() {
  const heard = await fetch('/heard').then(
    (answer) => answer.json(),
    () => null,
  );
  element('heard-says').textContent = heard ? inWords(heard) : 'The sandbox has been stopped.';
  setTimeout(showHeard, ASK_MS);
}

function inWords({ subscribers, answers, last, syncErrors, renewals }) {
  const panels = subscribers === 1 ? 'One panel follows' : `${subscribers || 'No'} panels follow`;
  const answered =
    last === null ? 'Nothing was answered yet' : `${answers} answers, the last one ${last}: ${SAYS[last]}`;
  return `${panels}. ${answered}. ${syncErrors} SyncErrors, ${renewals} renewals.`;
}

// The hook of Planside may come before this script, or after it.
const isThere = () => document.documentElement.dataset.plansideHook === 'ready';
if (isThere()) offerToFollow();
else {
  const looks = new MutationObserver(() => {
    if (!isThere()) return;
    looks.disconnect();
    offerToFollow();
  });
  looks.observe(document.documentElement, { attributes: true });
}
showHeard();
