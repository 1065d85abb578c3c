// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.time.Duration;
import java.util.Arrays;
import loalang.protocol.Digest;
import loalang.protocol.RecordingRef;

/**
 * A finished recording: one Ogg Opus file, named by the SHA-256 of its bytes. Immutable; usable on
 * any thread.
 */
public final class Recording {
  private final RecordingRef ref;
  private final byte[] oggOpus;

  private Recording(RecordingRef ref, byte[] oggOpus) {
    this.ref = ref;
    this.oggOpus = oggOpus;
  }

  /**
   * A recording of these bytes.
   *
   * @param oggOpus a whole Ogg Opus file; copied
   * @param duration its playing time to the sample
   * @throws IllegalArgumentException if {@link RecordingRef} refuses size or duration
   */
  public static Recording of(byte[] oggOpus, Duration duration) {
    byte[] own = oggOpus.clone();
    return new Recording(new RecordingRef(Digest.of(own), own.length, duration), own);
  }

  /** Digest, size and duration: how an order names it. */
  public RecordingRef ref() {
    return ref;
  }

  /** The file's bytes; a fresh copy. */
  public byte[] oggOpus() {
    return oggOpus.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Recording that
        && ref.equals(that.ref)
        && Arrays.equals(oggOpus, that.oggOpus);
  }

  @Override
  public int hashCode() {
    return ref.hashCode();
  }

  @Override
  public String toString() {
    return "Recording[%s]".formatted(ref);
  }
}
