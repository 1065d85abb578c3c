// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * What officers read, in Vietnamese.
 *
 * @param zone whose wall clock instants are shown by
 */
public record Texts(ZoneId zone) {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("messages", Locale.forLanguageTag("vi"));
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM");

  /** The text of a key; the key itself if nobody wrote one. */
  public String of(String key) {
    try {
      return BUNDLE.getString(key);
    } catch (MissingResourceException e) {
      return key;
    }
  }

  /** True if somebody wrote a text for this key. */
  public boolean knows(String key) {
    return BUNDLE.containsKey(key);
  }

  /** The title of a problem. */
  public String problem(String code) {
    String text = of("problem." + code);
    return text.startsWith("problem.") ? code : text;
  }

  /** Why an airing ended as it did on a speaker. */
  public String reason(String code) {
    return of("reason." + code);
  }

  /** An instant as the clock on the wall shows it. */
  public String clock(Instant instant) {
    return CLOCK.format(instant.atZone(zone));
  }
}
