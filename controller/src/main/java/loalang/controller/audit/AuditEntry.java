// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import loalang.protocol.Digest;

/**
 * A row of the log, as it is stored.
 *
 * @param number 1 and up, without a gap
 * @param at when, in whole milliseconds
 * @param by who
 * @param deed the word of what was done
 * @param object to what
 * @param before digest, or empty
 * @param after digest, or empty
 * @param note a few words, or empty
 * @param links what holds it in the chain
 */
public record AuditEntry(
    long number,
    Instant at,
    Author by,
    String deed,
    String object,
    String before,
    String after,
    String note,
    Links links) {

  /**
   * What holds a row in the chain.
   *
   * @param previous the digest of the row before; empty for the first
   * @param digest of this row and of the one before
   */
  public record Links(String previous, String digest) {}

  /** The next row of a chain that ends with this digest. */
  static AuditEntry next(long number, Instant at, Act act, String previous) {
    AuditEntry loose =
        new AuditEntry(
            number,
            at,
            act.by(),
            act.deed().word(),
            act.object(),
            act.before(),
            act.after(),
            act.note(),
            new Links(previous, ""));
    return loose.linked();
  }

  /** True if the digest is that of what stands in the row. */
  boolean isWhole() {
    return links.digest().equals(linked().links().digest());
  }

  private AuditEntry linked() {
    Links links = new Links(this.links.previous(), hash());
    return new AuditEntry(number, at, by, deed, object, before, after, note, links);
  }

  // Each field with its length before it: no field can borrow a letter of its neighbour.
  private String hash() {
    MessageDigest sha256 = Digest.sha256();
    List<String> fields =
        List.of(
            Long.toString(number),
            Long.toString(at.toEpochMilli()),
            by.who(),
            by.address(),
            deed,
            object,
            before,
            after,
            note,
            links.previous());
    for (String field : fields) {
      byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
      sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      sha256.update(bytes);
    }
    return HexFormat.of().formatHex(sha256.digest());
  }
}
