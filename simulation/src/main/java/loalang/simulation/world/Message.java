// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

/** A message as a broker has it. Its bytes are nobody's to change. */
final class Message {
  static final long NEVER = Long.MAX_VALUE;

  private final String topic;
  private final byte[] payload;
  private final boolean kept;
  private final boolean retained;
  private final long expires;

  private Message(String topic, byte[] payload, Keeping keeping) {
    this.topic = topic;
    this.payload = payload;
    this.kept = keeping.kept;
    this.retained = keeping.retained;
    this.expires = keeping.expires;
  }

  /** How long a broker has it. */
  private record Keeping(boolean kept, boolean retained, long expires) {}

  /**
   * At least once, to those who are known to want it.
   *
   * @param expires nanoseconds of the timeline from which on nobody gets it
   */
  static Message kept(String topic, byte[] payload, long expires) {
    return new Message(topic, payload, new Keeping(true, false, expires));
  }

  /** The same, and to those who come later. */
  static Message retained(String topic, byte[] payload) {
    return new Message(topic, payload, new Keeping(true, true, NEVER));
  }

  /** At most once, to those who are there. */
  static Message loose(String topic, byte[] payload) {
    return new Message(topic, payload, new Keeping(false, false, NEVER));
  }

  String topic() {
    return topic;
  }

  byte[] payload() {
    return payload;
  }

  boolean kept() {
    return kept;
  }

  boolean retained() {
    return retained;
  }

  long expires() {
    return expires;
  }

  @Override
  public String toString() {
    return "Message[%s, %d bytes]".formatted(topic, payload.length);
  }
}
