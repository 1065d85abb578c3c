// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import loalang.protocol.Volume;

/** Facts to bytes. The tags are for ever: a new kind of fact gets a new one. */
final class FactWriter implements FactReader {
  static final byte ORDER_TAKEN = 1;
  static final byte SEQUENCE_JUDGED = 2;
  static final byte WINDOW_KEPT = 3;
  static final byte GAIN_KEPT = 4;
  static final byte AIRING_STARTED = 5;
  static final byte AIRING_PROGRESSED = 6;
  static final byte AIRING_OVER = 7;
  static final byte STOP_KEPT = 8;
  static final byte REPORT_WRITTEN = 9;
  static final byte REPORTS_ACKNOWLEDGED = 10;
  static final byte CHAIN_KEPT = 11;
  static final byte SILENCE_KEPT = 12;
  static final byte PLAN_TAKEN = 13;
  static final byte KEYS_REPORTED = 14;
  static final byte RELEASE_SEEN = 15;
  static final byte DATA_SPENT = 16;
  static final byte VOLUME_KEPT = 17;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  static byte[] bytesOf(List<Fact> facts) {
    FactWriter writer = new FactWriter();
    facts.forEach(fact -> fact.tell(writer));
    return writer.bytes.toByteArray();
  }

  /** What is written after a tag. */
  private interface Body {
    void write(DataOutputStream out) throws IOException;
  }

  private void write(byte tag, Body body) {
    try {
      out.writeByte(tag);
      body.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory does not fail.", e);
    }
  }

  private static void write(DataOutputStream out, Bytes value) throws IOException {
    out.writeInt(value.size());
    out.write(value.toArray());
  }

  private static void write(DataOutputStream out, Instant value) throws IOException {
    out.writeLong(value.getEpochSecond());
    out.writeInt(value.getNano());
  }

  @Override
  public void orderTaken(Fact.OrderTaken fact) {
    write(
        ORDER_TAKEN,
        to -> {
          to.writeUTF(fact.signer().thumbprint());
          write(to, fact.order());
        });
  }

  @Override
  public void sequenceJudged(Fact.SequenceJudged fact) {
    write(
        SEQUENCE_JUDGED,
        to -> {
          to.writeUTF(fact.signer().thumbprint());
          to.writeLong(fact.sequence());
        });
  }

  @Override
  public void windowKept(Fact.WindowKept fact) {
    write(
        WINDOW_KEPT,
        to -> {
          to.writeUTF(fact.signer().thumbprint());
          to.writeLong(fact.highest());
          write(to, fact.bits());
        });
  }

  @Override
  public void gainKept(Fact.GainKept fact) {
    write(GAIN_KEPT, to -> to.writeDouble(fact.gain().decibels()));
  }

  @Override
  public void volumeKept(Fact.VolumeKept fact) {
    write(
        VOLUME_KEPT,
        to -> {
          to.writeDouble(fact.volume().level().decibels());
          to.writeInt(fact.volume().hours().size());
          for (Volume.Hours hours : fact.volume().hours()) {
            to.writeInt(hours.from().toSecondOfDay());
            to.writeInt(hours.until().toSecondOfDay());
            to.writeDouble(hours.gain().decibels());
          }
        });
  }

  @Override
  public void airingStarted(Fact.AiringStarted fact) {
    write(
        AIRING_STARTED,
        to -> {
          to.writeUTF(fact.airing().value());
          write(to, fact.at());
          to.writeLong(fact.framesDue());
        });
  }

  @Override
  public void airingProgressed(Fact.AiringProgressed fact) {
    write(
        AIRING_PROGRESSED,
        to -> {
          to.writeUTF(fact.airing().value());
          to.writeLong(fact.framesRendered());
        });
  }

  @Override
  public void airingOver(Fact.AiringOver fact) {
    write(AIRING_OVER, to -> to.writeUTF(fact.airing().value()));
  }

  @Override
  public void stopKept(Fact.StopKept fact) {
    write(STOP_KEPT, to -> to.writeUTF(fact.airing().value()));
  }

  @Override
  public void reportWritten(Fact.ReportWritten fact) {
    write(
        REPORT_WRITTEN,
        to -> {
          to.writeLong(fact.number());
          write(to, fact.envelope());
        });
  }

  @Override
  public void reportsAcknowledged(Fact.ReportsAcknowledged fact) {
    write(REPORTS_ACKNOWLEDGED, to -> to.writeLong(fact.through()));
  }

  @Override
  public void chainKept(Fact.ChainKept fact) {
    write(
        CHAIN_KEPT,
        to -> {
          to.writeLong(fact.number());
          to.writeUTF(fact.digest().hex());
        });
  }

  @Override
  public void silenceKept(Fact.SilenceKept fact) {
    write(
        SILENCE_KEPT,
        to -> {
          write(to, fact.until());
          to.writeUTF(fact.signer().thumbprint());
          to.writeLong(fact.sequence());
        });
  }

  @Override
  public void planTaken(Fact.PlanTaken fact) {
    write(
        PLAN_TAKEN,
        to -> {
          to.writeLong(fact.date().toEpochDay());
          to.writeUTF(fact.signer().thumbprint());
          to.writeLong(fact.edition());
        });
  }

  @Override
  public void keysReported(Fact.KeysReported fact) {
    write(
        KEYS_REPORTED,
        to -> {
          to.writeUTF(fact.level().name());
          to.writeLong(fact.edition());
        });
  }

  @Override
  public void releaseSeen(Fact.ReleaseSeen fact) {
    write(RELEASE_SEEN, to -> {});
  }

  @Override
  public void dataSpent(Fact.DataSpent fact) {
    write(
        DATA_SPENT,
        to -> {
          to.writeLong(fact.day().toEpochDay());
          to.writeLong(fact.bytes());
        });
  }
}
