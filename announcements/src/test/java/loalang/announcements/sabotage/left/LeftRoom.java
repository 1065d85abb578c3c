// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.sabotage.left;

import java.util.List;
import loalang.announcements.sabotage.right.RightRoom;

/** Needs its neighbour, which needs it. */
public record LeftRoom(List<RightRoom> others) {}
