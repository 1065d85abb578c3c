// SPDX-License-Identifier: GPL-3.0-or-later
// Lights the words of a recording while it sounds, lets one jump in it, says when something takes
// its time. Without this script every page does the same, only less smoothly.

import { follow as followPart } from './live.js';

function follow(audio) {
  const words = [...document.querySelectorAll('.spoken [data-at]')].map((piece) => ({
    piece,
    at: Number(piece.dataset.at) / 1000,
  }));
  words.sort((one, other) => one.at - other.at);
  const played = document.querySelector('.outline .played');
  let lit = null;

  function wordAt(seconds) {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle].at <= seconds) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low > 0 ? words[low - 1].piece : null;
  }

  function show() {
    const piece = audio.ended || audio.currentTime === 0 ? null : wordAt(audio.currentTime);
    if (piece !== lit) {
      lit?.classList.remove('now');
      piece?.classList.add('now');
      lit = piece;
      if (piece && !audio.paused && !isSeen(piece)) {
        piece.scrollIntoView({ block: 'center' });
      }
    }
    if (Number.isFinite(audio.duration)) {
      played.style.width = `${(100 * audio.currentTime) / audio.duration}%`;
    }
  }

  function isSeen(piece) {
    const box = piece.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  }

  function run() {
    show();
    if (!audio.paused && !audio.ended) {
      requestAnimationFrame(run);
    }
  }

  audio.addEventListener('play', run);
  for (const event of ['timeupdate', 'seeked', 'pause', 'ended', 'loadedmetadata']) {
    audio.addEventListener(event, show);
  }
  document.querySelector('.player .outline').addEventListener('click', (click) => {
    if (Number.isFinite(audio.duration)) {
      const box = click.currentTarget.getBoundingClientRect();
      audio.currentTime = (audio.duration * (click.clientX - box.left)) / box.width;
    }
  });
}

const audio = document.querySelector('.player audio');
if (audio) {
  follow(audio);
}

// While a recording is made its bar moves; then the page shows what came of it.
const making = document.querySelector('[data-making]');
if (making) {
  making.dataset.part = making.dataset.making;
  new MutationObserver(() => {
    const done = making.querySelector('[data-done]');
    if (done) {
      location.replace(done.dataset.done);
    }
  }).observe(making, { childList: true });
  followPart(making, document.getElementById('offline'));
}

// A marked word of the written text opens the same form as the spoken one.
for (const mark of document.querySelectorAll('mark[data-place]')) {
  mark.addEventListener('click', () => {
    location.assign(`?at=${mark.dataset.place}#mend`);
  });
}

for (const file of document.querySelectorAll('input[data-most]')) {
  file.addEventListener('change', () => {
    const isTooLarge = [...file.files].some((one) => one.size > Number(file.dataset.most));
    file.setCustomValidity(isTooLarge ? file.dataset.tooLarge : '');
    file.reportValidity();
  });
}

// What takes its time says so; the button is let go when one comes back to the page.
for (const form of document.querySelectorAll('form')) {
  form.addEventListener('submit', (sent) => {
    const button = sent.submitter;
    if (button?.dataset.busy) {
      const words = button.textContent;
      button.setAttribute('aria-disabled', 'true');
      button.textContent = button.dataset.busy;
      addEventListener('pageshow', () => {
        button.removeAttribute('aria-disabled');
        button.textContent = words;
      }, { once: true });
    }
  });
}
