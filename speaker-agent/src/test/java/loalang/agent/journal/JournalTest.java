// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
import loalang.protocol.Gain;
import loalang.protocol.ProblemException;
import loalang.protocol.Volume;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.order.Issuer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JournalTest {
  private static final KeyId KEY = SigningKey.generate().verifyKey().id();
  private static final AiringId NEWS = new AiringId("ban-tin-sang");
  private static final Instant SIX_AM = Instant.parse("2026-11-22T23:00:00.123456789Z");

  /** One of every kind. */
  private static List<Fact> everyFact() {
    return List.of(
        new Fact.OrderTaken(KEY, bytes("{\"order\":1}")),
        new Fact.SequenceJudged(KEY, 12),
        new Fact.WindowKept(KEY, 99, new Bytes(new byte[] {1, 0, -1})),
        new Fact.GainKept(new Gain(-6.5)),
        new Fact.VolumeKept(
            new Volume(
                new Gain(-3),
                List.of(
                    new Volume.Hours(LocalTime.of(21, 0), LocalTime.of(5, 30), new Gain(-12))))),
        new Fact.AiringStarted(NEWS, SIX_AM, 480_000),
        new Fact.AiringProgressed(NEWS, 96_000),
        new Fact.AiringOver(NEWS),
        new Fact.StopKept(NEWS),
        new Fact.ReportWritten(3, bytes("envelope")),
        new Fact.ReportsAcknowledged(2),
        new Fact.ChainKept(2, Digest.of(new byte[] {1})),
        new Fact.SilenceKept(Instant.MIN, KEY, 7),
        new Fact.PlanTaken(LocalDate.of(2026, 11, 23), KEY, 4),
        new Fact.KeysReported(Issuer.PROVINCE, 2),
        new Fact.ReleaseSeen(),
        new Fact.DataSpent(LocalDate.of(2026, 11, 22), 9_000));
  }

  private static Bytes bytes(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Path written(Path directory, List<List<Fact>> records) {
    Path file = directory.resolve("journal");
    try (Journal journal = Journal.open(file)) {
      records.forEach(journal::append);
    }
    return file;
  }

  private static List<Fact> read(Path file) {
    try (Journal journal = Journal.open(file)) {
      return journal.history();
    }
  }

  @Test
  void every_kind_of_fact_is_told_again_as_it_was(@TempDir Path directory) {
    assertEquals(everyFact(), read(written(directory, List.of(everyFact()))));
  }

  @Test
  void a_new_journal_is_empty_and_whole(@TempDir Path directory) {
    try (Journal journal = Journal.open(directory.resolve("journal"))) {
      assertEquals(List.of(), journal.history());
      assertEquals(0, journal.bytesCutOff());
    }
  }

  @Test
  void power_may_fail_at_any_byte_and_every_record_before_is_good(@TempDir Path directory)
      throws IOException {
    // Given
    List<List<Fact>> records = new ArrayList<>();
    everyFact().forEach(fact -> records.add(List.of(fact, new Fact.AiringOver(NEWS))));
    byte[] whole = Files.readAllBytes(written(directory, records));
    long[] ends = endsOf(whole, records.size());

    for (int cut = 0; cut <= whole.length; cut++) {
      // When
      Path file = directory.resolve("cut");
      Files.write(file, Arrays.copyOf(whole, cut));
      List<Fact> told;
      try (Journal journal = Journal.open(file)) {
        told = journal.history();
        journal.append(List.of(new Fact.ReportsAcknowledged(cut)));
      }

      // Then
      List<Fact> expected = new ArrayList<>();
      for (int record = 0; record < ends.length; record++) {
        if (ends[record] <= cut) {
          expected.addAll(records.get(record));
        }
      }
      assertEquals(expected, told, "cut at byte " + cut);
      expected.add(new Fact.ReportsAcknowledged(cut));
      assertEquals(expected, read(file), "written on after a cut at byte " + cut);
    }
  }

  private static long[] endsOf(byte[] whole, int records) {
    long[] ends = new long[records];
    int at = 5;
    for (int i = 0; i < records; i++) {
      at += 8 + ByteBuffer.wrap(whole, at, 4).getInt();
      ends[i] = at;
    }
    assertEquals(whole.length, at);
    return ends;
  }

  @Test
  void a_flipped_bit_is_never_believed(@TempDir Path directory) throws IOException {
    // Given
    byte[] whole = Files.readAllBytes(written(directory, List.of(everyFact(), everyFact())));
    Path file = directory.resolve("flipped");
    for (int i = 5; i < whole.length; i++) {
      byte[] flipped = whole.clone();
      flipped[i] ^= 0x10;
      Files.write(file, flipped);

      // When
      List<Fact> told = read(file);

      // Then
      boolean inFirstRecord = i < endsOf(whole, 2)[0];
      assertEquals(inFirstRecord ? List.of() : everyFact(), told, "byte " + i);
    }
  }

  @Test
  void damaged_bytes_are_put_aside_for_whoever_wants_to_know(@TempDir Path directory)
      throws IOException {
    // Given
    Path file = written(directory, List.of(everyFact()));
    Files.write(file, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);

    // When
    try (Journal journal = Journal.open(file)) {

      // Then
      assertEquals(3, journal.bytesCutOff());
      assertEquals(everyFact(), journal.history());
    }
    assertEquals(3, Files.size(directory.resolve("journal.damaged")));
  }

  @Test
  void rewritten_it_holds_the_new_facts_and_goes_on(@TempDir Path directory) {
    // Given
    Path file = written(directory, List.of(everyFact(), everyFact(), everyFact()));
    List<Fact> few = everyFact().subList(0, 3);

    // When
    try (Journal journal = Journal.open(file)) {
      long before = journal.sizeBytes();
      journal.rewrite(few);
      assertTrue(journal.sizeBytes() < before);
      journal.append(List.of(new Fact.AiringOver(NEWS)));
      journal.note(List.of(new Fact.AiringProgressed(NEWS, 5)));
    }

    // Then
    List<Fact> expected = new ArrayList<>(few);
    expected.add(new Fact.AiringOver(NEWS));
    expected.add(new Fact.AiringProgressed(NEWS, 5));
    assertEquals(expected, read(file));
  }

  @Test
  void a_rewrite_that_power_cut_short_leaves_the_old_journal(@TempDir Path directory)
      throws IOException {
    // Given
    Path file = written(directory, List.of(everyFact()));
    Files.write(directory.resolve("journal.new"), new byte[] {'L', 'O', 'A', 'J', 1, 0, 0});

    // Then
    assertEquals(everyFact(), read(file));
  }

  @Test
  void a_file_that_is_no_journal_is_not_touched(@TempDir Path directory) throws IOException {
    // Given
    Path file = directory.resolve("journal");
    Files.writeString(file, "something else");

    // When
    ProblemException fault = assertThrows(ProblemException.class, () -> Journal.open(file));

    // Then
    assertEquals("JOURNAL_UNREADABLE", fault.problem().code());
    assertEquals("something else", Files.readString(file));
  }

  @Test
  void facts_the_disk_did_not_take_are_a_fault_and_not_in_the_journal(@TempDir Path directory) {
    // Given
    Path file = written(directory, List.of(everyFact()));
    Journal journal = Journal.open(file);
    journal.close();

    // When
    ProblemException fault =
        assertThrows(
            ProblemException.class, () -> journal.append(List.of(new Fact.AiringOver(NEWS))));

    // Then
    assertEquals("JOURNAL_WRITE_FAILED", fault.problem().code());
    assertEquals(everyFact(), read(file));
  }
}
