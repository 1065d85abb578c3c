// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.wire;

/**
 * What came of reading bytes.
 *
 * @param <T> the kind of message
 */
public sealed interface Decoded<T> {

  /**
   * The bytes are a message of this kind.
   *
   * @param value the message
   */
  record Understood<T>(T value) implements Decoded<T> {}

  /**
   * They are not.
   *
   * @param why in one sentence, for a log; never shown with a stack trace
   */
  record Malformed<T>(String why) implements Decoded<T> {}
}
