// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.report;

import com.fasterxml.jackson.annotation.JsonValue;

/** How an airing ended on a node. */
public enum Outcome {
  /** Every frame was consumed by the audio device. */
  PLAYED("played"),
  /** It started and broke off: a crash, a power cut, a stop order. */
  PARTIAL("partial"),
  /** It was interrupted, or never begun, because of something more urgent. */
  PREEMPTED("pre-empted"),
  /** Its latest start passed before it could begin. */
  SKIPPED_LATE("skipped-late"),
  /** It fell into quiet hours and was no emergency. */
  SKIPPED_QUIET_HOURS("skipped-quiet-hours"),
  /** A stop order came before it began. */
  SKIPPED_STOPPED("skipped-stopped"),
  /** A later edition of the plan left it out. */
  SKIPPED_WITHDRAWN("skipped-withdrawn"),
  /** An order of silence held. */
  SKIPPED_SILENCED("skipped-silenced"),
  /** The node could not tell the time well enough to know that it was due. */
  SKIPPED_CLOCK_UNKNOWN("skipped-clock-unknown"),
  /** The recording did not arrive whole in time. */
  FAILED_RECORDING_MISSING("failed-recording-missing"),
  /** The recording arrived but cannot be decoded. */
  FAILED_RECORDING_UNREADABLE("failed-recording-unreadable"),
  /** There is no audio device, or it would not open. */
  FAILED_AUDIO_DEVICE("failed-audio-device"),
  /** The audio device took fewer frames than it was given, or faster than time passes. */
  FAILED_NOT_RENDERED("failed-not-rendered"),
  /** The node has no room left for the recording or its journal. */
  FAILED_DISK_FULL("failed-disk-full");

  private final String wireName;

  Outcome(String wireName) {
    this.wireName = wireName;
  }

  /** The word used on the wire. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
