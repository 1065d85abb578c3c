// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.install;

import java.net.URI;
import java.util.Set;

/** Which addresses may be fetched from. Pure. */
final class Addresses {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private Addresses() {}

  /**
   * HTTPS only, but for a trial on this machine.
   *
   * @param named by the officer or the catalogue
   * @param next where that led
   */
  static void requireSafe(URI named, URI next) {
    String host = String.valueOf(next.getHost());
    boolean isTrial =
        LOOPBACK.contains(String.valueOf(named.getHost()))
            && LOOPBACK.contains(host)
            && "http".equals(next.getScheme());
    if (!isTrial && !"https".equals(next.getScheme())) {
      throw InstallProblems.refused(next, "only https is fetched");
    }
    if (next.getUserInfo() != null) {
      throw InstallProblems.refused(next, "a user's name does not belong into an address");
    }
  }

  static URI redirected(URI from, String location) {
    try {
      if (!location.isBlank()) {
        return from.resolve(location);
      }
    } catch (IllegalArgumentException notAnAddress) {
      throw InstallProblems.refused(from, "it leads to \"%s\"".formatted(location));
    }
    throw InstallProblems.refused(from, "it leads nowhere");
  }
}
