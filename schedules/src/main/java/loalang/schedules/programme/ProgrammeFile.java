// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

/** Reads programmes as officers and technicians write them. */
public final class ProgrammeFile {
  private ProgrammeFile() {}

  /**
   * Reads one YAML document.
   *
   * @param yaml the text, at most 1 MB
   * @return everything it says
   * @throws loalang.protocol.ProblemException with line and column and what is accepted instead
   */
  public static ProgrammeSheet read(String yaml) {
    throw new UnsupportedOperationException("Next commit.");
  }
}
