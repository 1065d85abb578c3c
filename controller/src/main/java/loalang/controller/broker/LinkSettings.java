// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How the office reaches its broker.
 *
 * @param uri {@code tcp://host:port} or {@code ssl://host:port}
 * @param user also the client identifier
 * @param password of that user
 * @param sessionLife how long the broker keeps messages for an office that is away; zero if the
 *     broker lives and dies with the office
 * @param trust who is believed to be the broker; null for what this Java believes
 */
public record LinkSettings(
    String uri, String user, String password, Duration sessionLife, @Nullable SSLContext trust) {

  /** Believing what this Java believes. */
  public LinkSettings(String uri, String user, String password, Duration sessionLife) {
    this(uri, user, password, sessionLife, null);
  }

  @Override
  public String toString() {
    return "LinkSettings[%s as %s, password hidden]".formatted(uri, user);
  }
}
