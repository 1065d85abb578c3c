// SPDX-License-Identifier: GPL-3.0-or-later
/** Classes that climb over walls, so that it can be seen that the walls are there. */
package loalang.simulation.walls.sabotage;
