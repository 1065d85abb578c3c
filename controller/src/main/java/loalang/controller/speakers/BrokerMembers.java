// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.speakers;

import java.util.ArrayList;
import java.util.List;
import loalang.controller.broker.MosquittoFiles;
import loalang.protocol.SpeakerId;
import org.jdbi.v3.core.Handle;

/**
 * Which speakers a broker that is not ours lets in.
 *
 * @param accounts those whose password it can know
 * @param withoutPassword those that joined before it was kept in its form
 */
public record BrokerMembers(
    List<MosquittoFiles.Account> accounts, List<SpeakerId> withoutPassword) {
  public BrokerMembers {
    accounts = List.copyOf(accounts);
    withoutPassword = List.copyOf(withoutPassword);
  }

  /** Reads them. Blocking, inside the caller's transaction. */
  public static BrokerMembers read(Handle handle) {
    List<MosquittoFiles.Account> accounts = new ArrayList<>();
    List<SpeakerId> without = new ArrayList<>();
    for (SpeakerStore.Row row : SpeakerStore.all(handle)) {
      Speaker speaker = row.speaker();
      if (row.brokerPassword() == null) {
        without.add(speaker.id());
      } else {
        accounts.add(
            new MosquittoFiles.Account(speaker.id(), speaker.zones(), row.brokerPassword()));
      }
    }
    return new BrokerMembers(accounts, without);
  }
}
