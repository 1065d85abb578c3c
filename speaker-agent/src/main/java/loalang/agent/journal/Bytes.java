// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.journal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Some bytes as a value: copied in, copied out, equal when they are the same. */
public final class Bytes {
  private final byte[] content;

  /** A copy of these bytes. */
  public Bytes(byte[] content) {
    this.content = content.clone();
  }

  /** A copy. */
  public byte[] toArray() {
    return content.clone();
  }

  /** How many. */
  public int size() {
    return content.length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return "Bytes[" + content.length + "]";
  }
}
