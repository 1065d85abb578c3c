// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.dispatch.OutboxStore.StoredOrder;
import loalang.controller.speakers.Speaker;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.AiringId;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.SpeakerId;
import loalang.protocol.order.Order;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.SelfCheck;
import org.jdbi.v3.core.Handle;

/** Has speakers look themselves over without a sound. On one event loop. */
public final class SelfTestDesk {
  /** Who has not answered after so long does not. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final AiringId ABOUT = new AiringId("self-test");

  private final StorageDesk storage;
  private final Dispatcher.Staff staff;
  private final Press press;

  /** A desk. */
  public SelfTestDesk(StorageDesk storage, Dispatcher.Staff staff, Dispatcher.Authority authority) {
    this.storage = storage;
    this.staff = staff;
    this.press = new Press(ABOUT, authority.commune(), authority.signer());
  }

  /** How far a test has come. */
  public enum Stage {
    /** It was asked and may still answer. */
    WAITING,
    /** It did not answer within a minute. */
    SILENT,
    /** It will not. */
    REFUSED,
    /** Everything it looked at is as it ought to be. */
    GOOD,
    /** Something is not. */
    BAD
  }

  /**
   * One test of one speaker.
   *
   * @param by who asked
   * @param asked when
   * @param answered when the office stored the answer
   * @param checks what it found
   * @param refused why it would not, as it said
   */
  public record Result(
      String by,
      Instant asked,
      Optional<Instant> answered,
      List<SelfCheck> checks,
      Optional<String> refused) {
    public Result {
      checks = List.copyOf(checks);
    }

    /** How far it has come. */
    public Stage stage(Instant now) {
      if (refused.isPresent()) {
        return Stage.REFUSED;
      }
      if (answered.isEmpty()) {
        return now.isBefore(asked.plus(PATIENCE)) ? Stage.WAITING : Stage.SILENT;
      }
      return checks.stream().anyMatch(one -> one.finding() == SelfCheck.Finding.BAD)
          ? Stage.BAD
          : Stage.GOOD;
    }
  }

  /** Asks one speaker. */
  public Future<Void> ask(Speaker speaker, Author by) {
    return ask(PagingZone.only(speaker.id()), List.of(speaker), by);
  }

  /**
   * Asks every speaker of a zone.
   *
   * @return fails with ZONE_UNKNOWN
   */
  public Future<Void> ask(PagingZone zone, Author by) {
    List<Speaker> meant =
        staff.roster().all().stream().filter(speaker -> speaker.isIn(zone)).toList();
    return meant.isEmpty()
        ? Future.failedFuture(new ProblemException(nobody(zone)))
        : ask(zone, meant, by);
  }

  /** The newest test of each speaker that was ever asked. */
  public Future<Map<SpeakerId, Result>> newest() {
    return storage.read(SelfTestStore::newest);
  }

  /** What a report says about a test; in the report's own transaction. */
  public static void take(Handle handle, NumberedReport told, Instant now) {
    SelfTestStore.take(handle, told, now);
  }

  private Future<Void> ask(PagingZone zone, List<Speaker> meant, Author by) {
    Instant now = staff.now().instant();
    return storage
        .write(
            handle -> {
              AuditStore.add(handle, by.did(Deed.SELF_TEST_ASKED, zone), now);
              return stored(handle, zone, meant, new SelfTestStore.Asking(by.who(), now, 0));
            })
        .onSuccess(staff.outbox()::send)
        .mapEmpty();
  }

  private StoredOrder stored(
      Handle handle, PagingZone zone, List<Speaker> meant, SelfTestStore.Asking asked) {
    long sequence = OutboxStore.nextSequence(handle);
    SelfTestStore.Asking asking = new SelfTestStore.Asking(asked.by(), asked.at(), sequence);
    Set<SpeakerId> owing = new HashSet<>();
    for (Speaker speaker : meant) {
      owing.add(speaker.id());
      SelfTestStore.put(handle, speaker.id(), asking);
    }
    StoredOrder order =
        press.sign(sequence, zone, new Order.SelfTest(), new Press.Term(asking.at(), PATIENCE));
    OutboxStore.put(handle, order, owing, asking.at());
    return order;
  }

  private static Problem nobody(PagingZone zone) {
    return new Problem(
        "ZONE_UNKNOWN",
        "No speaker is in %s.".formatted(zone),
        "Name a zone that has speakers, or add the speaker with loa ticket.");
  }
}
