// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import loalang.announcements.audio.Pcm;
import loalang.announcements.encode.OpusComments;
import loalang.announcements.encode.OpusEncoder;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SoundFileTest {
  private static final int RATE_HERTZ = 16_000;

  @ParameterizedTest
  @CsvSource({"a.opus,OPUS", "A.OGG,OPUS", "ban tin.wav,WAV", "x.WAV,WAV"})
  void the_ending_of_a_name_says_what_is_written(String name, SoundFile kind) {
    assertEquals(kind, SoundFile.named(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.mp3", "wav", "a.wav.txt", ""})
  void an_ending_that_cannot_be_written_is_refused_before_any_work(String name) {
    assertEquals(
        "EXPORT_FORMAT_UNKNOWN",
        assertThrows(ProblemException.class, () -> SoundFile.named(name)).problem().code());
  }

  @Test
  void a_wav_is_16_bit_mono_as_long_and_as_loud_as_what_was_recorded()
      throws IOException, UnsupportedAudioFileException {
    Pcm tone = tone(1.37);
    byte[] wav = SoundFile.WAV.of(opus(tone));

    try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
      AudioFormat format = in.getFormat();
      assertEquals(1, format.getChannels());
      assertEquals(16, format.getSampleSizeInBits());
      assertEquals(RATE_HERTZ, format.getSampleRate());
      Pcm read = Pcm.ofInt16LittleEndian(in.readAllBytes(), RATE_HERTZ);
      assertEquals(tone.length(), read.length());
      assertEquals(tone.rmsDbfs(), read.rmsDbfs(), 0.5);
    }
  }

  @Test
  void an_opus_file_is_the_recording_itself() {
    byte[] recording = opus(tone(0.2));

    assertArrayEquals(recording, SoundFile.OPUS.of(recording));
  }

  @Test
  void what_is_no_recording_is_refused() {
    assertThrows(
        IllegalArgumentException.class, () -> SoundFile.WAV.of(new byte[] {1, 2, 3, 4, 5}));
  }

  private static byte[] opus(Pcm sound) {
    return new OpusEncoder(24_000).encode(sound, new OpusComments("Thử", "vi", "tone", "tone"));
  }

  private static Pcm tone(double seconds) {
    float[] samples = new float[(int) (seconds * RATE_HERTZ)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * 440 * i / RATE_HERTZ));
    }
    return Pcm.of(samples, RATE_HERTZ);
  }
}
