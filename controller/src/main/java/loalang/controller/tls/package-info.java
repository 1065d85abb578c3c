// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Who the broker proves to be: the commune's own small certificate authority, the certificate it
 * gives the broker and renews, or the files an operator brings (ADR 0073).
 *
 * <p>Secrets lie in files of their owner alone. Blocking: files and the JDK's keytool, on a worker.
 * What may not enter: MQTT, and the keys that sign orders.
 */
@NullMarked
package loalang.controller.tls;

import org.jspecify.annotations.NullMarked;
