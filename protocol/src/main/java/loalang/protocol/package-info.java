// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The words office and pole share: identifiers, priorities, gains, digests, faults.
 *
 * <p>Values only: immutable, checked by their constructors, usable on any thread. What may not
 * enter: Vert.x, an MQTT client, files, a clock, threads. Messages made of these values live in the
 * rooms {@code order}, {@code report}, {@code state}, {@code enrolment} and {@code audio}; topics
 * in {@code topic}; signatures in {@code envelope}; bytes in {@code wire}.
 */
@NullMarked
package loalang.protocol;

import org.jspecify.annotations.NullMarked;
