// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * The JDK's own maker of certificates, as a process: the JDK has no door to it from code.
 *
 * @param keyStore it works on, PKCS #12
 * @param password of that file, handed over in the environment, where no other user can read it
 */
record Keytool(Path keyStore, String password) {
  private static final String VARIABLE = "LOA_KEYSTORE_PASSWORD";
  private static final int LIMIT_SECONDS = 30;

  /**
   * Makes a P-256 key pair with a certificate.
   *
   * @throws ProblemException CERTIFICATE_NOT_MADE
   */
  void makePair(String alias, String subject, String... more) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + subject));
    command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
    command.addAll(List.of("-sigalg", "SHA256withECDSA", "-storetype", "PKCS12"));
    command.addAll(List.of("-keystore", keyStore.toString(), "-storepass:env", VARIABLE));
    command.addAll(List.of(more));
    run(command);
  }

  private void run(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put(VARIABLE, password);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new ProblemException(notMade(said.strip()));
      }
    } catch (IOException e) {
      throw new ProblemException(notMade(String.valueOf(e.getMessage())), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(notMade("interrupted"), e);
    }
  }

  private static Problem notMade(String why) {
    return new Problem(
        "CERTIFICATE_NOT_MADE",
        "The broker's certificate cannot be made: %s.".formatted(why),
        "See that the Java here has bin/keytool and the disk has room, or bring your own with"
            + " --mqtt-cert and --mqtt-key.");
  }

  @Override
  public String toString() {
    return "Keytool[%s, password hidden]".formatted(keyStore);
  }
}
