// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

/** The door: a notice in, a recording out. */
public final class ProduceAnnouncement implements AutoCloseable {
  private ProduceAnnouncement() {}

  /** A production line with these settings. */
  public static ProduceAnnouncement create(ProductionSettings settings) {
    return new ProduceAnnouncement();
  }

  /**
   * Produces a recording; blocks until it is made.
   *
   * @throws loalang.protocol.ProblemException if it cannot be made
   */
  public Production produce(Notice notice) {
    throw new UnsupportedOperationException("not yet");
  }

  @Override
  public void close() {}
}
