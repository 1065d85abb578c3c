// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.sentence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import loalang.announcements.audio.Levels;
import loalang.announcements.encode.CodedSound;
import loalang.protocol.Digest;

/** A sentence as the bytes of its file; the digest of all before it stands at the end. */
final class SentenceBytes {
  private static final int FORMAT = 0x4c_4f_41_01; // "LOA", 1
  private static final int DIGEST_CHARACTERS = 64;

  private SentenceBytes() {}

  static byte[] of(CodedSentence sentence) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(FORMAT);
      out.writeInt(sentence.speechSamples());
      out.writeInt(sentence.samples());
      out.writeDouble(sentence.levels().truePeak());
      double[] powers = sentence.levels().hopPowers();
      out.writeInt(powers.length);
      for (double power : powers) {
        out.writeDouble(power);
      }
      List<byte[]> packets = sentence.sound().packets();
      out.writeInt(packets.size());
      for (byte[] packet : packets) {
        out.writeShort(packet.length);
        out.write(packet);
      }
      out.write(Digest.of(bytes.toByteArray()).hex().getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot fail to be written.", e);
    }
    return bytes.toByteArray();
  }

  /** Nothing if the bytes are not whole, or of another format. */
  static Optional<CodedSentence> read(byte[] bytes) {
    int end = bytes.length - DIGEST_CHARACTERS;
    if (end < 0) {
      return Optional.empty();
    }
    String digest = new String(bytes, end, DIGEST_CHARACTERS, StandardCharsets.US_ASCII);
    if (!Digest.of(Arrays.copyOf(bytes, end)).hex().equals(digest)) {
      return Optional.empty();
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, end))) {
      return in.readInt() == FORMAT ? Optional.of(body(in)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Bytes with a right digest end early.", e);
    }
  }

  private static CodedSentence body(DataInputStream in) throws IOException {
    int speechSamples = in.readInt();
    int samples = in.readInt();
    double truePeak = in.readDouble();
    double[] powers = new double[in.readInt()];
    for (int i = 0; i < powers.length; i++) {
      powers[i] = in.readDouble();
    }
    int count = in.readInt();
    List<byte[]> packets = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      packets.add(in.readNBytes(in.readUnsignedShort()));
    }
    return new CodedSentence(
        CodedSound.of(packets), Levels.of(powers, truePeak), speechSamples, samples);
  }
}
