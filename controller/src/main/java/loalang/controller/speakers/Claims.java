// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.speakers;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import loalang.controller.accounts.AttemptLimit;
import loalang.controller.broker.NodeLogin;
import loalang.protocol.enrolment.ClaimCode;

/**
 * The codes that open the door of the broker now. Asked on the broker's threads, changed on the
 * event loop. It only lets a pole ask; whether it may join is decided by the rows.
 */
public final class Claims implements BiPredicate<String, String> {
  private static final int NAMED_CHARACTERS = ClaimCode.CLIENT.length() + 16;
  private static final int MAX_CLIENTS = 1_000;

  private final InstantSource now;
  private final AttemptLimit wrongCodes;
  private final Map<String, OpenCode> open = new ConcurrentHashMap<>();
  private final Map<String, String> codeOfClient = new ConcurrentHashMap<>();

  /** No code is open. */
  public Claims(InstantSource now, AttemptLimit wrongCodes) {
    this.now = now;
    this.wrongCodes = wrongCodes;
  }

  /** Opens the door for a code. */
  void open(OpenCode code) {
    open.put(code.codeHash(), code);
    open.values().removeIf(other -> !now.instant().isBefore(other.expires()));
  }

  /** True if this client may ask to join. */
  @Override
  public boolean test(String clientId, String password) {
    if (!wrongCodes.mayTry("claim", now.instant())) {
      return false;
    }
    Optional<OpenCode> code = known(clientId, password);
    if (code.isEmpty()) {
      wrongCodes.failed("claim", now.instant());
      return false;
    }
    if (codeOfClient.size() > MAX_CLIENTS) {
      codeOfClient.clear(); // they only have to connect again
    }
    codeOfClient.put(clientId, code.get().codeHash());
    return true;
  }

  /** The hash of the code by which this client came in. */
  Optional<String> codeOf(String clientId) {
    return Optional.ofNullable(codeOfClient.get(clientId)).or(() -> codeNamed(clientId));
  }

  // A broker of its own does not tell us who came in by which code; the client is named after it.
  private Optional<String> codeNamed(String clientId) {
    if (clientId.length() < NAMED_CHARACTERS || !clientId.startsWith(ClaimCode.CLIENT)) {
      return Optional.empty();
    }
    String begin = clientId.substring(ClaimCode.CLIENT.length());
    return open.keySet().stream().filter(hash -> hash.startsWith(begin)).findFirst();
  }

  Map<String, OpenCode> snapshot() {
    return new HashMap<>(open);
  }

  // Under another code's name a client would hear the answer to it.
  private Optional<OpenCode> known(String clientId, String password) {
    try {
      ClaimCode named = new ClaimCode(password);
      return Optional.ofNullable(open.get(NodeLogin.hash(named.value())))
          .filter(code -> named.clientId().equals(clientId))
          .filter(code -> now.instant().isBefore(code.expires()));
    } catch (IllegalArgumentException notACode) {
      return Optional.empty();
    }
  }
}
