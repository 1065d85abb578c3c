// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The database: pool, transactions, migrations, and what its faults mean.
 *
 * <p>What may not enter: any feature's SQL (that lives in the feature's own store). {@code
 * Database} blocks; {@code StorageDesk} runs it on the pool {@code storage} and answers on the
 * caller's event loop. An answered write is on the disk.
 */
@NullMarked
package loalang.controller.storage;

import org.jspecify.annotations.NullMarked;
