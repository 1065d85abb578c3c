// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.recordings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
class RecordingsTest implements RecordingLine, RecordingListener, SlowWork {
  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
  private static final int SIZE = 3 * Parts.SIZE_BYTES + 500;

  private final List<String> heard = new ArrayList<>();
  private long free = 1L << 40;

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
        new Recordings.Shelf(directory, most, () -> free, bytesADay, ZoneOffset.UTC),
        new Recordings.World(this, () -> 0, this, this));
  }

  private static Demand ordered(RecordingRef recording) {
    return new Demand(recording, NOON, Demand.Urgency.ORDERED);
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

  @Test
  void parts_in_any_order_and_twice_make_a_whole_recording(@TempDir Path directory)
      throws IOException {
    // Given
    byte[] sound = sound(1, SIZE);
    Recordings recordings = on(directory, 1 << 20);
    recordings.demand(List.of(ordered(ref(sound))), NOON);

    // When
    deliver(recordings, sound, 3, 1, 1, 0, 3, 2);

    // Then
    assertEquals(List.of("listen", "want [0-3]", "ignore", "whole"), heard);
    assertArrayEquals(sound, Files.readAllBytes(recordings.file(Digest.of(sound))));
  }

  @Test
  void what_is_there_already_costs_no_message_after_a_restart_too(@TempDir Path directory) {
    // Given
    byte[] sound = sound(1, SIZE);
    Recordings before = on(directory, 1 << 20);
    before.demand(List.of(ordered(ref(sound))), NOON);
    deliver(before, sound, 0, 1, 2, 3);
    heard.clear();

    // When
    on(directory, 1 << 20).demand(List.of(ordered(ref(sound))), NOON);

    // Then
    assertEquals(List.of("whole"), heard);
  }

  @Test
  void a_file_that_rotted_on_the_card_is_fetched_again(@TempDir Path directory) throws IOException {
    // Given
    byte[] sound = sound(1, SIZE);
    byte[] rotten = sound.clone();
    rotten[7]++;
    Files.write(directory.resolve(Digest.of(sound) + ".opus"), rotten);

    // When
    Recordings recordings = on(directory, 1 << 20);
    recordings.demand(List.of(ordered(ref(sound))), NOON);
    recordings.timePassed(NOON);

    // Then
    assertEquals(List.of("listen", "want [0-3]"), heard);
  }

  @Test
  void wrong_bytes_are_thrown_away_asked_for_again_and_given_up_in_the_end(@TempDir Path directory)
      throws IOException {
    // Given
    byte[] sound = sound(1, SIZE);
    byte[] wrong = sound(2, SIZE);
    Recordings recordings = on(directory, 1 << 20);
    recordings.demand(List.of(ordered(ref(sound))), NOON);
    heard.clear();

    // When
    for (int i = 0; i < RecordingFetch.MOST_TRIES; i++) {
      for (int index = 0; index < 4; index++) {
        recordings.arrived(Digest.of(sound), part(wrong, index), NOON);
      }
    }

    // Then
    assertEquals(List.of("ignore", "lacking FAILED_RECORDING_MISSING"), heard);
    assertEquals(0, filesIn(directory));
  }

  @Test
  void after_one_wrong_delivery_the_right_one_is_taken(@TempDir Path directory) {
    // Given
    byte[] sound = sound(1, SIZE);
    Recordings recordings = on(directory, 1 << 20);
    recordings.demand(List.of(ordered(ref(sound))), NOON);
    for (int index = 0; index < 4; index++) {
      recordings.arrived(Digest.of(sound), part(sound(2, SIZE), index), NOON);
    }
    heard.clear();

    // When
    recordings.timePassed(NOON.plusSeconds(60));
    deliver(recordings, sound, 0, 1, 2, 3);

    // Then
    assertEquals(List.of("want [0-3]", "ignore", "whole"), heard);
  }

  @Test
  void noise_on_the_topic_changes_nothing(@TempDir Path directory) {
    // Given
    byte[] sound = sound(1, SIZE);
    Recordings recordings = on(directory, 1 << 20);
    recordings.demand(List.of(ordered(ref(sound))), NOON);
    heard.clear();

    // When
    recordings.arrived(Digest.of(sound), new byte[0], NOON);
    recordings.arrived(Digest.of(sound), new byte[90_000], NOON);
    recordings.arrived(
        Digest.of(sound), AudioPartBytes.encode(new AudioPart(0, 9, new byte[4])), NOON);
    recordings.arrived(Digest.of(new byte[1]), part(sound, 0), NOON);

    // Then
    assertEquals(List.of(), heard);
    deliver(recordings, sound, 0, 1, 2, 3);
    assertEquals(List.of("ignore", "whole"), heard);
  }

  @Test
  void a_full_disk_is_said_before_a_byte_is_asked_for(@TempDir Path directory) throws IOException {
    // Given
    free = SIZE;

    // When
    on(directory, 1 << 20).demand(List.of(ordered(ref(sound(1, SIZE)))), NOON);

    // Then
    assertEquals(List.of("lacking FAILED_DISK_FULL"), heard);
    assertEquals(0, filesIn(directory));
  }

  @Test
  void room_is_made_by_deleting_the_oldest_that_nobody_needs(@TempDir Path directory)
      throws IOException {
    // Given
    List<byte[]> sounds = List.of(sound(1, SIZE), sound(2, SIZE), sound(3, SIZE));
    Recordings recordings = on(directory, 2 * SIZE + 10);
    for (int i = 0; i < 2; i++) {
      recordings.demand(List.of(ordered(ref(sounds.get(i)))), NOON);
      deliver(recordings, sounds.get(i), 0, 1, 2, 3);
      Path file = recordings.file(Digest.of(sounds.get(i)));
      assertTrue(file.toFile().setLastModified(1_000_000L * (i + 1)));
    }

    // When
    recordings.demand(List.of(ordered(ref(sounds.get(2))), ordered(ref(sounds.get(0)))), NOON);

    // Then
    assertTrue(Files.exists(recordings.file(Digest.of(sounds.get(0)))), "needed");
    assertFalse(Files.exists(recordings.file(Digest.of(sounds.get(1)))), "spare");
  }

  @Test
  void what_nobody_needs_any_more_is_not_listened_to(@TempDir Path directory) throws IOException {
    // Given
    byte[] sound = sound(1, SIZE);
    Recordings recordings = on(directory, 1 << 20);
    recordings.demand(List.of(ordered(ref(sound))), NOON);
    deliver(recordings, sound, 0);
    heard.clear();

    // When
    recordings.demand(List.of(), NOON);

    // Then
    assertEquals(List.of("ignore"), heard);
    assertEquals(0, filesIn(directory));
  }

  @Test
  void a_new_connection_listens_and_asks_at_once(@TempDir Path directory) {
    // Given
    byte[] sound = sound(1, SIZE);
    Recordings recordings = on(directory, 1 << 20);
    recordings.demand(List.of(ordered(ref(sound))), NOON);
    deliver(recordings, sound, 0, 1);
    heard.clear();

    // When
    recordings.connected(NOON);

    // Then
    assertEquals(List.of("listen", "want [2-3]"), heard);
  }

  @Test
  void with_nobody_to_ask_it_does_not_wake_up_to_ask(@TempDir Path directory) {
    // Given
    byte[] sound = sound(1, SIZE);
    Recordings recordings = on(directory, 1 << 20);
    recordings.disconnected();

    // When
    recordings.demand(List.of(ordered(ref(sound))), NOON);
    recordings.timePassed(NOON.plusSeconds(90));

    // Then
    assertEquals(List.of("listen"), heard);
    assertEquals(Optional.empty(), recordings.nextAsk());
    recordings.connected(NOON.plusSeconds(90));
    assertEquals(List.of("listen", "listen", "want [0-3]"), heard);
    assertTrue(recordings.nextAsk().isPresent());
  }

  @Test
  void what_is_on_the_disk_is_looked_at_a_few_at_a_time(@TempDir Path directory)
      throws IOException {
    // Given
    List<Demand> demands = new ArrayList<>();
    for (int seed = 0; seed < 4; seed++) {
      byte[] sound = sound(seed, SIZE);
      Files.write(directory.resolve(Digest.of(sound) + ".opus"), sound);
      demands.add(ordered(ref(sound)));
    }
    List<Runnable> waiting = new ArrayList<>();
    Recordings recordings =
        new Recordings(
            new Recordings.Shelf(directory, 1 << 20, () -> free, 1L << 40, ZoneOffset.UTC),
            new Recordings.World(this, () -> 0, this, later(waiting)));

    // When
    recordings.demand(demands, NOON);

    // Then
    assertEquals(2, waiting.size());
    assertTrue(recordings.isChecking(demands.get(3).recording().digest()));
    List.copyOf(waiting).forEach(Runnable::run);
    recordings.timePassed(NOON);
    assertEquals(4, waiting.size());
    waiting.subList(2, 4).forEach(Runnable::run);
    assertEquals(List.of("whole", "whole", "whole", "whole"), heard);
    assertFalse(recordings.isChecking(demands.get(3).recording().digest()));
  }

  private static SlowWork later(List<Runnable> waiting) {
    return new SlowWork() {
      @Override
      public <T> void run(Supplier<T> work, Consumer<T> then) {
        waiting.add(() -> then.accept(work.get()));
      }
    };
  }

  private static long filesIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.count();
    }
  }

  @Override
  public void listenTo(Digest recording) {
    heard.add("listen");
  }

  @Override
  public void want(Want want) {
    List<String> ranges =
        want.missing().stream().map(range -> range.first() + "-" + range.last()).toList();
    heard.add("want " + ranges);
  }

  @Override
  public void ignore(Digest recording) {
    heard.add("ignore");
  }

  @Override
  public void whole(Digest recording, Path file) {
    heard.add("whole");
  }

  @Override
  public void lacking(Digest recording, Outcome why) {
    heard.add("lacking " + why);
  }

  @Override
  public void spent(LocalDate day, long bytes) {
    heard.add("spent " + bytes);
  }

  @Override
  public <T> void run(Supplier<T> work, Consumer<T> then) {
    then.accept(work.get());
  }
}
