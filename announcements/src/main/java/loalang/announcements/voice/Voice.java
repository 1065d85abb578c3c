// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.voice;

import java.util.Set;

/**
 * One voice of the catalogue.
 *
 * @param id its name for officers and files
 * @param engine what speaks it
 * @param engineVoice its name inside that engine, for example "vi+f5"
 * @param language the language it speaks
 * @param licence under which it may be used, an SPDX expression or a LicenseRef
 * @param details dialect, sex, cost, standing, fallback
 */
public record Voice(
    VoiceId id,
    EngineId engine,
    String engineVoice,
    Language language,
    String licence,
    VoiceDetails details) {
  private static final Set<String> UNKNOWN = Set.of("NOASSERTION", "NONE", "LicenseRef-unknown");

  public Voice {
    if (engineVoice.isBlank() || licence.isBlank()) {
      throw new IllegalArgumentException(
          "Voice %s must name the engine's voice and its licence.".formatted(id));
    }
    if (id.equals(details.fallback())) {
      throw new IllegalArgumentException("Voice %s cannot stand in for itself.".formatted(id));
    }
  }

  /** A free voice that is ready. */
  public Voice(VoiceId id, EngineId engine, String engineVoice, Language language, String licence) {
    this(id, engine, engineVoice, language, licence, VoiceDetails.PLAIN);
  }

  /** True if it may be used for any purpose, or the commune has accepted that it may not. */
  public boolean isLicensed() {
    return details.licenceAccepted() || !(isNonCommercial() || UNKNOWN.contains(licence));
  }

  /** True if choosing by language may choose it. */
  public boolean isReady() {
    return details.standing() == Standing.READY && isLicensed();
  }

  /** The same voice with another standing. */
  public Voice standing(Standing other) {
    return new Voice(id, engine, engineVoice, language, licence, details.standing(other));
  }

  private boolean isNonCommercial() {
    String upper = licence.toUpperCase(java.util.Locale.ROOT);
    return upper.contains("-NC") || upper.contains("NONCOMMERCIAL");
  }
}
