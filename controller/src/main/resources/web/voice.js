// SPDX-License-Identifier: GPL-3.0-or-later
// Records from the microphone into the form's file field, as one channel of 16-bit samples (WAV).
// Without this script, or without a microphone, one chooses a file.
const RATE = 24_000; // what the office keeps of a voice needs no more
const QUIET = 0.05;
const LOUD = 0.98;

const part = document.getElementById('recorder');
const file = document.querySelector('input[name=sound]');
const most = Number(part?.dataset.mostSeconds);

function wav(pieces, rate) {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const view = new DataView(new ArrayBuffer(44 + 2 * length));
  const word = (at, text) => [...text].forEach((c, i) => view.setUint8(at + i, c.charCodeAt(0)));
  word(0, 'RIFF');
  view.setUint32(4, 36 + 2 * length, true);
  word(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); // PCM
  view.setUint16(22, 1, true); // one channel
  view.setUint32(24, rate, true);
  view.setUint32(28, 2 * rate, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  word(36, 'data');
  view.setUint32(40, 2 * length, true);
  let at = 44;
  for (const piece of pieces) {
    for (const sample of piece) {
      view.setInt16(at, Math.max(-1, Math.min(1, sample)) * 0x7fff, true);
      at += 2;
    }
  }
  return new File([view], 'thu-am.wav', { type: 'audio/wav' });
}

function run() {
  const start = document.getElementById('start');
  const stop = document.getElementById('stop');
  const clock = document.getElementById('clock');
  const level = document.getElementById('level');
  const heard = document.getElementById('heard');
  const own = document.getElementById('own');
  let pieces = [];
  let count = 0;
  let peak = 0;
  let end = null;

  function show(isRunning) {
    start.hidden = isRunning;
    stop.hidden = !isRunning;
  }

  function take(piece) {
    pieces.push(piece);
    count += piece.length;
    const height = piece.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0);
    peak = Math.max(peak, height);
    level.value = height;
    const seconds = Math.floor(count / RATE);
    clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    if (seconds >= most) {
      end?.();
    }
  }

  function finish() {
    const kept = wav(pieces, RATE);
    const list = new DataTransfer();
    list.items.add(kept);
    file.files = list.files;
    file.setCustomValidity('');
    URL.revokeObjectURL(own.src);
    own.src = URL.createObjectURL(kept);
    own.hidden = false;
    const isFull = count / RATE >= most;
    heard.textContent =
      (isFull ? `${heard.dataset.most} ` : '')
      + (peak < QUIET ? heard.dataset.quiet : peak > LOUD ? heard.dataset.loud : heard.dataset.good);
    show(false);
    start.className = 'outline';
  }

  async function begin() {
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
    } catch {
      document.getElementById('no-microphone').hidden = false;
      return;
    }
    const context = new AudioContext({ sampleRate: RATE });
    await context.audioWorklet.addModule('/web/microphone.js');
    const source = context.createMediaStreamSource(stream);
    const tap = new AudioWorkletNode(context, 'microphone', { channelCount: 1 });
    pieces = [];
    count = 0;
    peak = 0;
    own.hidden = true;
    heard.textContent = '';
    end = () => {
      end = null;
      tap.port.onmessage = null;
      stream.getTracks().forEach((track) => track.stop());
      context.close();
      finish();
    };
    tap.port.onmessage = (message) => take(message.data);
    source.connect(tap);
    tap.connect(context.destination); // it says nothing; what leads nowhere is not run
    show(true);
    stop.focus();
  }

  start.addEventListener('click', begin);
  stop.addEventListener('click', () => end?.());
  part.hidden = false;
}

if (part) {
  if (navigator.mediaDevices && window.AudioWorkletNode) {
    run();
  } else {
    document.getElementById('no-microphone').hidden = false;
  }
  document.querySelector('form.card').addEventListener('submit', (sent) => {
    const button = sent.submitter;
    button.setAttribute('aria-disabled', 'true');
    button.textContent = button.dataset.busy;
  });
}
