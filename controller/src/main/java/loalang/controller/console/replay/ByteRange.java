// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.replay;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file that a player asks for (RFC 9110 §14).
 *
 * @param offset 0 or more
 * @param length 0 or more; 0 only of an empty file or of a part that is not there
 */
record ByteRange(long offset, long length) {
  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

  /** That what is asked for lies outside the file. */
  static final ByteRange NOWHERE = new ByteRange(0, 0);

  /** The part a header asks for; empty if it asks for none, for several, or makes no sense. */
  static Optional<ByteRange> of(@Nullable String header, long size) {
    Matcher asked = ONE.matcher(header == null ? "" : header.strip());
    if (!asked.matches() || (asked.group(1).isEmpty() && asked.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (asked.group(1).isEmpty()) {
      long last = Math.min(size, Long.parseLong(asked.group(2)));
      return Optional.of(last == 0 ? NOWHERE : new ByteRange(size - last, last));
    }
    long from = Long.parseLong(asked.group(1));
    long to = asked.group(2).isEmpty() ? size - 1 : Long.parseLong(asked.group(2));
    if (to < from && !asked.group(2).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        from >= size ? NOWHERE : new ByteRange(from, Math.min(to, size - 1) - from + 1));
  }

  /** The header of the answer. */
  String contentRange(long size) {
    return "bytes %d-%d/%d".formatted(offset, offset + length - 1, size);
  }
}
