// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The recordings on the pole: asked for by digest, kept by digest.
 *
 * <p>Only bytes whose digest a trusted order named are kept, and never one byte more. What may not
 * enter: what a recording sounds like, when it is played. The agent thread only.
 */
@NullMarked
package loalang.agent.recordings;

import org.jspecify.annotations.NullMarked;
