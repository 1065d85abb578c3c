// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.diphone;

import com.sun.speech.freetts.diphone.Diphone;
import com.sun.speech.freetts.diphone.DiphoneUnitDatabase;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import com.sun.speech.freetts.relp.Sample;
import com.sun.speech.freetts.relp.SampleInfo;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The diphones that were recorded, of the voice kevin16: all pairs of 41 American sounds except
 * those its own language never joins, which are put together from two. Read once, never changed.
 */
final class RecordedDiphones {
  private static final String FILE = "cmu_us_kal16.bin";
  private static final int RATE_HERTZ = 16_000;
  private static final int CHANNELS = 16;

  private static final Set<String> VOWELS =
      Set.of(
          "aa", "ae", "ah", "ao", "aw", "ax", "ay", "eh", "er", "ey", "ih", "iy", "ow", "oy", "uh",
          "uw");

  /** Sounds that were recorded only before vowels. */
  private static final Set<String> ONLY_BEFORE_VOWELS = Set.of("hh", "w", "y");

  private final DiphoneUnitDatabase database;
  private final double lowest;
  private final double range;

  private RecordedDiphones(DiphoneUnitDatabase database, double lowest, double range) {
    this.database = database;
    this.lowest = lowest;
    this.range = range;
  }

  /**
   * Reads them from FreeTTS's own jar.
   *
   * @throws UncheckedIOException if they are not there
   */
  static RecordedDiphones load() {
    InputStream file = KevinVoiceDirectory.class.getResourceAsStream(FILE);
    if (file == null) {
      throw new UncheckedIOException(new IOException("FreeTTS has no file " + FILE + "."));
    }
    try (DataInputStream head = new DataInputStream(file)) {
      head.readInt(); // magic
      head.readInt(); // version
      int rate = head.readInt();
      int channels = head.readInt();
      if (rate != RATE_HERTZ || channels != CHANNELS) {
        throw new IOException("The diphones are of an unknown kind: %d Hz.".formatted(rate));
      }
      double lowest = head.readFloat();
      double range = head.readFloat();
      DiphoneUnitDatabase database =
          new DiphoneUnitDatabase(KevinVoiceDirectory.class.getResource(FILE), true);
      return new RecordedDiphones(database, lowest, range);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isVowel(String sound) {
    return VOWELS.contains(sound);
  }

  /** What FreeTTS's concatenation must know. */
  SampleInfo kind() {
    return new SampleInfo(RATE_HERTZ, CHANNELS, 1, (float) lowest, (float) range, 0);
  }

  /** From the middle of a sound to its end, on its way to the next. */
  List<Frame> outOf(String sound, String next) {
    String towards = next;
    if (!recorded(sound, next)) {
      towards = "ng".equals(next) ? "n" : "uw";
    }
    Diphone diphone = named(sound, towards);
    return frames(diphone, 0, diphone.getMidPoint());
  }

  /** From the beginning of a sound to its middle, coming from the sound before. */
  List<Frame> into(String before, String sound) {
    String coming = before;
    if (!recorded(before, sound)) {
      coming = "ng".equals(sound) ? "ih" : "uw";
    } else if ("n".equals(before) && "g".equals(sound)) {
      coming = "ng"; // n-g is the one diphone of which only the first half was recorded
    }
    Diphone diphone = named(coming, sound);
    return frames(diphone, diphone.getMidPoint(), diphone.getSamples().length);
  }

  private static boolean recorded(String first, String second) {
    if (isVowel(first)) {
      return true;
    }
    return !"ng".equals(second) && (isVowel(second) || !ONLY_BEFORE_VOWELS.contains(first));
  }

  /** The database answers a wrong name with a wrong sound, so the answer is checked. */
  private Diphone named(String first, String second) {
    String name = first + "-" + second;
    Diphone diphone = database.getUnit(name);
    if (!diphone.getName().equals(name)) {
      throw new IllegalStateException("No diphone " + name + " was recorded.");
    }
    return diphone;
  }

  private List<Frame> frames(Diphone diphone, int from, int to) {
    List<Frame> frames = new ArrayList<>();
    for (int i = from; i < to; i++) {
      frames.add(frame(diphone.getSamples(i)));
    }
    return frames;
  }

  /** A sample of FreeTTS as a frame. */
  Frame frame(Sample sample) {
    return Frame.of(sample, lowest, range);
  }

  /** Made anew of frames: the first ones belong to the first sound. */
  Diphone diphone(String name, List<Frame> frames, int first) {
    Sample[] samples = new Sample[frames.size()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = frames.get(i).sample(lowest, range);
    }
    return new Diphone(name, samples, first);
  }
}
