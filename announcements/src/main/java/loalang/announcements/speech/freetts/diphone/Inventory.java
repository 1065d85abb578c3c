// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.diphone;

import com.sun.speech.freetts.diphone.Diphone;
import com.sun.speech.freetts.relp.SampleInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import loalang.announcements.speech.freetts.diphone.Recipe.Cut;
import loalang.announcements.speech.freetts.score.Phone;

/**
 * A diphone for every pair of Vietnamese sounds, made when first asked for and kept. Usable on many
 * threads at once: a diphone depends on its pair alone, so it does not matter who made it.
 */
final class Inventory {
  private static final String TABLE = "sounds.tsv";
  private static final double HIGHEST_HERTZ = 8_000;

  /** A burst is so much louder than the closure before it, decibels. */
  private static final double BURST_RISE = 14;

  /** How far a voice may fade before a rest, decibels. */
  private static final double LARGEST_FADE = 6;

  private static final int CLOSURE_FRAMES = 3;
  private static final int MURMUR_FRAMES = 3;

  private record Pair(Phone first, Phone second) {}

  private final RecordedDiphones recorded = RecordedDiphones.load();
  private final Map<Phone, Recipe> recipes = recipes();
  private final Map<Phone, Optional<double[]>> models = new EnumMap<>(Phone.class);
  private final Map<Pair, Diphone> made = new ConcurrentHashMap<>();

  Inventory() {
    Vowels vowels = new Vowels(recorded);
    recipes.forEach((phone, recipe) -> models.put(phone, vowels.model(recipe)));
  }

  SampleInfo kind() {
    return recorded.kind();
  }

  /**
   * From the middle of one sound to the middle of the next.
   *
   * @throws IllegalStateException if neither was recorded nor can be put together
   */
  Diphone of(Phone first, Phone second) {
    return made.computeIfAbsent(new Pair(first, second), this::make);
  }

  private Diphone make(Pair pair) {
    Recipe first = recipe(pair.first());
    Recipe second = recipe(pair.second());
    List<Frame> frames = new ArrayList<>(louder(secondHalf(first, second), first.gain()));
    int border = frames.size();
    frames.addAll(louder(firstHalf(first, second), second.gain()));
    List<Frame> bent = Vowels.bent(frames, border, side(pair.first()), side(pair.second()));
    return recorded.diphone(pair.first() + "-" + pair.second(), bent, border);
  }

  private Recipe recipe(Phone phone) {
    return Objects.requireNonNull(recipes.get(phone));
  }

  private Vowels.Side side(Phone phone) {
    return new Vowels.Side(recipe(phone).formants(), Objects.requireNonNull(models.get(phone)));
  }

  private List<Frame> secondHalf(Recipe first, Recipe second) {
    String next = "-".equals(first.via()) ? second.enters() : first.via();
    List<Frame> whole = recorded.outOf(first.leaves(), next);
    if ("pau".equals(next) && !"pau".equals(first.leaves())) {
      return sustained(whole);
    }
    int burst = burst(whole);
    return switch (first.cut()) {
      case WHOLE, MURMUR -> whole;
      case TAP -> whole.subList(Math.max(0, burst - CLOSURE_FRAMES), burst + 1);
      case BREATH -> whole.subList(Math.min(burst + 1, whole.size() - 1), whole.size());
    };
  }

  private List<Frame> firstHalf(Recipe first, Recipe second) {
    boolean fromSilence = "pau".equals(first.opens());
    if (second.cut() == Cut.MURMUR && fromSilence) {
      List<Frame> voiced = recorded.outOf(second.leaves(), "aa");
      return voiced.subList(0, Math.min(MURMUR_FRAMES, voiced.size()));
    }
    return recorded.into(first.opens(), second.enters());
  }

  /** The speaker let his voice fade before a rest; a tone must be heard to its end. */
  private static List<Frame> sustained(List<Frame> frames) {
    double loudest = frames.stream().mapToDouble(Frame::level).max().orElse(0);
    int last = frames.size();
    while (last > 1 && frames.get(last - 1).level() < loudest - LARGEST_FADE) {
      last--;
    }
    return frames.subList(0, last);
  }

  /** The first frame that is much louder than the quietest before it; else the last. */
  private static int burst(List<Frame> frames) {
    double quietest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < frames.size(); i++) {
      double level = frames.get(i).level();
      if (level > quietest + BURST_RISE) {
        return i;
      }
      quietest = Math.min(quietest, level);
    }
    return frames.size() - 1;
  }

  private static List<Frame> louder(List<Frame> frames, double factor) {
    return factor == 1 ? frames : frames.stream().map(frame -> frame.louder(factor)).toList();
  }

  private static Map<Phone, Recipe> recipes() {
    Map<Phone, Recipe> recipes = new EnumMap<>(Phone.class);
    table()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .forEach(row -> recipes.put(Phone.valueOf(row[0]), Recipe.parse(row, HIGHEST_HERTZ)));
    return recipes;
  }

  private static String table() {
    try (InputStream in = Inventory.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException("The table " + TABLE + " is not in the jar.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The table " + TABLE + " cannot be read.", unreadable);
    }
  }
}
