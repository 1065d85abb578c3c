// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import loalang.controller.ledger.ReportChain.Fault;
import loalang.controller.ledger.ReportChain.LinkOfChain;
import loalang.protocol.Digest;
import loalang.protocol.SpeakerId;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Report;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of reports and of faults in their chains. Blocking, inside the caller's transaction. */
final class ReportStore {
  private ReportStore() {}

  /** Whose chain: a node that enrols anew with a new key begins anew. */
  record Chain(SpeakerId speaker, KeyId key) {}

  /** A genuine report with its bytes. */
  static final class Arrived {
    private final Chain chain;
    private final NumberedReport report;
    private final byte[] payload;
    private final byte[] envelope;

    Arrived(Chain chain, NumberedReport report, byte[] payload, byte[] envelope) {
      this.chain = chain;
      this.report = report;
      this.payload = payload.clone();
      this.envelope = envelope.clone();
    }

    Chain chain() {
      return chain;
    }

    NumberedReport report() {
      return report;
    }

    LinkOfChain link() {
      return new LinkOfChain(
          report.number(), Optional.ofNullable(report.previous()), Digest.of(envelope));
    }
  }

  /** Stores a report once; the faults it shows are stored with it. */
  static List<Fault> add(Handle handle, Arrived arrived, Instant now) {
    LinkOfChain link = arrived.link();
    List<Fault> faults =
        ReportChain.faults(
            link,
            find(handle, arrived.chain(), link.number()),
            find(handle, arrived.chain(), link.number() - 1),
            find(handle, arrived.chain(), link.number() + 1));
    insert(handle, arrived, now);
    for (Fault fault : faults) {
      record(handle, arrived, fault, now);
    }
    heal(handle, arrived, now);
    return faults;
  }

  /** The highest number stored with every one below it; 0 if there is none. */
  static long through(Handle handle, Chain chain) {
    return handle
        .createQuery(
            "SELECT COALESCE(MIN(number), 1) - 1 FROM ("
                + "SELECT 1 AS number WHERE NOT EXISTS (SELECT 1 FROM report"
                + " WHERE speaker = :speaker AND key_id = :key AND number = 1)"
                + " UNION ALL SELECT r.number + 1 FROM report r"
                + " WHERE r.speaker = :speaker AND r.key_id = :key AND NOT EXISTS ("
                + "SELECT 1 FROM report n WHERE n.speaker = r.speaker AND n.key_id = r.key_id"
                + " AND n.number = r.number + 1)) AS ends")
        .bind("speaker", chain.speaker().value())
        .bind("key", chain.key().thumbprint())
        .mapTo(Long.class)
        .one();
  }

  private static Optional<LinkOfChain> find(Handle handle, Chain chain, long number) {
    return handle
        .createQuery(
            "SELECT previous, digest FROM report"
                + " WHERE speaker = :speaker AND key_id = :key AND number = :number")
        .bind("speaker", chain.speaker().value())
        .bind("key", chain.key().thumbprint())
        .bind("number", number)
        .map(
            (rows, context) ->
                new LinkOfChain(
                    number,
                    Optional.ofNullable(rows.getString("previous")).map(Digest::new),
                    new Digest(rows.getString("digest"))))
        .findOne();
  }

  private static void insert(Handle handle, Arrived arrived, Instant now) {
    LinkOfChain link = arrived.link();
    handle
        .createUpdate(
            "INSERT INTO report (speaker, key_id, number, airing, envelope, digest, previous,"
                + " payload, received_ms) VALUES (:speaker, :key, :number, :airing, :envelope,"
                + " :digest, :previous, :payload, :now) ON CONFLICT DO NOTHING")
        .bind("speaker", arrived.chain().speaker().value())
        .bind("key", arrived.chain().key().thumbprint())
        .bind("number", link.number())
        .bind("airing", airingOf(arrived.report().report()))
        .bind("envelope", arrived.envelope)
        .bind("digest", link.digest().hex())
        .bind("previous", link.previous().map(Digest::hex).orElse(null))
        .bind("payload", arrived.payload)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  private static @Nullable String airingOf(Report report) {
    return report instanceof Report.OfAiring told ? told.airing().value() : null;
  }

  private static void record(Handle handle, Arrived arrived, Fault fault, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO chain_fault (speaker, key_id, number, kind, found_ms)"
                + " VALUES (:speaker, :key, :number, :kind, :now) ON CONFLICT DO NOTHING")
        .bind("speaker", arrived.chain().speaker().value())
        .bind("key", arrived.chain().key().thumbprint())
        .bind("number", arrived.report().number())
        .bind("kind", fault.rowName())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  // A gap before number n + 1 is closed when n arrives.
  private static void heal(Handle handle, Arrived arrived, Instant now) {
    handle
        .createUpdate(
            "UPDATE chain_fault SET healed_ms = :now WHERE speaker = :speaker AND key_id = :key"
                + " AND kind = 'gap' AND number = :next AND healed_ms IS NULL")
        .bind("now", now.toEpochMilli())
        .bind("speaker", arrived.chain().speaker().value())
        .bind("key", arrived.chain().key().thumbprint())
        .bind("next", arrived.report().number() + 1)
        .execute();
  }
}
