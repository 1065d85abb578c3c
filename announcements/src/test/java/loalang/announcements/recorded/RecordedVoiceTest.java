// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.recorded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import loalang.announcements.audio.Pcm;
import loalang.announcements.encode.CodedSound;
import loalang.announcements.encode.OpusComments;
import loalang.announcements.encode.OpusEncoder;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as other programs make them (Debian package ffmpeg). */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(120)
class RecordedVoiceTest {
  private static final double SECONDS = 1.5;

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "a.wav,-c:a pcm_u8 -ar 8000",
    "b.wav,-c:a pcm_s16le -ar 44100 -ac 2",
    "c.wav,-c:a pcm_s24le -ar 192000",
    "d.wav,-c:a pcm_s32le -ar 22050 -ac 2",
    "e.wav,-c:a pcm_f32le -ar 48000",
    "f.wav,-c:a pcm_s16le -ar 48000 -ac 6",
    "g.wav,-c:a pcm_alaw -ar 8000",
    "h.mp3,-c:a libmp3lame -b:a 64k -ar 44100 -ac 2",
    "i.mp3,-c:a libmp3lame -b:a 32k -ar 16000",
    "j.m4a,-c:a aac -b:a 64k -ar 44100",
    "k.m4a,-c:a aac -b:a 96k -ar 48000 -ac 2 -movflags +faststart",
    "l.aac,-c:a aac -b:a 64k -ar 44100",
    "m.opus,-c:a libopus -b:a 24k -ac 2",
    "n.ogg,-c:a libopus -b:a 32k",
  })
  void a_file_of_any_common_kind_is_heard_as_it_was_recorded(String name, String options)
      throws Exception {
    byte[] file = file(name, options);

    Pcm sound = RecordedVoice.read(name, file);

    assertEquals(SECONDS, sound.duration().toMillis() / 1_000.0, 0.2); // coders add silence
    assertEquals(440, pitchHertz(sound), 3);
    double quietest = options.endsWith("-ac 6") ? -26 : -14; // ffmpeg uses the centre alone
    assertTrue(sound.rmsDbfs() > quietest && sound.rmsDbfs() < -8, sound.rmsDbfs() + " dBFS");
  }

  @Test
  void the_name_of_a_file_means_nothing() throws Exception {
    byte[] mp3 = file("a.mp3", "-c:a libmp3lame");

    assertEquals(440, pitchHertz(RecordedVoice.read("a.wav", mp3)), 3);
  }

  @Test
  void a_file_of_no_length_is_empty() throws Exception {
    byte[] wav = wav(new byte[0], 1, 16_000);

    assertEquals("RECORDED_VOICE_EMPTY", refused("empty.wav", wav));
  }

  @Test
  void three_hours_are_too_long_however_small_the_file() {
    byte[] threeHours = wav(new byte[8_000 * 3_600 * 2], 1, 8_000);

    assertEquals("RECORDED_VOICE_TOO_LONG", refused("long.wav", threeHours));
    byte[] huge = new byte[RecordedVoice.MAX_BYTES + 1];
    assertEquals("RECORDED_VOICE_TOO_LONG", refused("huge.wav", huge));
  }

  @Test
  void ogg_opus_of_more_than_half_an_hour_is_too_long_and_no_riddle() throws IOException {
    OpusEncoder encoder = new OpusEncoder(16_000);
    CodedSound second = encoder.code(Pcm.silence(Duration.ofSeconds(1), 16_000), 0, 50).sound();
    int seconds = (int) RecordedVoice.LONGEST.toSeconds() + 1;
    CodedSound all = CodedSound.ofAll(Collections.nCopies(seconds, second));
    byte[] file =
        encoder.file(
            all,
            new OpusEncoder.Playing(seconds * 16_000L, 16_000, 0),
            new OpusComments("Dài", "vi", new OpusComments.Source.Person()));

    assertEquals("RECORDED_VOICE_TOO_LONG", refused("long.opus", file));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x7fc00000, 0x7f800000}) // not a number; infinite
  void a_sample_that_is_no_number_is_refused(int bits) {
    ByteBuffer samples = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
    samples.putInt(200, bits);

    assertEquals("RECORDED_VOICE_UNREADABLE", refused("nan.wav", wav(samples.array(), 3, 16_000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "RIFFxxxxWAVE", "OggS", "ID3", "<html>404</html>"})
  void junk_is_refused_and_named(String junk) {
    byte[] bytes = junk.getBytes(StandardCharsets.ISO_8859_1);

    ProblemException refused =
        assertThrows(ProblemException.class, () -> RecordedVoice.read("loa.mp3", bytes));

    assertEquals("RECORDED_VOICE_UNREADABLE", refused.problem().code());
    assertTrue(refused.problem().toString().contains("loa.mp3"));
  }

  @Test
  void a_page_of_a_website_in_place_of_a_sound_is_refused() throws IOException {
    byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F'};

    assertEquals("RECORDED_VOICE_UNREADABLE", refused("loa.jpg", jpeg));
  }

  /** Whatever is broken, the answer is sound or a code and comes soon. */
  @ParameterizedTest
  @CsvSource({
    "a.wav,-c:a pcm_s16le",
    "a.mp3,-c:a libmp3lame",
    "a.m4a,-c:a aac",
    "a.opus,-c:a libopus"
  })
  void damaged_and_truncated_files_are_sound_or_a_code(String name, String options)
      throws Exception {
    byte[] good = file(name, options);
    Random random = new Random(5);
    for (int i = 0; i < 40; i++) {
      byte[] bad = Arrays.copyOf(good, i % 2 == 0 ? random.nextInt(good.length) : good.length);
      for (int flips = 0; flips < 12 && bad.length > 0; flips++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }
      try {
        assertTrue(RecordedVoice.read(name, bad).length() > 0);
      } catch (ProblemException e) {
        assertTrue(e.problem().code().startsWith("RECORDED_VOICE_"), e.toString());
      }
    }
  }

  private static String refused(String name, byte[] bytes) {
    return assertThrows(ProblemException.class, () -> RecordedVoice.read(name, bytes))
        .problem()
        .code();
  }

  private byte[] file(String name, String options) throws IOException, InterruptedException {
    Path out = folder.resolve(name);
    List<String> command =
        new ArrayList<>(
            List.of("ffmpeg", "-hide_banner", "-loglevel", "error", "-y", "-f", "lavfi", "-i"));
    command.add("sine=frequency=440:duration=" + SECONDS + ",volume=12dB");
    command.addAll(List.of(options.split(" ")));
    command.add(out.toString());
    Process ffmpeg = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(ffmpeg.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, ffmpeg.waitFor(), said);
    return Files.readAllBytes(out);
  }

  private static byte[] wav(byte[] samples, int kind, int rateHertz) {
    int bytesASample = kind == 3 ? 4 : 2;
    ByteBuffer file = ByteBuffer.allocate(44 + samples.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples.length);
    file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    file.putShort((short) kind).putShort((short) 1).putInt(rateHertz);
    file.putInt(rateHertz * bytesASample);
    file.putShort((short) bytesASample).putShort((short) (8 * bytesASample));
    file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples.length);
    return file.put(samples).array();
  }

  private static double pitchHertz(Pcm sound) {
    float[] samples = sound.samples();
    int from = samples.length / 4;
    int to = samples.length * 3 / 4;
    int crossings = 0;
    for (int i = from; i < to; i++) {
      if (samples[i] < 0 && samples[i + 1] >= 0) {
        crossings++;
      }
    }
    return crossings * (double) sound.rateHertz() / (to - from);
  }
}
