// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import loalang.announcements.ProduceAnnouncement;
import loalang.announcements.Production;
import loalang.announcements.ProductionSettings;
import loalang.announcements.StationText;
import loalang.announcements.SteadyProduction;
import loalang.announcements.audio.Chime;
import loalang.announcements.normalise.Dialect;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.Voices;
import loalang.controller.reading.Edition;
import loalang.controller.station.StationSettings;
import loalang.controller.studio.NoticeProduction;
import loalang.protocol.Priority;

/**
 * The office's production line under its station's settings. Lines that were dressed are kept for a
 * while, because each holds its coded chimes. Usable on many threads at once.
 */
final class OfficeProduction implements NoticeProduction {
  private static final int LINES_KEPT = 8;

  private final Voices voices;
  private final ProduceAnnouncement line;
  private final Map<Dress, ProduceAnnouncement> lines = new LinkedHashMap<>();

  /** What a line is dressed in: the settings, and who reads the station's own words. */
  private record Dress(StationSettings station, long dictionaryVersion, Dialect dialect) {}

  OfficeProduction(Voices voices, ProduceAnnouncement line) {
    this.voices = voices;
    this.line = line;
  }

  @Override
  public Voices voices() {
    return voices;
  }

  @Override
  public Production produce(Task task) {
    Edition edition = task.edition();
    Dress dress = new Dress(task.station(), edition.version(), edition.reader().dialect());
    ProduceAnnouncement dressed =
        dressed(
            dress,
            settings ->
                in(task.station(), settings).withReader(Language.VIETNAMESE, edition.reader()));
    return new SteadyProduction(
            voices,
            spoken -> dressed.produce(spoken, task.script(), task.listener(), task.cancellation()))
        .produce(task.notice());
  }

  @Override
  public Production produce(Recorded recorded) {
    StationSettings station = recorded.station();
    return dressed(new Dress(station, 0, Dialect.VI_NORTH), settings -> in(station, settings))
        .produceRecorded(recorded.notice(), recorded.voice(), recorded.cancellation());
  }

  private synchronized ProduceAnnouncement dressed(
      Dress dress, UnaryOperator<ProductionSettings> change) {
    ProduceAnnouncement known = lines.remove(dress);
    ProduceAnnouncement dressed = known == null ? line.dressed(change) : known;
    lines.put(dress, dressed);
    if (lines.size() > LINES_KEPT) {
      lines.remove(lines.keySet().iterator().next());
    }
    return dressed;
  }

  /** An emergency is called by its own chime, whatever the station likes. */
  private static ProductionSettings in(StationSettings station, ProductionSettings line) {
    StationSettings.Lines lines = station.lines();
    String ofMachine = StationText.VIETNAMESE_SYNTHETIC_NOTICE;
    StationText vietnamese =
        new StationText(lines.opening(), lines.closing(), lines.saysSynthetic() ? ofMachine : "");
    StationText english =
        new StationText("", "", lines.saysSynthetic() ? StationText.ENGLISH_SYNTHETIC_NOTICE : "");
    ProductionSettings dressed =
        line.withSound(station.sound())
            .withStation(Language.VIETNAMESE, vietnamese)
            .withStation(Language.ENGLISH, english)
            .withoutChimes()
            .withChime(Priority.EMERGENCY, Chime.URGENT);
    Chime chime = Chime.SHIPPED.get(station.chime());
    return chime == null
        ? dressed
        : dressed.withChime(Priority.ROUTINE, chime).withChime(Priority.PRIORITY, chime);
  }
}
