// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

import java.time.Duration;

/**
 * How the office reaches its broker.
 *
 * @param uri {@code tcp://host:port} or {@code ssl://host:port}
 * @param user also the client identifier
 * @param password of that user
 * @param sessionLife how long the broker keeps messages for an office that is away; zero if the
 *     broker lives and dies with the office
 */
public record LinkSettings(String uri, String user, String password, Duration sessionLife) {
  @Override
  public String toString() {
    return "LinkSettings[%s as %s, password hidden]".formatted(uri, user);
  }
}
