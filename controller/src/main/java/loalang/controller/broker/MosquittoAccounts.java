// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import loalang.protocol.enrolment.ClaimCode;
import loalang.protocol.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts of a Mosquitto with the dynamic-security plugin, changed while it runs. A broker
 * without it drops the commands: its accounts are then its operator's task.
 */
public final class MosquittoAccounts implements BrokerAccounts {
  private static final Logger LOG = LoggerFactory.getLogger(MosquittoAccounts.class);
  private static final Duration EXPIRY = Duration.ofMinutes(1);

  private final DynamicSecurity plugin;
  private final Function<Outgoing, Future<Void>> publisher;
  private final InstantSource now;
  private final Map<String, Instant> claims = new HashMap<>();

  /** Accounts that are changed over the office's own connection. */
  public MosquittoAccounts(
      Topics topics, Function<Outgoing, Future<Void>> publisher, InstantSource now) {
    this.plugin = new DynamicSecurity(topics);
    this.publisher = publisher;
    this.now = now;
  }

  @Override
  public Future<Void> admit(SpeakerId speaker, Set<PagingZone> zones, String password) {
    return tell(plugin.admit(speaker, zones, password));
  }

  @Override
  public Future<Void> admitClaim(ClaimCode code, Instant expires) {
    Instant instant = now.instant();
    List<String> old =
        claims.entrySet().stream()
            .filter(claim -> !instant.isBefore(claim.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    old.forEach(claims::remove);
    old.forEach(name -> tell(plugin.remove(name)));
    claims.put(code.clientId(), expires);
    return tell(plugin.admitClaim(code.clientId(), code.value()));
  }

  @Override
  public Future<Void> revoke(SpeakerId speaker) {
    return tell(plugin.remove(speaker.value()));
  }

  private Future<Void> tell(JsonObject commands) {
    byte[] bytes = commands.encode().getBytes(StandardCharsets.UTF_8);
    return publisher
        .apply(Outgoing.delivered(DynamicSecurity.COMMANDS, bytes, EXPIRY))
        .onFailure(e -> LOG.warn("BROKER_ACCOUNT_NOT_CHANGED {}", e.getMessage()));
  }
}
