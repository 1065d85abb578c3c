// SPDX-License-Identifier: GPL-3.0-or-later
// Shows what a form would change while one fills it in; without this script a button does.

const PAUSE_MILLIS = 400;

function follow(form) {
  const check = document.getElementById('check');
  let timer = 0;
  let asked = 0;

  async function look() {
    asked += 1;
    const mine = asked;
    const fields = new URLSearchParams(new FormData(form));
    fields.set('act', 'part');
    try {
      const answer = await fetch(form.action, { method: 'POST', body: fields });
      const html = await answer.text();
      if (mine === asked && answer.ok) {
        check.innerHTML = html;
      }
    } catch {
      // The button still asks, and says why not.
    }
  }

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE_MILLIS);
  });
}

document.querySelectorAll('form[data-preview]').forEach(follow);

// Drags an airing along the line of its day. What it would change is shown before anything is
// saved; the form that the list leads to does the same by keys.
const MINUTES = 1440;
const STEP_MINUTES = 5;

function minutesOf(hour) {
  const [hours, minutes] = hour.split(':').map(Number);
  return hours * 60 + minutes;
}

function hourOf(minutes) {
  const two = (number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function drag(mark) {
  const line = mark.ownerSVGElement;
  const origin = minutesOf(mark.dataset.at);
  const left = Number(mark.getAttribute('x'));
  let from = null;
  let moved = 0;

  mark.addEventListener('pointerdown', (press) => {
    from = press.clientX;
    moved = 0;
    mark.setPointerCapture(press.pointerId);
    press.preventDefault();
  });
  mark.addEventListener('pointermove', (move) => {
    if (from !== null) {
      const wide = line.getBoundingClientRect().width;
      const minutes = ((move.clientX - from) / wide) * MINUTES;
      const to = Math.round((origin + minutes) / STEP_MINUTES) * STEP_MINUTES;
      moved = Math.max(0, Math.min(MINUTES - STEP_MINUTES, to)) - origin;
      mark.setAttribute('x', String(left + moved));
    }
  });
  mark.addEventListener('pointerup', () => {
    from = null;
    const path = new URL(mark.dataset.edit, location.href);
    if (moved !== 0) {
      path.searchParams.set('from', mark.dataset.at);
      path.searchParams.set('to', hourOf(origin + moved));
    }
    location.assign(path);
  });
  mark.addEventListener('pointercancel', () => {
    from = null;
    mark.setAttribute('x', String(left));
  });
}

const draggable = document.querySelectorAll('.day [data-edit]');
draggable.forEach(drag);
document.querySelectorAll('.drag').forEach((hint) => {
  hint.hidden = draggable.length === 0;
});
