// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.report;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * One thing a node looked at by itself.
 *
 * @param check which: one of the words below, or one of a later version
 * @param finding what came out
 * @param measured what was measured, in the unit of the check; null if nothing was
 * @param due what it ought to be; null if that says nothing
 * @param why why it was not looked at, or what is wrong, as a word; null if there is nothing to say
 */
public record SelfCheck(
    String check,
    Finding finding,
    @Nullable Long measured,
    @Nullable Long due,
    @Nullable String why) {
  /** The sound device opened and consumed silence; in frames. */
  public static final String SOUND = "sound";

  /** A file was written and forced onto the disk; in milliseconds. */
  public static final String DISK_WRITE = "disk-write";

  /** Room on the disk; in bytes. */
  public static final String DISK_FREE = "disk-free";

  /** How wrong the clock is at most; in milliseconds. */
  public static final String CLOCK = "clock";

  /** Recordings of the coming 24 hours that are here, of how many. */
  public static final String RECORDINGS = "recordings";

  /** 1 if the agent switches an amplifier, which it does not for a test. */
  public static final String AMPLIFIER = "amplifier";

  /** Of the machine; in degrees Celsius. */
  public static final String TEMPERATURE = "temperature";

  /** 1 if the machine says that its supply is too low. */
  public static final String UNDER_VOLTAGE = "under-voltage";

  /** What came out of one check. */
  public enum Finding {
    /** As it ought to be. */
    GOOD("good"),
    /** Not as it ought to be. */
    BAD("bad"),
    /** Nobody could or would look. */
    NOT_CHECKED("not-checked");

    private final String wireName;

    Finding(String wireName) {
      this.wireName = wireName;
    }

    /** The word used on the wire. */
    @JsonValue
    public String wireName() {
      return wireName;
    }
  }

  /** A measurement against what is due. */
  public static SelfCheck measured(
      String check, boolean isGood, long measured, @Nullable Long due) {
    return new SelfCheck(check, isGood ? Finding.GOOD : Finding.BAD, measured, due, null);
  }

  /** Something that does not work, and the code of why. */
  public static SelfCheck failed(String check, String why) {
    return new SelfCheck(check, Finding.BAD, null, null, why);
  }

  /** Something that was left alone. */
  public static SelfCheck left(String check, String why) {
    return new SelfCheck(check, Finding.NOT_CHECKED, null, null, why);
  }
}
