// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import loalang.controller.console.frame.Texts;
import loalang.controller.console.frame.Words;
import loalang.controller.console.sheets.Sheet;
import loalang.controller.console.sheets.Sheet.Cell;
import loalang.controller.console.sheets.Sheet.Column;
import loalang.controller.ledger.AiringState;
import loalang.controller.ledger.MonthLine;
import loalang.controller.ledger.PlannedAiring;
import loalang.controller.ledger.Standing;
import loalang.controller.ledger.Tally;
import loalang.controller.speakers.Site;
import loalang.protocol.AiringId;
import loalang.protocol.SpeakerId;

/**
 * The log and the month's report as tables.
 *
 * @param texts in the visitor's language
 * @param station whose they are
 * @param made when
 */
record LogSheets(Texts texts, String station, Instant made) {
  private static final int MILLIS = 1_000;

  /** One row an airing and speaker; an airing that came to no speaker has a row too. */
  Sheet log(
      LogFilter filter,
      List<Tally> airings,
      Map<AiringId, SortedMap<SpeakerId, Standing>> standings) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Tally tally : airings) {
      SortedMap<SpeakerId, Standing> speakers =
          standings.getOrDefault(tally.planned().id(), new TreeMap<>(Words.BY_NAME));
      if (speakers.isEmpty()) {
        rows.add(row(tally, Optional.empty(), Standing.NOTHING));
      }
      speakers.forEach(
          (speaker, standing) -> {
            if (filter.state().isEmpty() || filter.state().equals(standing.state().word())) {
              rows.add(row(tally, Optional.of(speaker), standing));
            }
          });
    }
    String days = texts.of("log.days", texts.date(filter.from()), texts.date(filter.to()));
    return new Sheet(
        texts.of("log.sheet-title", station),
        List.of(days, texts.of("log.made", texts.clock(made), rows.size())),
        columns(),
        rows);
  }

  /** One row a cluster and one for all. */
  Sheet month(MonthReport report) {
    List<List<Cell>> rows = new ArrayList<>();
    report.lines().forEach(line -> rows.add(row(line, line.told().speaker().value())));
    rows.add(row(new MonthReport.Line(report.total(), Site.UNKNOWN), texts.of("month.total")));
    return new Sheet(
        texts.of("month.sheet-title", report.name(), station),
        List.of(texts.of("log.made", texts.clock(made), report.lines().size())),
        List.of(
            column("month.station", 5),
            column("month.cluster", 5),
            column("month.place", 6),
            column("month.latitude", 3),
            column("month.longitude", 3),
            column("month.bulletins", 3),
            column("month.played", 3),
            column("month.urgent", 3),
            column("month.sounded", 3),
            column("month.requested", 3),
            column("month.ratio", 3),
            column("month.listened", 3),
            column("month.heard", 3)),
        rows);
  }

  private List<Column> columns() {
    return List.of(
        column("log.start", 5),
        column("log.airing", 5),
        column("log.title", 10),
        column("log.zones", 6),
        column("log.priority", 4),
        column("log.speaker", 5),
        column("level.accepted", 5),
        column("level.ready", 5),
        column("log.began", 5),
        column("log.due", 3),
        column("level.rendered", 3),
        column("level.heard", 4),
        column("log.state", 4),
        column("log.reason", 6));
  }

  private List<Cell> row(Tally tally, Optional<SpeakerId> speaker, Standing standing) {
    PlannedAiring planned = tally.planned();
    Optional<AiringState.Ending> ending = AiringProof.ending(standing);
    return List.of(
        Cell.of(full(planned.start())),
        Cell.of(planned.id().value()),
        Cell.of(planned.title()),
        Cell.of(Words.zones(planned.zones())),
        Cell.of(texts.of("priority." + planned.priority().wireName())),
        Cell.of(speaker.map(SpeakerId::value).orElse("")),
        Cell.of(standing.accepted().map(this::full).orElse("")),
        Cell.of(standing.ready().map(this::full).orElse("")),
        Cell.of(standing.state().startedAt().map(this::full).orElse("")),
        ending.map(end -> seconds(end.framesDue())).orElse(Cell.of("")),
        ending.map(end -> seconds(end.framesRendered())).orElse(Cell.of("")),
        Cell.of(standing.hearing().text().map(texts::of).orElse("")),
        Cell.of(state(tally, speaker, standing)),
        Cell.of(reason(tally, speaker, standing)));
  }

  private String state(Tally tally, Optional<SpeakerId> speaker, Standing standing) {
    return speaker.isPresent()
        ? texts.of("state." + standing.state().word())
        : texts.of("airing." + tally.word());
  }

  private String reason(Tally tally, Optional<SpeakerId> speaker, Standing standing) {
    return speaker.isPresent()
        ? Words.reason(standing.state(), texts)
        : tally.skipped().map(why -> texts.problem(why.code())).orElse("");
  }

  private List<Cell> row(MonthReport.Line line, String cluster) {
    MonthLine told = line.told();
    double ratio =
        told.requested().isZero()
            ? 0
            : 100.0 * told.sounded().toMillis() / told.requested().toMillis();
    return List.of(
        Cell.of(station),
        Cell.of(cluster),
        Cell.of(line.site().place()),
        Cell.of(line.latitude()),
        Cell.of(line.longitude()),
        Cell.of(told.airings()),
        Cell.of(told.played()),
        Cell.of(told.urgent()),
        seconds(told.sounded()),
        seconds(told.requested()),
        Cell.of(
            Math.round(10 * ratio) / 10.0,
            texts.percent(told.sounded().toMillis(), told.requested().toMillis())),
        Cell.of(told.listened()),
        Cell.of(told.heard()));
  }

  private Column column(String key, int width) {
    return new Column(texts.of(key), width);
  }

  private String full(Instant instant) {
    return texts.second(instant) + " " + texts.date(texts.dayOf(instant));
  }

  private Cell seconds(long frames) {
    return seconds(Duration.ofMillis(Math.round(MILLIS * AiringProof.seconds(frames))));
  }

  private Cell seconds(Duration length) {
    return Cell.of(Math.round(length.toMillis() / 100.0) / 10.0, texts.seconds(length));
  }
}
