// SPDX-License-Identifier: GPL-3.0-or-later
// Fetches the live part of a page anew when the office tells of a change (server-sent events), and
// every ten seconds if it cannot tell.
const QUIET_MILLIS = 250;
const POLL_MILLIS = 10_000;

export function follow(part, offline) {
  let timer = 0;
  let poll = 0;

  // What somebody has opened or is typing into is left alone until they are done.
  function isBusy() {
    return part.querySelector('details[open], :focus-within:is(form)') !== null;
  }

  async function refresh() {
    timer = 0;
    if (isBusy()) {
      soon(1_000);
      return;
    }
    try {
      const answer = await fetch(part.dataset.part, { headers: { Accept: 'text/html' } });
      if (answer.redirected || answer.status === 401) {
        location.assign('/login');
      } else if (answer.ok) {
        offline.hidden = true;
        const html = await answer.text();
        if (isBusy()) {
          soon(1_000); // it was opened while the answer was on its way
        } else {
          replace(html);
        }
      }
    } catch {
      offline.hidden = false;
    }
  }

  function replace(html) {
    const fresh = document.createElement('div');
    fresh.innerHTML = html;
    if (fresh.innerHTML !== part.innerHTML) {
      part.replaceChildren(...fresh.childNodes);
    }
  }

  function soon(millis = QUIET_MILLIS) {
    if (timer === 0) {
      timer = setTimeout(refresh, millis);
    }
  }

  const events = new EventSource('/api/v1/events');
  events.addEventListener('changed', () => soon());
  events.addEventListener('open', () => {
    clearInterval(poll);
    poll = 0;
    offline.hidden = true;
    soon();
  });
  events.addEventListener('error', () => {
    offline.hidden = false;
    if (poll === 0) {
      poll = setInterval(refresh, POLL_MILLIS);
    }
  });
}
