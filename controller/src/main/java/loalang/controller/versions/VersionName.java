// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.versions;

import java.util.regex.Pattern;

/**
 * What a version is called, the same for every notice: "vi-south", "hmong".
 *
 * @param value 2 to 32 small letters, digits and hyphens; never "plain" or "default"
 * @throws IllegalArgumentException if it is not of that form
 */
public record VersionName(String value) implements Comparable<VersionName> {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,31}");

  public VersionName {
    if (!FORM.matcher(value).matches() || value.equals("plain") || value.equals("default")) {
      throw new IllegalArgumentException(
          "A version is called by 2 to 32 letters a to z, digits and hyphens, a letter first, and"
              + " not \"plain\", which is the notice itself; was \"%s\".".formatted(value));
    }
  }

  @Override
  public int compareTo(VersionName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
