// Asks now and then whether the client of this page still waits for its approval. Once it doesn't, the
// page asks its own address again, which leads on: to signing in, or to what was decided.
'use strict';

const page = document.querySelector('main');
const now = document.getElementById('now');
const LONGEST = 60;
let wait = Number(page.dataset.again);
let timer;

async function ask() {
  try {
    const reply = await fetch(page.dataset.ask, { cache: 'no-store', credentials: 'omit' });
    if (!reply.ok) throw new Error(String(reply.status));
    const { pending, again } = await reply.json();
    if (!pending) {
      say('It is decided. Going on …');
      location.reload();
      return;
    }
    say('This page goes on by itself once it is decided.');
    wait = again;
  } catch {
    say('The server does not answer just now. This page goes on asking.');
    wait = Math.min(2 * wait, LONGEST);
  }
  later();
}

// Not all who wait at the same moment.
function later() {
  clearTimeout(timer);
  timer = setTimeout(ask, wait * 1000 * (0.8 + 0.4 * Math.random()));
}

// What is said again is read out again.
function say(text) {
  if (now.textContent !== text) now.textContent = text;
}

// Browsers let pages sleep that nobody looks at; whoever comes back wants to know.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') {
    clearTimeout(timer);
    ask();
  }
});
later();
