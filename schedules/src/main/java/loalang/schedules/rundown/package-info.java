// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What will sound, worked out before it sounds: programmes and quiet hours in, cues and reasons
 * out.
 *
 * <p>Pure rules, told the time; any thread. What may not enter: a clock, Quartz, YAML. Nothing is
 * dropped silently: what does not become a cue becomes a problem with the next step.
 */
@NullMarked
package loalang.schedules.rundown;

import org.jspecify.annotations.NullMarked;
