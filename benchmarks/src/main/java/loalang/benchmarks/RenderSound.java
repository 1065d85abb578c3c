// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loalang.announcements.Production;

/** Loudness, peaks and size of a recording beside the chain's, as ffmpeg measures both decoded. */
record RenderSound(Path folder) {
  private static final Pattern SUMMARY =
      Pattern.compile(
          "Summary:.*?I:\\s+(-?[\\d.]+) LUFS.*Peak:\\s+(-?[\\d.]+) dBFS",
          Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);
  private static final double TARGET_LUFS = -16;

  /** Expects the chain's {@code out.opus} in the folder. */
  List<Figure> beside(Production ours) throws IOException {
    Files.write(folder.resolve("ours.opus"), ours.recording().oggOpus());
    Matcher own = measured("ours.opus");
    Matcher chain = measured("out.opus");
    double meterOff = Math.abs(ours.report().loudness().integratedLufs() - number(own, 1));
    return List.of(
        figure("loudness_off_target", "LU", off(own), 0.2),
        figure("chain_loudness_off_target", "LU", off(chain), 0.5),
        figure("meter_off_ffmpeg", "LU", meterOff, 0.2),
        figure("true_peak_over_ceiling", "dB", over(own), 0),
        figure("chain_true_peak_over_ceiling", "dB", over(chain), 0),
        size(ours));
  }

  /** What opusenc makes of the same sound at the same bit rate. */
  private Figure size(Production ours) throws IOException {
    RenderBench.shell(
        folder,
        "opusdec --quiet --rate 16000 ours.opus again.wav"
            + " && opusenc --quiet --bitrate 24 again.wav again.opus");
    return new Figure(
        "render",
        "size_beside_opusenc",
        "B",
        new Samples(List.of((double) ours.recording().ref().sizeBytes())),
        new Figure.Peer(
            "opusenc", new Samples(List.of((double) Files.size(folder.resolve("again.opus"))))),
        new Figure.Target(1.05, true));
  }

  private Matcher measured(String file) {
    String said =
        RenderBench.said(
            folder,
            "ffmpeg -hide_banner -nostats -i " + file + " -af ebur128=peak=true -f null - 2>&1");
    Matcher summary = SUMMARY.matcher(said);
    if (!summary.find()) {
      throw new IllegalStateException("ffmpeg said no loudness: " + said.toLowerCase(Locale.ROOT));
    }
    return summary;
  }

  private static double off(Matcher measured) {
    return Math.abs(number(measured, 1) - TARGET_LUFS);
  }

  private static double over(Matcher measured) {
    return Math.max(0, number(measured, 2) - -1.5);
  }

  private static double number(Matcher measured, int group) {
    return Double.parseDouble(measured.group(group));
  }

  private static Figure figure(String metric, String unit, double value, double limit) {
    Samples one = new Samples(List.of(value));
    return new Figure("render", metric, unit, one, null, new Figure.Target(limit, false));
  }
}
