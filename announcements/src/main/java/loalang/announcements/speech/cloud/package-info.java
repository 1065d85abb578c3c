// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Voices of vendors: FPT.AI, Viettel AI, Vbee, each as its public document says.
 *
 * <p>Door: {@code CloudVoices}. With the installer the only room that touches the network, and that
 * by HTTPS alone. A key is held as a {@code Secret}, which no text ever shows. Time, size, attempts
 * and characters a day are bounded. Blocks the caller's thread. What may not enter: catalogues'
 * files, shaping.
 */
@NullMarked
package loalang.announcements.speech.cloud;

import org.jspecify.annotations.NullMarked;
