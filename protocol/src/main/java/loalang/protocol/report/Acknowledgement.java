// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.report;

import loalang.protocol.SpeakerId;

/**
 * How much of a node's chain the office has stored: the node may forget that much and sends the
 * rest again. Signed with the office's key.
 *
 * @param speaker whose chain
 * @param through highest number stored with every one below it; 0 or more, 0 means nothing yet
 * @throws IllegalArgumentException if through is negative
 */
public record Acknowledgement(SpeakerId speaker, long through) {
  public Acknowledgement {
    if (through < 0) {
      throw new IllegalArgumentException("An acknowledgement counts from 0, was " + through);
    }
  }
}
