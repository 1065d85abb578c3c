// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps what a page shows up to date; without this script every page is the same, only one has to
// load it again by hand.
import { follow } from './live.js';

document.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest', inline: 'center' });

const part = document.querySelector('[data-part]');
if (part) {
  follow(part, document.getElementById('offline'));
}
