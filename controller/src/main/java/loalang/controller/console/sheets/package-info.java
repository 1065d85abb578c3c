// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Tables to keep: as CSV, as XLSX, as PDF.
 *
 * <p>Values in, bytes out; slow, so never on the event loop. The only user of the libraries that
 * write such files. What may not enter: what a table is about, rooms, requests.
 */
@NullMarked
package loalang.controller.console.sheets;

import org.jspecify.annotations.NullMarked;
