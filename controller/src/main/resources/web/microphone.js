// SPDX-License-Identifier: GPL-3.0-or-later
// On the sound's own thread: hands on what the microphone gives, some thousand samples at once.
const AT_ONCE = 2_048;

class Microphone extends AudioWorkletProcessor {
  constructor() {
    super();
    this.piece = new Float32Array(AT_ONCE);
    this.filled = 0;
  }

  process(inputs) {
    const samples = inputs[0][0];
    if (samples) {
      this.piece.set(samples, this.filled);
      this.filled += samples.length;
      if (this.filled === AT_ONCE) {
        this.port.postMessage(this.piece);
        this.piece = new Float32Array(AT_ONCE);
        this.filled = 0;
      }
    }
    return true;
  }
}

registerProcessor('microphone', Microphone);
