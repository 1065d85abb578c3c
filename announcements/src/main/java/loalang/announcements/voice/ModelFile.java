// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.voice;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One file of a voice that has to be fetched.
 *
 * @param address absolute, with the file's name at its end
 * @param sha256 64 hexadecimal digits in small letters; null if nobody knows it for sure
 * @throws IllegalArgumentException if a value is not of that form
 */
public record ModelFile(URI address, @Nullable String sha256) {
  private static final Pattern DIGITS =
      Pattern.compile("[0-9a-f]{64}", Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}", Pattern.UNICODE_CHARACTER_CLASS);

  public ModelFile {
    if (!address.isAbsolute()
        || address.getPath() == null
        || !NAME.matcher(last(address)).matches()) {
      throw new IllegalArgumentException(
          "A file is fetched from an address with its name at the end, was \"%s\"."
              .formatted(address));
    }
    if (sha256 != null && !DIGITS.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          "A SHA-256 is 64 digits of 0-9 and a-f, was \"%s\".".formatted(sha256));
    }
  }

  /** The file's name: the end of its address. */
  public String name() {
    return last(address);
  }

  private static String last(URI address) {
    String path = String.valueOf(address.getPath());
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
