// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.encode;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the file says of itself (RFC 7845 §5.2), among it that a machine spoke: Vietnam's law on
 * artificial intelligence (134/2025/QH15) asks for a mark that machines can read. docs/adr/0061
 * names every tag.
 *
 * @param title of the notice; line breaks become spaces
 * @param language BCP 47 tag
 * @param source who spoke
 */
public record OpusComments(String title, String language, Source source) {
  /** Of the IPTC's vocabulary digitalsourcetype. */
  private static final String SOURCE_TYPE = "DIGITALSOURCETYPE";

  /** Who speaks in a recording. */
  public sealed interface Source {

    /**
     * A machine.
     *
     * @param engine what spoke
     * @param voice which voice
     * @param isTrained whether a model that was trained on speech made the sound, not rules alone
     */
    record Synthetic(String engine, String voice, boolean isTrained) implements Source {}

    /** A person before a microphone. */
    record Person() implements Source {}
  }

  Map<String, String> all() {
    Map<String, String> comments = new LinkedHashMap<>();
    comments.put("TITLE", title.replaceAll("\\s+", " ").strip());
    comments.put("LANGUAGE", language);
    if (source instanceof Source.Synthetic machine) {
      comments.put("SYNTHETIC_SPEECH", "1");
      comments.put(
          SOURCE_TYPE, machine.isTrained() ? "trainedAlgorithmicMedia" : "algorithmicMedia");
      comments.put("SPEECH_ENGINE", machine.engine());
      comments.put("SPEECH_VOICE", machine.voice());
    } else {
      comments.put("SYNTHETIC_SPEECH", "0");
      comments.put(SOURCE_TYPE, "digitalCapture");
    }
    return comments;
  }
}
