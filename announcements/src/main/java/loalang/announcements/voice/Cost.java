// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.voice;

/** What speaking costs the commune. */
public enum Cost {
  /** Nothing but electricity. */
  FREE("free"),
  /** The vendor counts every character sent, by the commune's own contract. */
  PER_CHARACTER("per-character");

  private final String written;

  Cost(String written) {
    this.written = written;
  }

  /** As catalogues write it. */
  public String written() {
    return written;
  }
}
