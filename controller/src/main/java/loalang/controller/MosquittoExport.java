// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import loalang.controller.broker.MosquittoFiles;
import loalang.controller.keys.SecretFile;
import loalang.controller.speakers.BrokerMembers;
import loalang.controller.storage.Database;
import loalang.controller.storage.DatabaseSettings;
import loalang.controller.tls.BrokerCertificate;
import loalang.controller.tls.OfficeAuthority;
import loalang.controller.tls.PemFiles;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.SpeakerId;
import loalang.protocol.topic.Topics;

/**
 * Writes what a Mosquitto needs to stand in for the embedded broker: its settings, who may enter,
 * and a certificate of the commune's own authority, so that poles need no new ticket for its sake.
 *
 * @param data the office's folder; no controller may run on it
 * @param database of that office
 * @param topics of the commune
 */
public record MosquittoExport(Path data, DatabaseSettings database, Topics topics) {
  private static final int SECRET_BYTES = 16;

  /**
   * What was written.
   *
   * @param accounts poles that may enter
   * @param withoutPassword poles that joined before passwords were kept in Mosquitto's form
   */
  public record Written(int accounts, List<SpeakerId> withoutPassword) {
    public Written {
      withoutPassword = List.copyOf(withoutPassword);
    }
  }

  /**
   * Writes everything. Blocking.
   *
   * @param host under which poles reach it
   * @throws ProblemException DATA_DIRECTORY_IN_USE, MOSQUITTO_FILES_NOT_WRITTEN, or a fault of the
   *     storage or the certificates
   */
  public Written write(MosquittoFiles files, String host, Instant now) {
    try (OfficeDirectory office = OfficeDirectory.hold(data);
        Database opened = Database.open(database)) {
      BrokerMembers members = opened.read(BrokerMembers::read);
      String secret =
          SecretFile.readOrMake(data.resolve("mosquitto-password"), MosquittoExport::secret);
      files.write(topics, secret, members.accounts());
      BrokerCertificate certificate =
          new OfficeAuthority(topics.commune(), Set.of(host)).certificate(office.tls(), now);
      PemFiles.write(certificate, files.folder());
      return new Written(members.accounts().size(), members.withoutPassword());
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "MOSQUITTO_FILES_NOT_WRITTEN",
              "%s cannot be written: %s.".formatted(files.folder(), e.getMessage()),
              "Choose a folder that belongs to you with --out."),
          e);
    }
  }

  private static String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
