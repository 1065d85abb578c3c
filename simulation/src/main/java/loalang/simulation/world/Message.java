// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

/**
 * A message as a broker has it. The bytes are nobody's to change.
 *
 * @param topic where to
 * @param payload as published
 * @param kept true for QoS 1
 * @param retained true if it stays for those who come later
 * @param expires nanoseconds of the timeline from which on nobody gets it
 */
record Message(String topic, byte[] payload, boolean kept, boolean retained, long expires) {
  static final long NEVER = Long.MAX_VALUE;

  static Message kept(String topic, byte[] payload, long expires) {
    return new Message(topic, payload, true, false, expires);
  }

  static Message retained(String topic, byte[] payload) {
    return new Message(topic, payload, true, true, NEVER);
  }

  static Message loose(String topic, byte[] payload) {
    return new Message(topic, payload, false, false, NEVER);
  }

  @Override
  public String toString() {
    return "Message[%s, %d bytes]".formatted(topic, payload.length);
  }
}
