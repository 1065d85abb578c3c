// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import loalang.announcements.ProductionListener.Progress;

/** Adds up what is ready. Confined to the producing thread. */
final class ProgressCount {
  private final int of;
  private final ProductionListener listener;
  private int sentences;
  private long bytes;

  ProgressCount(int of, ProductionListener listener) {
    this.of = of;
    this.listener = listener;
  }

  void ready(int moreBytes) {
    sentences++;
    bytes += moreBytes;
    listener.sentenceReady(new Progress(sentences, of, bytes));
  }
}
