// SPDX-License-Identifier: GPL-3.0-or-later
// Fetches the live part of the page anew when the office tells of a change; without this script the
// page is the same, only one has to load it again by hand.
const live = document.querySelector('[data-part]');
const QUIET_MILLIS = 250;
let timer = 0;

async function refresh() {
  timer = 0;
  const answer = await fetch(live.dataset.part, { headers: { Accept: 'text/html' } });
  if (answer.redirected || answer.status === 401) {
    location.assign('/login');
  } else if (answer.ok) {
    live.innerHTML = await answer.text();
  }
}

function soon() {
  if (timer === 0) {
    timer = setTimeout(refresh, QUIET_MILLIS);
  }
}

const events = new EventSource('/api/v1/events');
events.addEventListener('changed', soon);
events.addEventListener('open', soon);
