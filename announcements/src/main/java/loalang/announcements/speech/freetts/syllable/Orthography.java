// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.syllable;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import loalang.announcements.speech.freetts.syllable.Syllable.Rime;

/** From the spelling of one syllable to its parts. Pure. */
public final class Orthography {
  /** The longest is "nghiêng". */
  static final int LONGEST = 7;

  private static final Map<Character, Tone> MARKS =
      Map.of(
          '\u0300', Tone.HUYEN,
          '\u0301', Tone.SAC,
          '\u0309', Tone.HOI,
          '\u0303', Tone.NGA,
          '\u0323', Tone.NANG);

  private static final Map<String, Onset> ONSETS = onsets();

  private Orthography() {}

  /**
   * The parts of a syllable.
   *
   * @param word one written syllable, any case, any Unicode form
   * @return empty if no Vietnamese syllable is spelt so; a stop without a tone mark, as in borrowed
   *     words, counts as one
   */
  public static Optional<Syllable> syllable(String word) {
    String marked = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    Tone tone = Tone.NGANG;
    StringBuilder bare = new StringBuilder();
    for (int i = 0; i < marked.length(); i++) {
      Tone found = MARKS.get(marked.charAt(i));
      if (found == null) {
        bare.append(marked.charAt(i));
      } else if (tone != Tone.NGANG) {
        return Optional.empty();
      } else {
        tone = found;
      }
    }
    String letters = Normalizer.normalize(bare, Normalizer.Form.NFC);
    return letters.length() > LONGEST ? Optional.empty() : parts(letters, tone);
  }

  private static Optional<Syllable> parts(String letters, Tone tone) {
    if (letters.startsWith("gi")) {
      return soft(letters, tone);
    }
    if (letters.startsWith("qu")) {
      return RimeTable.spelt(letters.substring(2)).map(rime -> toned(Onset.K, afterQ(rime), tone));
    }
    for (Map.Entry<String, Onset> onset : ONSETS.entrySet()) {
      if (letters.startsWith(onset.getKey())) {
        return RimeTable.spelt(letters.substring(onset.getKey().length()))
            .map(rime -> toned(onset.getValue(), rime, tone));
      }
    }
    return RimeTable.spelt(letters).map(rime -> toned(Onset.NONE, rime, tone));
  }

  /** "gi" lends its i to the rime where nothing else could carry it: gì, giếng, gìn. */
  private static Optional<Syllable> soft(String letters, Tone tone) {
    Optional<Rime> own = RimeTable.spelt(letters.substring(2));
    Optional<Rime> shared = RimeTable.spelt(letters.substring(1));
    boolean prefersShared = letters.startsWith("giê");
    return (prefersShared ? shared.or(() -> own) : own.or(() -> shared))
        .map(rime -> toned(Onset.D, rime, tone));
  }

  /** "qu" rounds what follows, but quốc sounds like cuốc. */
  private static Rime afterQ(Rime rime) {
    return rime.nucleus() == Nucleus.O_CLOSED
        ? new Rime(false, Nucleus.U_GLIDING, rime.coda())
        : new Rime(true, rime.nucleus(), rime.coda());
  }

  /** A stop cannot carry a level or falling tone; written bare, in borrowed words, it is sắc. */
  private static Syllable toned(Onset onset, Rime rime, Tone tone) {
    boolean bare = rime.coda().stops() && tone != Tone.NANG;
    return new Syllable(onset, rime, bare ? Tone.SAC : tone);
  }

  /** Longest first: "ngh" before "ng" before "n". */
  private static Map<String, Onset> onsets() {
    Map<String, Onset> onsets = new LinkedHashMap<>();
    onsets.put("ngh", Onset.NG);
    onsets.put("ng", Onset.NG);
    onsets.put("nh", Onset.NH);
    onsets.put("ch", Onset.CH);
    onsets.put("gh", Onset.G);
    onsets.put("kh", Onset.KH);
    onsets.put("ph", Onset.PH);
    onsets.put("th", Onset.TH);
    onsets.put("tr", Onset.TR);
    onsets.put("b", Onset.B);
    onsets.put("c", Onset.K);
    onsets.put("d", Onset.D);
    onsets.put("đ", Onset.DD);
    onsets.put("g", Onset.G);
    onsets.put("h", Onset.H);
    onsets.put("k", Onset.K);
    onsets.put("l", Onset.L);
    onsets.put("m", Onset.M);
    onsets.put("n", Onset.N);
    onsets.put("p", Onset.P);
    onsets.put("r", Onset.R);
    onsets.put("s", Onset.S);
    onsets.put("t", Onset.T);
    onsets.put("v", Onset.V);
    onsets.put("x", Onset.X);
    return onsets;
  }
}
