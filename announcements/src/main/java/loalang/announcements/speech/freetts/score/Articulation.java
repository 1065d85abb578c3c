// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.score;

import java.util.ArrayList;
import java.util.List;
import loalang.announcements.speech.freetts.syllable.Coda;
import loalang.announcements.speech.freetts.syllable.Nucleus;
import loalang.announcements.speech.freetts.syllable.Onset;
import loalang.announcements.speech.freetts.syllable.Syllable;
import loalang.announcements.speech.freetts.syllable.Syllable.Rime;

/** Which sounds a syllable has in an accent, and how long each is held before the tone counts. */
final class Articulation {
  /** What short vowels keep of the length of the long one. */
  private static final double SHORT = 0.5;

  /** What a vowel keeps of its length before an ending. */
  private static final double CHECKED = 0.75;

  /** The parts of a vowel that glides: the first is held, the second is reached. */
  private static final double GLIDE_START = 0.55;

  private static final double GLIDE_END = 0.7;

  private final Accent accent;

  Articulation(Accent accent) {
    this.accent = accent;
  }

  /**
   * The sounds of one syllable.
   *
   * @param onset what comes before the tone can be heard
   * @param rime what carries the tone
   * @param closure the silent stop at the end; empty for syllables that end in voice
   */
  record Sounds(List<Segment> onset, List<Segment> rime, List<Segment> closure) {}

  Sounds of(Syllable syllable) {
    List<Segment> onset = new ArrayList<>();
    onset.add(held(onset(syllable.onset()), 1));
    Rime parts = syllable.rime();
    List<Segment> rime = new ArrayList<>();
    if (parts.glided()) {
      rime.add(held(Phone.W, 1));
    }
    List<Segment> closure = new ArrayList<>();
    if (parts.coda().stops()) {
      rime.addAll(vowels(parts));
      rime.addAll(offGlide(parts));
      closure.add(held(closure(parts.coda()), 1));
    } else {
      rime.addAll(vowels(parts));
      rime.addAll(offGlide(parts));
      rime.addAll(voicedEnd(parts.coda()));
    }
    return new Sounds(onset, rime, closure);
  }

  private Phone onset(Onset onset) {
    return switch (onset) {
      case NONE -> Phone.PAUSE;
      case B -> Phone.B;
      case CH -> Phone.CH;
      case D -> accent == Accent.NORTH ? Phone.Z : Phone.Y;
      case DD -> Phone.DD;
      case G -> Phone.G;
      case H -> Phone.H;
      case K -> Phone.K;
      case KH -> Phone.KH;
      case L -> Phone.L;
      case M -> Phone.M;
      case N -> Phone.N;
      case NG -> Phone.NG;
      case NH -> Phone.NH;
      case P -> Phone.P;
      case PH -> Phone.F;
      case R -> accent == Accent.NORTH ? Phone.Z : Phone.R;
      case S -> accent == Accent.NORTH ? Phone.S : Phone.SH;
      case T -> Phone.T;
      case TH -> Phone.TH;
      case TR -> accent == Accent.NORTH ? Phone.CH : Phone.TR;
      case V -> Phone.V;
      case X -> Phone.S;
    };
  }

  private static List<Segment> vowels(Rime rime) {
    double held = rime.coda() == Coda.NONE ? 1 : CHECKED;
    return switch (rime.nucleus()) {
      case I_GLIDING -> gliding(Phone.I, held);
      case U_GLIDING -> gliding(Phone.U, held);
      case U_HORN_GLIDING -> gliding(Phone.U_HORN, held);
      case A_SHORT -> List.of(held(Phone.A, SHORT));
      case O_HORN_SHORT -> List.of(held(Phone.O_HORN, SHORT));
      default -> List.of(held(single(rime), held));
    };
  }

  private static List<Segment> gliding(Phone start, double held) {
    return List.of(held(start, GLIDE_START * held), held(Phone.O_HORN, GLIDE_END * held));
  }

  /** ong and ông begin more open than o and ô, for the lips close only at the end. */
  private static Phone single(Rime rime) {
    boolean lipsClose = rime.coda() == Coda.NG || rime.coda() == Coda.C;
    return switch (rime.nucleus()) {
      case A, A_SHORT -> Phone.A;
      case E -> Phone.E;
      case E_CLOSED -> Phone.E_CLOSED;
      case I, I_GLIDING -> Phone.I;
      case O -> Phone.O;
      case O_CLOSED -> lipsClose ? Phone.O_HORN : Phone.O_CLOSED;
      case O_HORN, O_HORN_SHORT -> Phone.O_HORN;
      case U, U_GLIDING -> Phone.U;
      case U_HORN, U_HORN_GLIDING -> Phone.U_HORN;
    };
  }

  /** The half-vowel on the way to an ending at the other end of the mouth: anh, ach, ông, ộc. */
  private List<Segment> offGlide(Rime rime) {
    boolean palatal = rime.coda() == Coda.NH || rime.coda() == Coda.CH;
    boolean velar = rime.coda() == Coda.NG || rime.coda() == Coda.C;
    Nucleus nucleus = rime.nucleus();
    if (palatal && nucleus != Nucleus.I && accent != Accent.SOUTH) {
      return List.of(held(Phone.END_I, 0.6));
    }
    if (velar && (nucleus == Nucleus.O || nucleus == Nucleus.O_CLOSED)) {
      return List.of(held(Phone.END_U, 0.6));
    }
    return List.of();
  }

  private List<Segment> voicedEnd(Coda coda) {
    return switch (coda) {
      case I -> List.of(held(Phone.END_I, 1));
      case U -> List.of(held(Phone.END_U, 1));
      case M -> List.of(held(Phone.M, 1.05));
      case N -> List.of(held(Phone.N, 1.1));
      case NG -> List.of(held(Phone.NG, 1));
      case NH -> List.of(accent == Accent.SOUTH ? held(Phone.N, 1.1) : held(Phone.NG, 1));
      case NONE, P, T, C, CH -> List.of();
    };
  }

  private Phone closure(Coda coda) {
    return switch (coda) {
      case P -> Phone.CLOSED_P;
      case T -> Phone.CLOSED_T;
      case CH -> accent == Accent.SOUTH ? Phone.CLOSED_T : Phone.CLOSED_K;
      default -> Phone.CLOSED_K;
    };
  }

  private static Segment held(Phone phone, double times) {
    return new Segment(phone, phone.millis() / 1000.0 * times);
  }
}
