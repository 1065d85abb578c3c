// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

/** One line of a session: an announcement of one's own, or somebody else's programme. */
public sealed interface SlotEntry permits SlotItem, RelayItem {

  /** How often it is heard in a row, 1 to 9. */
  int times();
}
