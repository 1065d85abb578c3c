// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.frame;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of a whole are sent (RFC 9110 §14). One stretch at a time; a wish that is not
 * understood gets the whole. Pure.
 *
 * @param status 200, 206 or 416
 * @param first byte, from 0
 * @param length how many bytes
 * @param size of the whole
 */
public record ByteRange(int status, long first, int length, long size) {
  /** The status of a part. */
  public static final int PARTIAL = 206;

  private static final int OK = 200;
  private static final int NOT_SATISFIABLE = 416;
  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,12})-(\\d{0,12})");

  /** What a header asks for, if there is one. */
  public static ByteRange of(@Nullable String header, long size) {
    Matcher wish = ONE.matcher(header == null ? "" : header.strip());
    if (!wish.matches() || (wish.group(1).isEmpty() && wish.group(2).isEmpty())) {
      return whole(size);
    }
    if (wish.group(1).isEmpty()) {
      return part(Math.max(0, size - Long.parseLong(wish.group(2))), size - 1, size);
    }
    long first = Long.parseLong(wish.group(1));
    long last = wish.group(2).isEmpty() ? size - 1 : Long.parseLong(wish.group(2));
    return last < first && first < size ? whole(size) : part(first, Math.min(last, size - 1), size);
  }

  private static ByteRange whole(long size) {
    return new ByteRange(OK, 0, Math.toIntExact(size), size);
  }

  private static ByteRange part(long first, long last, long size) {
    return first > last
        ? new ByteRange(NOT_SATISFIABLE, 0, 0, size)
        : new ByteRange(PARTIAL, first, Math.toIntExact(last - first + 1), size);
  }

  /** The header that says which part it is; empty for the whole. */
  public Optional<String> contentRange() {
    return switch (status) {
      case PARTIAL -> Optional.of("bytes %d-%d/%d".formatted(first, first + length - 1, size));
      case NOT_SATISFIABLE -> Optional.of("bytes */%d".formatted(size));
      default -> Optional.empty();
    };
  }
}
