// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import loalang.protocol.Digest;
import loalang.protocol.RecordingRef;

/** Recordings that do not come, are others, or change on the card. */
final class RecordingFaults {
  private RecordingFaults() {}

  static List<Fault> all() {
    return List.of(
        new Fault("recording_never_comes", Fault.Due.NOT_PLAYED, RecordingFaults::missing),
        new Fault("recording_is_another", Fault.Due.NOT_PLAYED, RecordingFaults::altered),
        new Fault("recording_is_no_sound", Fault.Due.NOT_PLAYED, RecordingFaults::noSound),
        new Fault("recording_deleted_on_the_card", Fault.Due.NOT_PLAYED, s -> spoil(s, false)),
        new Fault("recording_cut_on_the_card", Fault.Due.NOT_PLAYED, s -> spoil(s, true)));
  }

  private static void missing(Stage stage) throws Exception {
    BenchSound sound = stage.sound(1);
    stage.office().forget(sound.ref().digest());
    stage.orderShortly(sound);
    stage.ended();
  }

  private static void altered(Stage stage) throws Exception {
    BenchSound sound = stage.sound(1);
    byte[] other = new byte[(int) sound.ref().sizeBytes()];
    new Random(1).nextBytes(other);
    stage.office().keep(sound.ref().digest(), other);
    stage.orderShortly(sound);
    stage.ended();
  }

  private static void noSound(Stage stage) throws Exception {
    byte[] bytes = new byte[5_000];
    new Random(stage.airing().hashCode()).nextBytes(bytes);
    Digest digest = Digest.of(bytes);
    stage.office().keep(digest, bytes);
    stage.orderShortly(
        new BenchSound(new RecordingRef(digest, bytes.length, Duration.ofSeconds(1))));
    stage.ended();
  }

  private static void spoil(Stage stage, boolean half) throws Exception {
    BenchSound sound = stage.sound(2);
    stage.order(sound, Duration.ofSeconds(4));
    stage.ready();
    spoil(stage.recording(sound), half);
    stage.ended();
  }

  private static void spoil(Path file, boolean half) throws IOException {
    if (!half) {
      Files.delete(file);
      return;
    }
    try (FileChannel card = FileChannel.open(file, StandardOpenOption.WRITE)) {
      card.truncate(card.size() / 2);
    }
  }
}
