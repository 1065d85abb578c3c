// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.cloud;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import loalang.announcements.catalogue.CloudAccount;
import loalang.announcements.speech.SpeechEngine;
import loalang.announcements.voice.EngineId;
import loalang.protocol.ProblemException;

/** The vendors we know, and how an office speaks through them. */
public final class CloudVoices {
  private static final Map<EngineId, VendorDoor> DOORS =
      List.of(FptAi.DOOR, ViettelAi.DOOR, Vbee.DOOR).stream()
          .collect(Collectors.toMap(VendorDoor::id, Function.identity()));

  private final CloudKeys keys;
  private final Path books;
  private final InstantSource now;
  private final CloudLimits limits;

  /**
   * The vendors of an office.
   *
   * @param books the directory where it is kept how much was spoken today
   * @param now whose day that is
   */
  public CloudVoices(CloudKeys keys, Path books, InstantSource now) {
    this(keys, books, now, CloudLimits.STANDARD);
  }

  CloudVoices(CloudKeys keys, Path books, InstantSource now, CloudLimits limits) {
    this.keys = keys;
    this.books = books;
    this.now = now;
    this.limits = limits;
  }

  /** True if this engine is a vendor we know. */
  public static boolean isVendor(EngineId engine) {
    return DOORS.containsKey(engine);
  }

  /** True if there is a key, be it a good one or not: the voice itself will say what is wrong. */
  public boolean hasKey(EngineId engine) {
    VendorDoor door = DOORS.get(engine);
    return door != null && door.keys().stream().allMatch(this::isThere);
  }

  /** The engine of a vendor; empty if we do not know the vendor. */
  public Optional<SpeechEngine> engine(CloudAccount account) {
    return Optional.ofNullable(DOORS.get(account.engine())).map(door -> engine(door, account));
  }

  /** An engine for each vendor. */
  public List<SpeechEngine> engines(Function<EngineId, CloudAccount> accounts) {
    return DOORS.keySet().stream().map(accounts).flatMap(a -> engine(a).stream()).toList();
  }

  private SpeechEngine engine(VendorDoor door, CloudAccount account) {
    URI address = account.address() == null ? door.address() : account.address();
    CloudBudget budget = new CloudBudget(door.id(), books, account.charactersPerDay(), now);
    return new CloudEngine(door, address, new CloudEngine.Purse(keys, budget, limits));
  }

  static Secret key(Map<String, Secret> keys, String name) {
    return Objects.requireNonNull(keys.get(name), name);
  }

  private boolean isThere(String name) {
    try {
      return keys.find(name).isPresent();
    } catch (ProblemException thereButWrong) {
      return true;
    }
  }
}
