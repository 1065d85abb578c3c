// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.live;

import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.SpeakerId;

/** Something is not as it was. */
public sealed interface Change {

  /**
   * An airing was asked for, planned, ordered, reported about, or its deadline passed.
   *
   * @param airing which
   */
  record OfAiring(AiringId airing) implements Change {}

  /**
   * A speaker joined, came, went or told about itself.
   *
   * @param speaker which
   */
  record OfSpeaker(SpeakerId speaker) implements Change {}

  /**
   * The rendering of a notice went on or ended.
   *
   * @param notice which
   */
  record OfNotice(AnnouncementId notice) implements Change {}

  /** Who is ready, who is silent, or which keys are obeyed. */
  record OfDelivery() implements Change {}
}
