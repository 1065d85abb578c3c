// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

/**
 * How the office reaches its broker.
 *
 * @param uri {@code tcp://host:port} or {@code ssl://host:port}
 * @param user also the client identifier
 * @param password of that user
 */
public record LinkSettings(String uri, String user, String password) {
  @Override
  public String toString() {
    return "LinkSettings[%s as %s, password hidden]".formatted(uri, user);
  }
}
