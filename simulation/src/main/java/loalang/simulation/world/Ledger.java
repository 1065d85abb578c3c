// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import loalang.controller.dispatch.Settlement;
import loalang.controller.ledger.AiringState;
import loalang.controller.ledger.ReportChain;
import loalang.controller.ledger.ReportChain.Fault;
import loalang.controller.ledger.ReportChain.LinkOfChain;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import loalang.protocol.order.Warrant;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Report;

/** What the office has on its disk: as its tables have it, and nothing of it is ever lost. */
final class Ledger {
  private final Map<SpeakerId, TreeMap<Long, Row>> reports = new HashMap<>();
  private final Map<SpeakerId, Long> through = new HashMap<>();
  private final Map<AiringId, Expected> airings = new LinkedHashMap<>();
  private final List<StoredOrder> orders = new ArrayList<>();
  private final Map<SpeakerId, Map<LocalDate, Long>> held = new HashMap<>();
  private long sequence;

  private record Row(LinkOfChain link, NumberedReport report) {}

  /** An airing that each of these must tell the end of. */
  static final class Expected {
    final AiringId airing;
    final Instant deadline;
    final Map<SpeakerId, Long> speakers = new LinkedHashMap<>();
    final Map<SpeakerId, AiringState> told = new HashMap<>();
    Optional<Instant> passed = Optional.empty();

    Expected(AiringId airing, Instant deadline) {
      this.airing = airing;
      this.deadline = deadline;
    }
  }

  /** A signed order and who owes an answer. */
  static final class StoredOrder {
    final long sequence;
    final List<PagingZone> zones;
    final Instant expires;
    final byte[] envelope;
    final List<SpeakerId> owing;

    StoredOrder(Warrant warrant, byte[] envelope, List<SpeakerId> owing) {
      this.sequence = warrant.sequence();
      this.zones = List.copyOf(warrant.zones());
      this.expires = warrant.expires();
      this.envelope = envelope;
      this.owing = new ArrayList<>(owing);
    }
  }

  long nextSequence() {
    return ++sequence;
  }

  void put(StoredOrder order) {
    orders.add(order);
  }

  List<StoredOrder> owedBy(SpeakerId speaker, Instant now) {
    orders.removeIf(order -> order.owing.isEmpty() || !order.expires.isAfter(now));
    return orders.stream().filter(order -> order.owing.contains(speaker)).toList();
  }

  Expected expect(AiringId airing, Instant deadline) {
    return airings.computeIfAbsent(airing, any -> new Expected(airing, deadline));
  }

  List<Expected> expected() {
    return List.copyOf(airings.values());
  }

  Optional<Expected> find(AiringId airing) {
    return Optional.ofNullable(airings.get(airing));
  }

  /** Stores a report once; the faults it shows. */
  List<Fault> add(NumberedReport report, Digest digest) {
    TreeMap<Long, Row> chain = reports.computeIfAbsent(report.speaker(), any -> new TreeMap<>());
    long number = report.number();
    LinkOfChain link = new LinkOfChain(number, Optional.ofNullable(report.previous()), digest);
    List<Fault> faults =
        ReportChain.faults(
            link, link(chain, number), link(chain, number - 1), link(chain, number + 1));
    if (chain.putIfAbsent(number, new Row(link, report)) == null) {
      settle(report);
    }
    long last = through(report.speaker());
    while (chain.containsKey(last + 1)) {
      last++;
    }
    through.put(report.speaker(), last);
    return faults;
  }

  private static Optional<LinkOfChain> link(Map<Long, Row> chain, long number) {
    return Optional.ofNullable(chain.get(number)).map(Row::link);
  }

  private void settle(NumberedReport told) {
    Settlement.answered(told.report())
        .ifPresent(
            answered ->
                orders.stream()
                    .filter(order -> order.sequence == answered)
                    .forEach(order -> order.owing.remove(told.speaker())));
    if (told.report() instanceof Report.PlanHeld plan) {
      held.computeIfAbsent(told.speaker(), any -> new HashMap<>())
          .merge(plan.date(), plan.edition(), Math::max);
    }
  }

  long through(SpeakerId speaker) {
    return through.getOrDefault(speaker, 0L);
  }

  /** The edition of a day that a speaker last said it holds; 0 if none. */
  long held(SpeakerId speaker, LocalDate date) {
    return held.getOrDefault(speaker, Map.of()).getOrDefault(date, 0L);
  }

  /** What a speaker has told about an airing. */
  List<NumberedReport> about(SpeakerId speaker, AiringId airing) {
    List<NumberedReport> told = new ArrayList<>();
    for (Row row : reports.getOrDefault(speaker, new TreeMap<>()).values()) {
      if (row.report().report() instanceof Report.OfAiring one && one.airing().equals(airing)) {
        told.add(row.report());
      }
    }
    return told;
  }
}
