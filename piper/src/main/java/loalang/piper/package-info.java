// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The engine Piper: neural voices (VITS) by ONNX Runtime, with phonemes from espeak-ng.
 *
 * <p>Door: {@code PiperProvider}, found by the service loader if this jar is on the class path. The
 * only room with native code of ONNX Runtime. What may not enter: the network, loudness,
 * catalogues. Blocks the caller's thread; at most so many models run at once as the settings say.
 */
@NullMarked
package loalang.piper;

import org.jspecify.annotations.NullMarked;
