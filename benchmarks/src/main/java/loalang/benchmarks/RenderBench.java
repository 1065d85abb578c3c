// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import loalang.announcements.Notice;
import loalang.announcements.ProduceAnnouncement;
import loalang.announcements.ProductionSettings;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.voice.Language;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;

/**
 * Text to ready recording: ours, the usual chain of tools, and the raw engine, alternating on the
 * same spoken text and voice.
 */
final class RenderBench {
  private static final int WARM_UPS = 5;
  private static final String NOTICE =
      """
      Ủy ban nhân dân xã thông báo lịch tiêm chủng mở rộng cho trẻ em dưới năm tuổi. Thời gian từ
      bảy giờ ba mươi đến mười một giờ, ngày thứ bảy tuần này, tại trạm y tế xã. Bà con mang theo
      sổ tiêm chủng và thẻ bảo hiểm y tế của trẻ. Trẻ đang sốt hoặc đang uống thuốc thì báo cho cán
      bộ y tế trước khi tiêm. Sau khi tiêm, gia đình cho trẻ ở lại trạm ba mươi phút để theo dõi.
      Đề nghị các trưởng thôn nhắc từng gia đình có trẻ trong độ tuổi. Xin trân trọng cảm ơn.
      """;

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

  private final int rounds;

  RenderBench(int rounds) {
    this.rounds = rounds;
  }

  List<Figure> run() {
    List<Double> ours = new ArrayList<>();
    List<Double> chain = new ArrayList<>();
    List<Double> raw = new ArrayList<>();
    Notice notice = notice();
    try (ProduceAnnouncement line =
            ProduceAnnouncement.create(ProductionSettings.standard().withoutChimes());
        Folder folder = Folder.make()) {
      Files.writeString(folder.path().resolve("spoken.txt"), spoken(line, notice));
      for (int round = -WARM_UPS; round < rounds; round++) {
        double own = millis(() -> line.produce(notice));
        double others = millis(() -> shell(folder.path(), CHAIN));
        double engine = millis(() -> shell(folder.path(), ENGINE));
        if (round >= 0) {
          ours.add(own);
          chain.add(others);
          raw.add(engine);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(
        new Figure(
            "render",
            "text_to_recording",
            "ms",
            new Samples(ours),
            new Figure.Peer("espeak-ng|ffmpeg-loudnorm-2|opusenc", new Samples(chain)),
            new Figure.Target(0.5, true)),
        new Figure(
            "render",
            "text_to_recording_beside_raw_engine",
            "ms",
            new Samples(ours),
            new Figure.Peer("espeak-ng", new Samples(raw)),
            new Figure.Target(1.3, true)));
  }

  private static Notice notice() {
    return new Notice(
        "Lịch tiêm chủng",
        Language.VIETNAMESE,
        null,
        Priority.ROUTINE,
        Set.of(new PagingZone("thon-mot")),
        NOTICE);
  }

  private static String spoken(ProduceAnnouncement line, Notice notice) {
    StringBuilder text = new StringBuilder();
    for (ScriptSentence sentence : line.produce(notice).report().script().sentences()) {
      text.append(sentence.spoken()).append('\n');
    }
    return text.toString();
  }

  private static void shell(Path folder, String command) {
    try {
      Process process =
          new ProcessBuilder("bash", "-c", "set -o pipefail; " + command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      byte[] said = process.getInputStream().readAllBytes();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(new String(said, StandardCharsets.UTF_8));
      }
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
