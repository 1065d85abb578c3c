// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.enrolment;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import loalang.agent.broker.BrokerAddress;
import loalang.agent.disk.DurableFile;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.enrolment.CertificatePin;
import loalang.protocol.enrolment.ClaimTicket;
import loalang.protocol.enrolment.EnrolmentAnswer;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.envelope.VerifyKey;

/**
 * The identity on disk: the pole's key, the office's grant as it was signed, where the office is.
 * Every file is readable for its owner alone; all of them appear in one step.
 */
public final class IdentityStore {
  private static final String KEY_FILE = "node-key.jwk";
  private static final String GRANT_FILE = "grant.jws";
  private static final String OFFICE_FILE = "office.properties";

  private final Path directory;

  /** A store inside the agent's state directory. */
  public IdentityStore(Path stateDirectory) {
    this.directory = stateDirectory.resolve("identity");
  }

  /**
   * The identity, if this pole has one.
   *
   * @throws ProblemException IDENTITY_UNREADABLE if the files are damaged
   */
  public Optional<Identity> load() {
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    try {
      Properties office = new Properties();
      office.load(new StringReader(text(OFFICE_FILE)));
      VerifyKey officeKey = new VerifyKey(office.getProperty("key", ""));
      byte[] grant = text(GRANT_FILE).getBytes(StandardCharsets.US_ASCII);
      if (!(Answers.read(grant, officeKey) instanceof EnrolmentAnswer.Granted granted)) {
        throw new IllegalArgumentException(GRANT_FILE + " is no grant.");
      }
      return Optional.of(
          new Identity(
              SigningKey.ofSecretJwk(text(KEY_FILE)),
              Answers.station(granted),
              officeKey,
              broker(office),
              granted.password()));
    } catch (IOException | IllegalArgumentException e) {
      throw new ProblemException(
          new Problem(
              "IDENTITY_UNREADABLE",
              "The identity in %s is damaged: %s.".formatted(directory, e.getMessage()),
              "Move the directory away and enrol again with a new --ticket."),
          e);
    }
  }

  private static BrokerAddress broker(Properties office) {
    String pin = office.getProperty("ca", "");
    return new BrokerAddress(
        office.getProperty("host", ""),
        Integer.parseInt(office.getProperty("port", "")),
        pin.isEmpty() ? null : new CertificatePin(pin));
  }

  private String text(String name) throws IOException {
    return Files.readString(directory.resolve(name), StandardCharsets.UTF_8);
  }

  /**
   * Keeps a verified grant for ever.
   *
   * @throws ProblemException IDENTITY_NOT_STORED
   */
  public void store(SigningKey key, byte[] grant, ClaimTicket ticket) {
    Path draft = directory.resolveSibling("identity.new");
    try {
      Files.createDirectories(draft);
      write(draft.resolve(KEY_FILE), key.secretJwk().getBytes(StandardCharsets.UTF_8));
      write(draft.resolve(GRANT_FILE), grant);
      String office =
          "host=%s\nport=%d\nkey=%s\nca=%s\n"
              .formatted(
                  ticket.host(),
                  ticket.port(),
                  ticket.office().x(),
                  ticket.pin() == null ? "" : ticket.pin());
      write(draft.resolve(OFFICE_FILE), office.getBytes(StandardCharsets.UTF_8));
      Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
      DurableFile.forceFolderOf(directory);
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "IDENTITY_NOT_STORED",
              "The identity cannot be written to %s: %s.".formatted(directory, e.getMessage()),
              "Free space on the disk and enrol again with a new --ticket."),
          e);
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    Files.deleteIfExists(file);
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel =
        FileChannel.open(
            file,
            options,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      channel.write(ByteBuffer.wrap(content));
      channel.force(true);
    }
  }
}
