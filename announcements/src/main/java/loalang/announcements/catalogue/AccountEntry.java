// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.catalogue;

import java.net.URI;
import loalang.announcements.voice.EngineId;

/** A block under "cloud:" as a value. */
final class AccountEntry {
  private AccountEntry() {}

  static CloudAccount read(Block block) {
    EngineId engine = block.required("engine", "fpt-ai, viettel-ai or vbee", EngineId::new);
    URI address = block.optional("address", "an https address", URI::create).orElse(null);
    int day =
        block
            .optional("characters-per-day", "a whole number such as 100000", Integer::valueOf)
            .orElse(CloudAccount.USUAL_CHARACTERS_PER_DAY);
    return block.made(() -> new CloudAccount(engine, address, day));
  }
}
