// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.voice;

/**
 * One voice of the catalogue.
 *
 * @param id its name for officers and files
 * @param engine what speaks it
 * @param engineVoice its name inside that engine, for example "vi+f5"
 * @param language the language it speaks
 * @param licence under which it may be used, an SPDX expression
 */
public record Voice(
    VoiceId id, EngineId engine, String engineVoice, Language language, String licence) {
  public Voice {
    if (engineVoice.isBlank() || licence.isBlank()) {
      throw new IllegalArgumentException(
          "Voice %s must name the engine's voice and its licence.".formatted(id));
    }
  }
}
