// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import loalang.protocol.CommuneId;
import loalang.protocol.SpeakerId;
import loalang.protocol.enrolment.ClaimCode;
import loalang.protocol.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The gate of the embedded broker. A node's user name and client identifier are its name; a pole
 * that asks to join is named after its claim code; the office is itself.
 */
public final class OfficeGate implements BrokerGate {
  /** The office's own user name and client identifier. */
  public static final String OFFICE = "office";

  // No separator of the broker's own queue names may enter a client identifier.
  private static final Pattern CLIENT_ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
  private static final int SECRET_BYTES = 16;

  private final AccessRules rules;
  private final NodeLogin office;
  private final String officePassword;
  private final BiPredicate<String, String> claims;
  private volatile Map<String, NodeLogin> nodes = Map.of();

  /**
   * A gate that knows no node yet.
   *
   * @param claims asked with client identifier and code; must not block
   */
  public OfficeGate(CommuneId commune, SecureRandom random, BiPredicate<String, String> claims) {
    this.rules = new AccessRules(new Topics(commune));
    this.claims = claims;
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    this.officePassword = HexFormat.of().formatHex(secret);
    this.office = new NodeLogin(NodeLogin.hash(officePassword), java.util.Set.of());
  }

  /** The office's password until the next start. */
  public String officePassword() {
    return officePassword;
  }

  /** Lets a node in from now on, or changes what it may hear. */
  public void grant(SpeakerId speaker, NodeLogin login) {
    change(
        now -> {
          now.put(speaker.value(), login);
          return now;
        });
  }

  /** Lets a node in no more; what it has open is the broker's to close. */
  public void revoke(SpeakerId speaker) {
    change(
        now -> {
          now.remove(speaker.value());
          return now;
        });
  }

  @Override
  public boolean admits(String clientId, String user, String password) {
    if (!CLIENT_ID.matcher(clientId).matches()) {
      return false;
    }
    if (asksToJoin(clientId, user)) {
      return !isTaken(clientId) && claims.test(clientId, password);
    }
    return clientId.equals(user) && login(user).filter(l -> l.accepts(password)).isPresent();
  }

  @Override
  public boolean permits(BrokerAction action, String clientId, String user, String topic) {
    if (topic.contains("::")) {
      return false; // the broker would read a queue's name out of it
    }
    if (asksToJoin(clientId, user)) {
      return rules.permitsClaim(clientId, action, topic);
    }
    if (user.equals(OFFICE)) {
      return clientId.equals(OFFICE);
    }
    @Nullable NodeLogin login = clientId.equals(user) ? nodes.get(user) : null;
    return login != null && rules.permitsNode(new SpeakerId(user), login.zones(), action, topic);
  }

  private static boolean asksToJoin(String clientId, String user) {
    return user.startsWith(ClaimCode.CLIENT) && user.equals(clientId);
  }

  private boolean isTaken(String clientId) {
    return clientId.equals(OFFICE) || nodes.containsKey(clientId);
  }

  private Optional<NodeLogin> login(String user) {
    return Optional.ofNullable(user.equals(OFFICE) ? office : nodes.get(user));
  }

  private synchronized void change(UnaryOperator<Map<String, NodeLogin>> step) {
    nodes = Map.copyOf(step.apply(new HashMap<>(nodes)));
  }
}
