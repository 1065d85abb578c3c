// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * A microphone or line input of this machine, through Java Sound (ALSA on Linux).
 *
 * @param name {@code default}, or part of a card's name as {@code arecord -L} lists it
 */
public record AlsaMicrophone(String name) implements Microphone {
  private static final String DEFAULT = "default";

  /** The chirp ends at 3,400 Hz; some cards know only their own rate. */
  private static final int[] RATES = {16_000, 48_000, 8_000};

  private static final int BUFFERS_PER_SECOND = 2;

  @Override
  public String describe() {
    return "alsa:" + name;
  }

  @Override
  public Capture open() {
    String why = "there is none of that name";
    for (int rate : RATES) {
      AudioFormat format = new AudioFormat(rate, 16, 1, true, false);
      try {
        TargetDataLine line = line(format);
        line.open(format, 2 * rate / BUFFERS_PER_SECOND);
        line.start();
        return new Line(line, rate);
      } catch (LineUnavailableException | IllegalArgumentException e) {
        why = String.valueOf(e.getMessage());
      }
    }
    throw new ProblemException(
        new Problem(
            "MICROPHONE_UNUSABLE",
            "The microphone \"%s\" does not open: %s.".formatted(name, why),
            "Check its name with \"arecord -L\" and that no other program holds it."));
  }

  private TargetDataLine line(AudioFormat format) throws LineUnavailableException {
    if (name.equals(DEFAULT)) {
      return AudioSystem.getTargetDataLine(format);
    }
    DataLine.Info wanted = new DataLine.Info(TargetDataLine.class, format);
    for (Mixer.Info card : AudioSystem.getMixerInfo()) {
      if (card.getName().contains(name) && AudioSystem.getMixer(card).isLineSupported(wanted)) {
        return AudioSystem.getTargetDataLine(format, card);
      }
    }
    throw new IllegalArgumentException("there is none of that name");
  }

  /** A Java Sound line. */
  private record Line(TargetDataLine line, int rateHertz) implements Capture {
    @Override
    public int read(byte[] pcm) {
      int there = Math.min(line.available(), pcm.length) & ~1;
      return there == 0 ? 0 : line.read(pcm, 0, there);
    }

    @Override
    public void close() {
      line.stop();
      line.close();
    }
  }
}
