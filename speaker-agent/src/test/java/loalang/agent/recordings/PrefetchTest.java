// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.recordings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import loalang.protocol.Digest;
import loalang.protocol.RecordingRef;
import loalang.protocol.audio.AudioPart;
import loalang.protocol.audio.Parts;
import loalang.protocol.audio.Want;
import loalang.protocol.report.Outcome;
import loalang.protocol.wire.AudioPartBytes;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PrefetchTest implements RecordingLine, RecordingListener, SlowWork {
  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
  private static final int SIZE = 3 * Parts.SIZE_BYTES + 500;

  private final List<String> heard = new ArrayList<>();
  private final List<byte[]> sounds = new ArrayList<>();
  private final List<Integer> missing = new ArrayList<>();
  private final Set<Digest> whole = new HashSet<>();
  private long spent;

  private static byte[] sound(int seed, int size) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static RecordingRef ref(byte[] sound) {
    return new RecordingRef(Digest.of(sound), sound.length, Duration.ofSeconds(5));
  }

  private Recordings on(Path directory, long most) {
    return on(directory, most, 1L << 40);
  }

  private Recordings on(Path directory, long most, long bytesADay) {
    return new Recordings(
        new Recordings.Shelf(directory, most, () -> 1L << 40, bytesADay, ZoneOffset.UTC),
        new Recordings.World(this, () -> 0, this, this));
  }

  private static Demand urgent(byte[] sound, long inSeconds) {
    return new Demand(ref(sound), NOON.plusSeconds(inSeconds), Demand.Urgency.EMERGENCY);
  }

  private static Demand planned(byte[] sound, long inSeconds) {
    return new Demand(ref(sound), NOON.plusSeconds(inSeconds), Demand.Urgency.PLANNED);
  }

  private static byte[] part(byte[] sound, int index) {
    int from = (int) Parts.offset(index);
    int to = from + Parts.length(index, sound.length);
    return AudioPartBytes.encode(
        new AudioPart(index, Parts.count(sound.length), Arrays.copyOfRange(sound, from, to)));
  }

  private static void deliver(Recordings to, byte[] sound, int... parts) {
    for (int index : parts) {
      to.arrived(Digest.of(sound), part(sound, index), NOON);
    }
  }

  private List<byte[]> asked() {
    return sounds.stream().filter(one -> heard.contains("want " + name(one))).toList();
  }

  private String name(byte[] sound) {
    return Digest.of(sound).hex().substring(0, 8);
  }

  private byte[] next() {
    sounds.add(sound(sounds.size(), SIZE));
    return sounds.get(sounds.size() - 1);
  }

  @Test
  void what_is_needed_first_is_asked_for_first_and_a_few_at_a_time(@TempDir Path directory) {
    // Given
    byte[] noon = next();
    byte[] morning = next();
    byte[] evening = next();
    byte[] night = next();
    Recordings recordings = on(directory, 1 << 20);

    // When
    recordings.demand(
        List.of(
            planned(night, 400), planned(noon, 200), planned(evening, 300), planned(morning, 9)),
        NOON);

    // Then
    assertEquals(
        List.of("want " + name(morning), "want " + name(noon), "want " + name(evening)), heard);

    // And when one is whole
    deliver(recordings, noon, 0, 1, 2, 3);
    heard.clear();
    recordings.timePassed(NOON);
    assertEquals(List.of("want " + name(night)), heard);
  }

  @Test
  void an_emergency_takes_the_place_of_the_last_and_what_came_is_kept(@TempDir Path directory) {
    // Given
    byte[] first = next();
    byte[] second = next();
    byte[] third = next();
    byte[] storm = next();
    Recordings recordings = on(directory, 1 << 20);
    List<Demand> day = List.of(planned(first, 1), planned(second, 2), planned(third, 3));
    recordings.demand(day, NOON);
    deliver(recordings, third, 0, 1);
    heard.clear();

    // When
    List<Demand> withStorm = new ArrayList<>(day);
    withStorm.add(urgent(storm, 60));
    recordings.demand(withStorm, NOON);

    // Then
    assertEquals(List.of("want " + name(storm), "ignore " + name(third)), sorted(heard));

    // And when the storm is over the third goes on where it was
    deliver(recordings, storm, 0, 1, 2, 3);
    recordings.timePassed(NOON.plusSeconds(1));
    deliver(recordings, third, 2, 3);
    assertTrue(recordings.isWhole(Digest.of(third)));
  }

  private static List<String> sorted(List<String> words) {
    return words.stream().sorted(Comparator.reverseOrder()).toList();
  }

  @Test
  void a_cut_in_the_middle_costs_what_was_not_there_and_no_more(@TempDir Path directory) {
    // Given
    byte[] sound = next();
    Recordings before = on(directory, 1 << 20);
    before.demand(List.of(planned(sound, 9)), NOON);
    deliver(before, sound, 0, 2);
    before.demand(
        List.of(urgent(next(), 1), urgent(next(), 1), urgent(next(), 1), planned(sound, 9)), NOON);
    heard.clear();

    // When
    Recordings after = on(directory, 1 << 20);
    after.demand(List.of(planned(sound, 9)), NOON);

    // Then
    assertEquals(List.of(1, 3), missing);
    deliver(after, sound, 1, 3);
    assertTrue(after.isWhole(Digest.of(sound)));
  }

  @Test
  void a_list_of_parts_that_lies_is_found_out_by_the_digest(@TempDir Path directory)
      throws IOException {
    // Given
    byte[] sound = next();
    Files.write(directory.resolve(Digest.of(sound) + ".part"), new byte[SIZE]);
    Files.write(directory.resolve(Digest.of(sound) + ".list"), new byte[] {0b1111});
    Recordings recordings = on(directory, 1 << 20);

    // When
    recordings.demand(List.of(planned(sound, 9)), NOON);
    recordings.timePassed(NOON.plusSeconds(9));

    // Then
    assertFalse(recordings.isWhole(Digest.of(sound)));
    deliver(recordings, sound, 0, 1, 2, 3);
    assertTrue(recordings.isWhole(Digest.of(sound)));
  }

  @Test
  void a_days_allowance_holds_up_what_is_planned_and_never_an_order(@TempDir Path directory) {
    // Given
    byte[] first = next();
    byte[] second = next();
    byte[] storm = next();
    Recordings recordings = on(directory, 1 << 20, SIZE + 1_000L);
    List<Demand> day = List.of(planned(first, 10), planned(second, 20));
    recordings.demand(day, NOON);
    deliver(recordings, first, 0, 1, 2, 3);
    heard.clear();

    // When
    recordings.timePassed(NOON);
    List<Demand> withStorm = new ArrayList<>(day);
    withStorm.add(urgent(storm, 30));
    recordings.demand(withStorm, NOON);

    // Then
    assertEquals(List.of("want " + name(storm)), heard);

    // And tomorrow
    deliver(recordings, storm, 0, 1, 2, 3);
    recordings.timePassed(NOON.plusSeconds(86_400));
    assertTrue(heard.contains("want " + name(second)));
  }

  @Test
  void what_is_spent_is_told_now_and_then(@TempDir Path directory) {
    // Given
    byte[] large = sound(1, 20 * Parts.SIZE_BYTES);
    Recordings recordings = on(directory, 1 << 20);
    recordings.demand(List.of(planned(large, 9)), NOON);

    // When
    for (int index = 0; index < 15; index++) {
      deliver(recordings, large, index);
    }

    // Then
    assertEquals(0, spent);
    deliver(recordings, large, 15);
    assertTrue(spent >= 16 * Parts.SIZE_BYTES, spent + " bytes");
  }

  @Test
  void what_was_spent_before_a_restart_counts(@TempDir Path directory) {
    Recordings recordings = on(directory, 1 << 20, SIZE + 1_000L);
    recordings.remember(LocalDate.ofInstant(NOON, ZoneOffset.UTC), 2_000);
    recordings.demand(List.of(planned(next(), 9)), NOON);
    assertEquals(List.of(), heard);
  }

  @Test
  void room_is_made_from_what_is_needed_latest_and_never_from_the_next_day(@TempDir Path directory)
      throws IOException {
    // Given
    byte[] soon = next();
    byte[] nextWeek = next();
    byte[] today = next();
    byte[] tomorrow = next();
    Recordings recordings = on(directory, 2 * SIZE + 10);
    recordings.demand(List.of(planned(soon, 60), planned(nextWeek, 600_000)), NOON);
    deliver(recordings, soon, 0, 1, 2, 3);
    deliver(recordings, nextWeek, 0, 1, 2, 3);

    // When
    List<Demand> all =
        List.of(planned(soon, 60), planned(nextWeek, 600_000), planned(today, 3_600));
    recordings.demand(all, NOON);
    deliver(recordings, today, 0, 1, 2, 3);

    // Then
    assertFalse(recordings.isWhole(Digest.of(nextWeek)));
    assertTrue(recordings.isWhole(Digest.of(today)));

    // And when two days are full nothing of today goes for tomorrow
    recordings.demand(
        List.of(planned(soon, 60), planned(today, 3_600), planned(tomorrow, 80_000)), NOON);
    assertTrue(Files.exists(recordings.file(Digest.of(soon))));
    assertTrue(Files.exists(recordings.file(Digest.of(today))));
    assertTrue(heard.contains("lacking FAILED_DISK_FULL"));
  }

  @Test
  void one_nobody_answers_does_not_hold_up_the_rest(@TempDir Path directory) {
    // Given
    Recordings recordings = on(directory, 1 << 20);
    List<Demand> day = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      day.add(planned(next(), i));
    }
    byte[] fourth = next();
    day.add(planned(fourth, 9));
    recordings.demand(day, NOON);
    assertEquals(3, asked().size());

    // When
    for (int second = 0; second < 60; second++) {
      recordings.timePassed(NOON.plusSeconds(second));
    }

    // Then
    assertTrue(heard.contains("want " + name(fourth)));
  }

  @Override
  public void listenTo(Digest recording) {}

  @Override
  public void want(Want want) {
    heard.add("want " + want.digest().hex().substring(0, 8));
    missing.clear();
    want.missing().forEach(range -> missing.add(range.first()));
  }

  @Override
  public void ignore(Digest recording) {
    if (coming(recording)) {
      heard.add("ignore " + recording.hex().substring(0, 8));
    }
  }

  private boolean coming(Digest recording) {
    return !whole.contains(recording);
  }

  @Override
  public void whole(Digest recording, Path file) {
    whole.add(recording);
  }

  @Override
  public void lacking(Digest recording, Outcome why) {
    heard.add("lacking " + why);
  }

  @Override
  public void spent(LocalDate day, long bytes) {
    spent = bytes;
  }

  @Override
  public <T> void run(Supplier<T> work, Consumer<T> then) {
    then.accept(work.get());
  }
}
