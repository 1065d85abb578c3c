// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import loalang.announcements.Notice;
import loalang.announcements.ProduceAnnouncement;
import loalang.announcements.ProductionSettings;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.sentence.SentenceCache;

/**
 * Text to ready recording: ours, the usual chain of tools, and the raw engine, alternating on the
 * same spoken text and voice.
 */
final class RenderBench {
  private static final int WARM_UPS = 5;
  private static final String ENGINE =
      "espeak-ng -v vi+f5 -s 130 -a 80 --stdin --stdout < spoken.txt > raw.wav";

  private static final String CHAIN =
      ENGINE
          + " && measured=$(ffmpeg -hide_banner -nostats -i raw.wav"
          + " -af loudnorm=I=-16:TP=-1.5:LRA=11:print_format=json -f null - 2>&1"
          + " | awk -F'\"' '/input_|target_offset/ {print $4}' | paste -sd' ')"
          + " && set -- $measured"
          + " && ffmpeg -hide_banner -loglevel error -y -i raw.wav -af"
          + " loudnorm=I=-16:TP=-1.5:LRA=11:measured_I=$1:measured_TP=$2:measured_LRA=$3"
          + ":measured_thresh=$4:offset=$5:linear=true -ar 48000 norm.wav"
          + " && opusenc --quiet --bitrate 24 norm.wav out.opus";

  /** The quickest setting of the reference coder, after the engine alone: no step in between. */
  private static final String CODER = "opusenc --quiet --bitrate 24 --comp 0 raw.wav bare.opus";

  private static final long MAX_CACHE_BYTES = 1 << 26;

  private final int rounds;
  private final Consumer<Figure> heard;

  /** Tells each figure as soon as it is measured. */
  RenderBench(int rounds, Consumer<Figure> heard) {
    this.rounds = rounds;
    this.heard = heard;
  }

  void run() {
    ProductionSettings settings = ProductionSettings.standard().withoutChimes();
    try (Folder folder = Folder.make();
        ProduceAnnouncement line = ProduceAnnouncement.create(settings);
        ProduceAnnouncement keeping =
            ProduceAnnouncement.create(
                settings.withCache(
                    SentenceCache.in(folder.path().resolve("kept"), MAX_CACHE_BYTES)))) {
      Notice notice = RenderNotices.of(RenderNotices.VACCINATION);
      Files.writeString(folder.path().resolve("spoken.txt"), spoken(line, notice));
      timed(folder.path(), () -> line.produce(notice), () -> keeping.produce(notice))
          .forEach(heard);
      new RenderSound(folder.path()).beside(line.produce(notice)).forEach(heard);
      heard.accept(new RenderMemory(folder.path()).besideChain(CHAIN));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    new RenderLoad(rounds, heard).run();
  }

  private List<Figure> timed(Path folder, Runnable anew, Runnable again) {
    List<Double> ours = new ArrayList<>();
    List<Double> kept = new ArrayList<>();
    List<Double> chain = new ArrayList<>();
    List<Double> raw = new ArrayList<>();
    List<Double> coder = new ArrayList<>();
    for (int round = -WARM_UPS; round < rounds; round++) {
      boolean counts = round >= 0;
      note(ours, counts, anew);
      note(kept, counts, again);
      note(chain, counts, () -> shell(folder, CHAIN));
      note(raw, counts, () -> shell(folder, ENGINE));
      note(coder, counts, () -> shell(folder, ENGINE + " && " + CODER));
    }
    Samples own = new Samples(ours);
    return List.of(
        beside("text_to_recording", own, peer("espeak-ng|ffmpeg-loudnorm-2|opusenc", chain), 0.5),
        beside("text_to_recording_beside_raw_engine", own, peer("espeak-ng", raw), 1.3),
        beside("text_to_recording_beside_bare_coder", own, peer("espeak-ng|opusenc-0", coder), 1),
        beside("remembered_notice", new Samples(kept), peer("espeak-ng", raw), 1));
  }

  private static void note(List<Double> samples, boolean counts, Runnable work) {
    double millis = millis(work);
    if (counts) {
      samples.add(millis);
    }
  }

  private static Figure beside(String metric, Samples own, Figure.Peer peer, double limit) {
    return new Figure("render", metric, "ms", own, peer, new Figure.Target(limit, true));
  }

  private static Figure.Peer peer(String name, List<Double> samples) {
    return new Figure.Peer(name, new Samples(samples));
  }

  private static String spoken(ProduceAnnouncement line, Notice notice) {
    StringBuilder text = new StringBuilder();
    for (ScriptSentence sentence : line.produce(notice).report().script().sentences()) {
      text.append(sentence.spoken()).append('\n');
    }
    return text.toString();
  }

  static void shell(Path folder, String command) {
    said(folder, command);
  }

  /** What a command line says. */
  static String said(Path folder, String command) {
    try {
      Process process =
          new ProcessBuilder("bash", "-c", "set -o pipefail; " + command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while measuring.", e);
    }
  }

  private static double millis(Runnable work) {
    long started = System.nanoTime();
    work.run();
    return (System.nanoTime() - started) / 1e6;
  }
}
