// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.copies;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import loalang.announcements.Notice;
import loalang.announcements.ProduceAnnouncement;
import loalang.announcements.Recording;
import loalang.announcements.audio.Loudness;
import loalang.announcements.audio.Pcm;
import loalang.announcements.recorded.RecordedVoice;
import loalang.announcements.testkit.ToneEngine;
import loalang.announcements.voice.Language;
import loalang.protocol.Priority;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AudioExportTest {
  private static final Recording RECORDING = recording();

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource(AudioExport.class)
  void every_kind_plays_as_long_and_as_loud(AudioExport kind) {
    Pcm heard = RecordedVoice.read("copy", kind.bytes(RECORDING));

    double seconds = RECORDING.ref().duration().toMillis() / 1_000.0;
    assertEquals(seconds, heard.duration().toMillis() / 1_000.0, 0.2);
    assertEquals(-16, Loudness.of(heard).integratedLufs(), 0.5);
  }

  @Test
  void a_copy_as_opus_is_the_recording_itself() {
    assertArrayEquals(RECORDING.oggOpus(), AudioExport.OPUS.bytes(RECORDING));
  }

  @Test
  void the_name_says_the_kind_and_the_file_is_whole() throws IOException {
    Path file = folder.resolve("Thông báo.WAV");

    AudioExport.save(RECORDING, file);

    assertArrayEquals(AudioExport.WAV.bytes(RECORDING), Files.readAllBytes(file));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(1, left.count());
    }
  }

  @Test
  void a_name_without_a_known_end_is_refused() {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> AudioExport.named("thong-bao.flac"));

    assertEquals("EXPORT_KIND_UNKNOWN", refused.problem().code());
  }

  @Test
  void a_folder_that_is_not_there_is_said() {
    Path nowhere = folder.resolve("none").resolve("a.wav");

    ProblemException failed =
        assertThrows(ProblemException.class, () -> AudioExport.save(RECORDING, nowhere));

    assertEquals("EXPORT_NOT_WRITTEN", failed.problem().code());
  }

  /** /dev/full answers every write as a full disk does. */
  @Test
  void a_full_disk_leaves_the_file_of_before_and_nothing_else() throws IOException {
    Path file = folder.resolve("a.wav");
    Files.writeString(file, "before");
    Files.createSymbolicLink(folder.resolve("a.wav.part"), Path.of("/dev/full"));

    ProblemException failed =
        assertThrows(ProblemException.class, () -> AudioExport.save(RECORDING, file));

    assertEquals("EXPORT_NOT_WRITTEN", failed.problem().code());
    assertTrue(failed.problem().toString().contains("No space left"), failed.toString());
    assertEquals("before", Files.readString(file));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(1, left.count());
    }
  }

  /** As ffprobe reads them, which is what other systems use. */
  @ParameterizedTest
  @ValueSource(strings = {".wav", ".mp3", ".opus"})
  void every_copy_says_that_a_machine_spoke(String suffix) throws Exception {
    Path file = folder.resolve("a" + suffix);
    AudioExport.save(RECORDING, file);

    String tags = probed(file).toLowerCase(Locale.ROOT);

    assertTrue(tags.contains("họp"), tags);
    assertTrue(tags.contains("synthetic_speech=1"), tags);
    assertTrue(tags.contains("digitalsourcetype=algorithmicmedia"), tags);
  }

  @Test
  void a_mark_of_any_length_leaves_the_sound_where_it_is() {
    byte[] wav = AudioExport.WAV.bytes(RECORDING);
    for (int length : new int[] {0, 1, 126, 127, 128, 20_000}) {
      Marks marks = new Marks(Map.of("TITLE", "ọ".repeat(length), "SYNTHETIC_SPEECH", "1"));
      byte[] tag = marks.id3();
      int size = tag[6] << 21 | tag[7] << 14 | tag[8] << 7 | tag[9];
      assertEquals(tag.length - 10, size);
      Pcm heard = RecordedVoice.read("a.wav", marks.inWav(wav));
      assertEquals(RecordedVoice.read("a.wav", wav).length(), heard.length());
    }
  }

  private static String probed(Path file) throws Exception {
    Process probe =
        new ProcessBuilder(
                "ffprobe",
                "-v",
                "error",
                "-show_entries",
                "format_tags:stream_tags",
                "-of",
                "default=nw=1",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, probe.waitFor(), said);
    return said;
  }

  private static Recording recording() {
    try (ProduceAnnouncement line = ProduceAnnouncement.create(ToneEngine.settings())) {
      return line.produce(
              new Notice(
                  "Họp",
                  Language.VIETNAMESE,
                  null,
                  Priority.ROUTINE,
                  Set.of(),
                  "Mời bà con họp thôn. Đúng bảy giờ tối nay."))
          .recording();
    }
  }
}
