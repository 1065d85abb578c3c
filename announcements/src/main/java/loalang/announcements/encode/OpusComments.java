// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.encode;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the file says of itself (RFC 7845 §5.2), among it that a machine spoke: Vietnam's law on
 * artificial intelligence (134/2025/QH15) asks for a mark that machines can read.
 *
 * @param title of the notice; line breaks become spaces
 * @param language BCP 47 tag
 * @param engine what spoke
 * @param voice which voice
 */
public record OpusComments(String title, String language, String engine, String voice) {

  Map<String, String> all() {
    Map<String, String> comments = new LinkedHashMap<>();
    comments.put("TITLE", title.replaceAll("\\s+", " ").strip());
    comments.put("LANGUAGE", language);
    comments.put("SYNTHETIC_SPEECH", "1");
    comments.put("SPEECH_ENGINE", engine);
    comments.put("SPEECH_VOICE", voice);
    return comments;
  }
}
