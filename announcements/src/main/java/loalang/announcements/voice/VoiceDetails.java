// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.voice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a catalogue says of a voice beyond its name.
 *
 * @param dialect of a Vietnamese voice; null if it has none
 * @param sex as heard
 * @param cost of speaking
 * @param standing whether it can be chosen
 * @param licenceAccepted true if the commune accepts a licence that is not free for all uses
 * @param fallback who speaks instead if this voice cannot; null for nobody
 * @param files what has to be fetched before it can speak
 */
public record VoiceDetails(
    @Nullable VoiceDialect dialect,
    Sex sex,
    Cost cost,
    Standing standing,
    boolean licenceAccepted,
    @Nullable VoiceId fallback,
    List<ModelFile> files) {
  /** A free voice that is ready and of which no more is known. */
  public static final VoiceDetails PLAIN =
      new VoiceDetails(null, Sex.UNSTATED, Cost.FREE, Standing.READY, false, null, List.of());

  public VoiceDetails {
    files = List.copyOf(files);
  }

  /** The same, with another standing. */
  public VoiceDetails standing(Standing other) {
    return new VoiceDetails(dialect, sex, cost, other, licenceAccepted, fallback, files);
  }
}
