// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.sabotage.right;

import java.util.List;
import loalang.announcements.sabotage.left.LeftRoom;

/** Needs its neighbour, which needs it. */
public record RightRoom(List<LeftRoom> others) {}
