// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

/** Hears how far a production is. Called on the producing thread, so it must be quick. */
@FunctionalInterface
public interface ProductionListener {
  /** Hears nothing. */
  ProductionListener NONE = progress -> {};

  /** A sentence, and all before it, is coded. */
  void sentenceReady(Progress progress);

  /**
   * How far it is.
   *
   * @param sentences 1 to {@code of}: how many are coded
   * @param of how many there will be, the station's own lines included
   * @param bytes coded so far
   */
  record Progress(int sentences, int of, long bytes) {}
}
