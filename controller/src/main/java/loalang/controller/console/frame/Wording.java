// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.frame;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;

/** The texts of each language: one file for what all share, one for each family of pages. */
final class Wording {
  private static final List<String> FILES =
      List.of(
          "messages",
          "texts.approvals",
          "texts.log",
          "texts.notices",
          "texts.office",
          "texts.problems",
          "texts.replay",
          "texts.schedule",
          "texts.speakers",
          "texts.urgent",
          "texts.voice");
  private static final Map<Language, Map<String, String>> TEXTS = load();

  private Wording() {}

  /** Keys and texts. */
  static Map<String, String> of(Language language) {
    return TEXTS.getOrDefault(language, Map.of());
  }

  private static Map<Language, Map<String, String>> load() {
    Map<Language, Map<String, String>> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      all.put(language, load(language));
    }
    return all;
  }

  private static Map<String, String> load(Language language) {
    Map<String, String> texts = new HashMap<>();
    for (String file : FILES) {
      ResourceBundle bundle =
          ResourceBundle.getBundle(
              file,
              language.locale(),
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES));
      for (String key : bundle.keySet()) {
        if (texts.put(key, bundle.getString(key)) != null) {
          throw new IllegalStateException("Text \"%s\" stands twice.".formatted(key));
        }
      }
    }
    return Map.copyOf(texts);
  }
}
