// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.journal;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
import loalang.protocol.Gain;
import loalang.protocol.Volume;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.order.Issuer;

/** Bytes to facts. What the checksum let through was written by us; anything else is a bug. */
final class FactBytes {
  private FactBytes() {}

  static List<Fact> read(byte[] record) throws IOException {
    List<Fact> facts = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(record))) {
      while (in.available() > 0) {
        facts.add(one(in));
      }
    }
    return facts;
  }

  private static Fact one(DataInputStream in) throws IOException {
    byte tag = in.readByte();
    return switch (tag) {
      case FactWriter.ORDER_TAKEN -> new Fact.OrderTaken(key(in), bytes(in));
      case FactWriter.SEQUENCE_JUDGED -> new Fact.SequenceJudged(key(in), in.readLong());
      case FactWriter.WINDOW_KEPT -> new Fact.WindowKept(key(in), in.readLong(), bytes(in));
      case FactWriter.GAIN_KEPT -> new Fact.GainKept(new Gain(in.readDouble()));
      case FactWriter.VOLUME_KEPT -> new Fact.VolumeKept(volume(in));
      case FactWriter.AIRING_STARTED ->
          new Fact.AiringStarted(airing(in), instant(in), in.readLong());
      case FactWriter.AIRING_PROGRESSED -> new Fact.AiringProgressed(airing(in), in.readLong());
      case FactWriter.AIRING_OVER -> new Fact.AiringOver(airing(in));
      case FactWriter.STOP_KEPT -> new Fact.StopKept(airing(in));
      case FactWriter.REPORT_WRITTEN -> new Fact.ReportWritten(in.readLong(), bytes(in));
      case FactWriter.REPORTS_ACKNOWLEDGED -> new Fact.ReportsAcknowledged(in.readLong());
      case FactWriter.CHAIN_KEPT -> new Fact.ChainKept(in.readLong(), new Digest(in.readUTF()));
      case FactWriter.SILENCE_KEPT -> new Fact.SilenceKept(instant(in), key(in), in.readLong());
      case FactWriter.PLAN_TAKEN -> new Fact.PlanTaken(day(in), key(in), in.readLong());
      case FactWriter.KEYS_REPORTED ->
          new Fact.KeysReported(Issuer.valueOf(in.readUTF()), in.readLong());
      case FactWriter.RELEASE_SEEN -> new Fact.ReleaseSeen();
      case FactWriter.DATA_SPENT -> new Fact.DataSpent(day(in), in.readLong());
      default -> throw new IOException("No fact has the tag " + tag);
    };
  }

  private static KeyId key(DataInputStream in) throws IOException {
    return new KeyId(in.readUTF());
  }

  private static AiringId airing(DataInputStream in) throws IOException {
    return new AiringId(in.readUTF());
  }

  private static Instant instant(DataInputStream in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }

  private static LocalDate day(DataInputStream in) throws IOException {
    return LocalDate.ofEpochDay(in.readLong());
  }

  private static Volume volume(DataInputStream in) throws IOException {
    Gain level = new Gain(in.readDouble());
    List<Volume.Hours> hours = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      hours.add(
          new Volume.Hours(
              LocalTime.ofSecondOfDay(in.readInt()),
              LocalTime.ofSecondOfDay(in.readInt()),
              new Gain(in.readDouble())));
    }
    return new Volume(level, hours);
  }

  private static Bytes bytes(DataInputStream in) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > in.available()) {
      throw new IOException("A fact of %d bytes does not fit its record.".formatted(size));
    }
    return new Bytes(in.readNBytes(size));
  }
}
