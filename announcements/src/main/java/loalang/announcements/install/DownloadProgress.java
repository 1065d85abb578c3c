// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.install;

/** Is told how far a file is; called on a thread of the network. */
@FunctionalInterface
public interface DownloadProgress {

  /**
   * Some bytes more.
   *
   * @param file its name
   * @param bytes that are here
   * @param of all bytes; 0 if nobody has said
   */
  void at(String file, long bytes, long of);
}
